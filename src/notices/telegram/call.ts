import { redactOutput } from "../../core/redact/redact-output.ts";
import { t } from "../../core/text/text.ts";
import type { Way } from "../kind.ts";
import { post, type Posted } from "../post.ts";
import type { Telegram } from "./schema.ts";

export interface Called {
  readonly ok: boolean;
  readonly id: number;
  readonly status: number;
  /** It reads so already. */
  readonly same: boolean;
  /** There is no such message, or none that this bot may edit. */
  readonly gone: boolean;
  /** Trying again would not help. */
  readonly final: boolean;
  readonly arrived: boolean;
  /** Seconds until it may be tried again; 0: that is not what is wrong. */
  readonly wait: number;
  /** The group became a supergroup, and has this id now. */
  readonly movedTo?: string;
  readonly why: string;
}

/** One call of the Bot API, in the chat that a group became where it became another. Never throws. */
export async function call(
  channel: Telegram,
  way: Way,
  method: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<Called> {
  const answer = await callIn(movedTo(channel) ?? channel.chat, { channel, way, method, parameters });
  if (answer.movedTo === undefined) return answer;
  moved.set(placeOf(channel), answer.movedTo);
  // A group moves once: who is sent on again is told so, and does not follow in a circle.
  return callIn(answer.movedTo, { channel, way, method, parameters });
}

/** Ids that groups have since they became supergroups, as far as this process was told. */
const moved = new Map<string, string>();

function placeOf({ base, chat }: Telegram): string {
  return `${base} ${chat}`;
}

/** The id that the plan's chat has now; undefined while it is the plan's. */
export function movedTo(channel: Telegram): string | undefined {
  return moved.get(placeOf(channel));
}

interface Call {
  readonly channel: Telegram;
  readonly way: Way;
  readonly method: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

async function callIn(chat: string, { channel: { base, proxy }, way, method, parameters }: Call): Promise<Called> {
  const { secret, signal } = way;
  const posted = await post(
    `${base.replace(/\/+$/, "")}/bot${secret}/${method}`,
    JSON.stringify({ chat_id: chat, parse_mode: "HTML", link_preview_options: { is_disabled: true }, ...parameters }),
    { proxy, signal },
  );
  return readAnswer(posted, secret);
}

function readAnswer({ status, body, arrived, error, retryAfter }: Posted, secret: string): Called {
  const none = { ok: false, id: 0, status, same: false, gone: false, final: false, arrived, wait: 0 };
  if (status === 0) return { ...none, wait: 1, why: error };
  let json: {
    ok?: unknown;
    result?: { message_id?: unknown };
    description?: unknown;
    parameters?: { retry_after?: unknown; migrate_to_chat_id?: unknown };
  } = {};
  try {
    json = JSON.parse(body) as typeof json;
  } catch {
    // Not the Bot API: a proxy's page.
  }
  const said = String(json.description ?? "")
    .replaceAll(secret, "***")
    .slice(0, 120);
  if (status === 200 && json.ok === true && typeof json.result?.message_id === "number")
    return { ...none, ok: true, id: json.result.message_id, why: "" };
  if (status === 429)
    return {
      ...none,
      arrived: false,
      wait: Number(json.parameters?.retry_after ?? retryAfter ?? 5) || 5,
      why: t`too many messages (429)`,
    };
  if (status >= 500) return { ...none, wait: 2, why: t`Telegram answers ${status}` };
  const told = redactOutput(said, { secrets: [secret], lines: 1 });
  const same = /message is not modified/i.test(said);
  const gone = /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i.test(said);
  return {
    ...none,
    arrived: false,
    same,
    gone,
    final: !same && !gone,
    ...groupAfter(json.parameters?.migrate_to_chat_id),
    why: told === "" ? t`status ${status}` : `${told} (${status})`,
  };
}

/** Ids of chats have more digits than 32 bits hold, and fewer than a number of JSON does. */
function groupAfter(id: unknown): Pick<Called, "movedTo"> {
  return typeof id === "number" && Number.isSafeInteger(id) && id < 0 ? { movedTo: String(id) } : {};
}
