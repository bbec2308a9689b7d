import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What the Bot API does to the next call in its stead. `lost`: it does what it should, and the answer never comes. `silence`: nothing at all. */
export type Trouble = "silence" | "lost" | "lost-500" | { readonly status: number; readonly retryAfter?: number };

export interface Written {
  readonly id: number;
  readonly own: boolean;
  text: string;
  edits: number;
}

/** sendMessage and editMessageText as core.telegram.org/bots/api has them, in a chat where others write as well. */
export async function startTelegram(t: { after(end: () => void): void }, token: string) {
  const chat: Written[] = [];
  const state = {
    chat,
    trouble: [] as (Trouble | undefined)[],
    calls: [] as string[],
    violations: [] as string[],
    others: 0,
  };
  let next = 100;
  const write = (text: string, own: boolean) => {
    const message = { id: next++, own, text, edits: 0 };
    chat.push(message);
    return message;
  };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const [, method = ""] = new RegExp(`^/bot${token}/(\\w+)$`).exec(request.url ?? "") ?? [];
    state.calls.push(method);
    const body = JSON.parse(Buffer.concat(parts).toString() || "{}") as Record<string, unknown>;
    const trouble = state.trouble.shift();
    const reply = (status: number, answer: object) =>
      void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
    const no = (code: number, description: string, parameters?: object) =>
      reply(code, { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) });
    if (trouble === "silence") return void request.socket.destroy();
    if (typeof trouble === "object")
      return no(
        trouble.status,
        trouble.status === 429 ? `Too Many Requests: retry after ${trouble.retryAfter}` : "Internal Server Error",
        trouble.retryAfter === undefined ? undefined : { retry_after: trouble.retryAfter },
      );
    const done = (status: number, answer: object) =>
      trouble === "lost"
        ? void request.socket.destroy()
        : trouble === "lost-500"
          ? no(502, "Bad Gateway")
          : reply(status, answer);
    if (method === "") return no(401, "Unauthorized");
    const text = String(body.text ?? "");
    if (body.parse_mode !== "HTML" || typeof body.chat_id !== "string")
      state.violations.push(`${method} ${JSON.stringify(body)}`);
    if (text.length > 4096) return no(400, "Bad Request: message is too long");
    if (/<(?!\/?b>)|&(?!(amp|lt|gt);)/.test(text)) return no(400, "Bad Request: can't parse entities");
    if (method === "sendMessage") {
      for (let n = 0; n < state.others; n++) write("somebody else", false);
      return done(200, { ok: true, result: { message_id: write(text, true).id, text } });
    }
    if (method !== "editMessageText") return no(404, "Not Found");
    const message = chat.find(({ id }) => id === body.message_id);
    if (message === undefined) return no(400, "Bad Request: message to edit not found");
    if (!message.own) return no(400, "Bad Request: message can't be edited");
    if (message.text === text)
      return no(
        400,
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same",
      );
    message.text = text;
    message.edits++;
    done(200, { ok: true, result: { message_id: message.id, text } });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => (server.closeAllConnections(), server.close()));
  return Object.assign(state, {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    own: () => chat.filter(({ own }) => own).map(({ text }) => text),
  });
}
