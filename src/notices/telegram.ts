import { setTimeout as sleep } from "node:timers/promises";
import { redactOutput } from "../core/redact/redact-output.ts";
import { t } from "../core/text/text.ts";
import type { Message, Sent, Way } from "./channel.ts";
import { post, type Posted } from "./post.ts";
import type { ChannelOf } from "./schema.ts";

type Telegram = ChannelOf<"telegram">;

/** Telegram counts UTF-16 units after it has read the entities. */
const mostUnits = 4096;
/** Longer waits than this would outlive the job; the next one tries again. */
const mostWait = 20;
const tries = 3;
/** So many messages of others may have come between the last known one and one whose answer was lost. */
const lookAhead = 12;

/** A new message. One whose answer was lost is looked for before it is sent again. */
export async function sendTelegram(channel: Telegram, message: Message, way: Way): Promise<Sent> {
  const text = htmlOf(message);
  let doubtful = way.doubtful;
  let why = "";
  for (let attempt = 0; attempt < tries; attempt++) {
    if (doubtful) {
      const found = await findOwn(channel, way, text);
      if (found !== null) return { status: "sent", id: found };
    }
    const answer = await call(channel, way, "sendMessage", {
      text,
      ...(channel.topic === undefined ? {} : { message_thread_id: channel.topic }),
    });
    if (answer.ok) return { status: "sent", id: answer.id };
    ({ why } = answer);
    if (answer.final) return { status: "failed", why };
    // A 5xx may come from behind a message that was taken.
    doubtful = answer.arrived;
    if (answer.wait > mostWait) break;
    await sleep(answer.wait * 1000, undefined, { signal: way.signal }).catch(() => {});
    if (way.signal.aborted) break;
  }
  return { status: doubtful ? "unknown" : "failed", why };
}

/** The message that is kept up to date. An edit may be sent again without harm. */
export async function keepTelegram(channel: Telegram, message: Message, way: Way, id: number): Promise<Sent> {
  if (id === 0) return sendTelegram(channel, message, way);
  const text = htmlOf(message);
  let why = "";
  for (let attempt = 0; attempt < tries; attempt++) {
    const answer = await call(channel, way, "editMessageText", { message_id: id, text });
    if (answer.ok || answer.same) return { status: "sent", id };
    // Somebody deleted it.
    if (answer.gone) return sendTelegram(channel, message, way);
    ({ why } = answer);
    if (answer.final || answer.wait > mostWait) break;
    await sleep(answer.wait * 1000, undefined, { signal: way.signal }).catch(() => {});
    if (way.signal.aborted) break;
  }
  return { status: "failed", why };
}

/**
 * A bot may edit its own messages only, and Telegram says "not modified" of one that reads so already: so the message
 * whose answer was lost can be told apart from everybody else's, and nothing is changed by asking.
 */
async function findOwn(channel: Telegram, way: Way, text: string): Promise<number | null> {
  if (way.last === 0) return null;
  for (let id = way.last + 1; id <= way.last + lookAhead; id++) {
    const answer = await call(channel, way, "editMessageText", { message_id: id, text });
    if (answer.ok || answer.same) return id;
    if (answer.wait > 0 && answer.wait <= mostWait && !answer.final) {
      await sleep(answer.wait * 1000, undefined, { signal: way.signal }).catch(() => {});
      id--;
    }
    if (way.signal.aborted || answer.status === 0) return null;
  }
  return null;
}

interface Called {
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
  readonly why: string;
}

async function call(
  { base, chat, proxy }: Telegram,
  { secret, signal }: Way,
  method: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<Called> {
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
    parameters?: { retry_after?: unknown };
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
    why: told === "" ? t`status ${status}` : `${told} (${status})`,
  };
}

/** Telegram's own HTML, in which only three letters mean anything. Cut by whole lines, so that no tag is left open. */
export function htmlOf({ headline, service, tag, lines, link }: Message): string {
  const safe = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const head = [`<b>${safe(`${service} ${tag}`.slice(0, 200))}</b>`, safe(headline.slice(0, 500))];
  const foot = safe(link);
  const body: string[] = [];
  let left = mostUnits - [...head, foot].join("\n").length - 8;
  for (const line of lines) {
    const short = line.length > 600 ? `${line.slice(0, 599)}…` : line;
    if (safe(short).length + 1 > left) {
      body.push("…");
      break;
    }
    body.push(safe(short));
    left -= safe(short).length + 1;
  }
  return [...head, ...body, foot].join("\n");
}
