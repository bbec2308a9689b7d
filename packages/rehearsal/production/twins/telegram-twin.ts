import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * What the Bot API does to the next call in its stead. `lost`: it does what it should, and the answer never comes.
 * `silence`: nothing at all.
 */
export type Trouble = "silence" | "lost" | "lost-500" | { readonly status: number; readonly retryAfter?: number };

export interface Written {
  readonly id: number;
  readonly own: boolean;
  text: string;
  edits: number;
}

export interface ChatState {
  readonly chat: Written[];
  trouble: (Trouble | undefined)[];
  readonly calls: string[];
  readonly violations: string[];
  /** How many others write before each message of the bot. */
  others: number;
  /** Messages so far, those among them that are gone from the chat. */
  written: number;
  /** The group became a supergroup with this id; messages so far stay behind. */
  supergroup?: number;
}

/** sendMessage and editMessageText as core.telegram.org/bots/api has them, in a chat where others write as well. */
export async function startTelegram(t: { after(end: () => void): void }, token: string) {
  const state: ChatState = { chat: [], trouble: [], calls: [], violations: [], others: 0, written: 0 };
  const server = createServer((request, response) => void serve(state, token, request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return Object.assign(state, {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    own: () => state.chat.filter(({ own }) => own).map(({ text }) => text),
  });
}

async function serve(
  state: ChatState,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const [, method = ""] = new RegExp(`^/bot${token}/(\\w+)$`).exec(request.url ?? "") ?? [];
  state.calls.push(method);
  const body = JSON.parse(Buffer.concat(parts).toString() || "{}") as Record<string, unknown>;
  const trouble = state.trouble.shift();
  const answer = trouble === "silence" ? "lost" : throughTrouble(trouble, () => answerTo(state, method, body));
  if (answer === "lost") request.socket.destroy();
  else response.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
}

interface ChatAnswer {
  readonly status: number;
  readonly body: object;
}

/** Only what is done gets lost on the way; a refusal arrives. */
function throughTrouble(
  trouble: Exclude<Trouble, "silence"> | undefined,
  answer: () => ChatAnswer,
): ChatAnswer | "lost" {
  if (typeof trouble === "object") {
    const { status, retryAfter } = trouble;
    const description = status === 429 ? `Too Many Requests: retry after ${retryAfter}` : "Internal Server Error";
    return refusal(status, description, retryAfter === undefined ? undefined : { retry_after: retryAfter });
  }
  const given = answer();
  if (given.status !== 200) return given;
  if (trouble === "lost") return "lost";
  return trouble === "lost-500" ? refusal(502, "Bad Gateway") : given;
}

function refusal(status: number, description: string, parameters?: object): ChatAnswer {
  const more = parameters === undefined ? {} : { parameters };
  return { status, body: { ok: false, error_code: status, description, ...more } };
}

function answerTo(state: ChatState, method: string, body: Readonly<Record<string, unknown>>): ChatAnswer {
  if (method === "") return refusal(401, "Unauthorized");
  const text = String(body.text ?? "");
  if (state.supergroup !== undefined && body.chat_id !== String(state.supergroup))
    return refusal(400, upgraded, { migrate_to_chat_id: state.supergroup });
  if (body.parse_mode !== "HTML" || typeof body.chat_id !== "string")
    state.violations.push(`${method} ${JSON.stringify(body)}`);
  if (text.length > 4096) return refusal(400, "Bad Request: message is too long");
  if (/<(?!\/?b>)|&(?!(amp|lt|gt);)/.test(text)) return refusal(400, "Bad Request: can't parse entities");
  if (method === "sendMessage") {
    for (let n = 0; n < state.others; n++) write(state, "somebody else", false);
    return accepted(write(state, text, true));
  }
  return method === "editMessageText" ? edit(state, body.message_id, text) : refusal(404, "Not Found");
}

function write(state: ChatState, text: string, own: boolean): Written {
  const message = { id: 100 + state.written, own, text, edits: 0 };
  state.written += 1;
  state.chat.push(message);
  return message;
}

function edit({ chat }: ChatState, id: unknown, text: string): ChatAnswer {
  const message = chat.find((one) => one.id === id);
  if (message === undefined) return refusal(400, "Bad Request: message to edit not found");
  if (!message.own) return refusal(400, "Bad Request: message can't be edited");
  if (message.text === text) return refusal(400, `Bad Request: message is not modified: ${sameContent}`);
  message.text = text;
  message.edits++;
  return accepted(message);
}

const upgraded = "Bad Request: group chat was upgraded to a supergroup chat";
const sameContent = "specified new message content and reply markup are exactly the same";

function accepted({ id, text }: Written): ChatAnswer {
  return { status: 200, body: { ok: true, result: { message_id: id, text } } };
}
