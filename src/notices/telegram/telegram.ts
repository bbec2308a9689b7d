import { setTimeout as sleep } from "node:timers/promises";
import { defineChannel, type Message, type Sent, type Way } from "../kind.ts";
import { t } from "../../core/text/text.ts";
import { call, movedTo } from "./call.ts";
import { htmlOf } from "./html.ts";
import { type Telegram, telegramSchema } from "./schema.ts";

/** Longer waits than this would outlive the job; the next one tries again. */
const mostWait = 20;
const tries = 3;
/** So many messages of others may have come between the last known one and one whose answer was lost. */
const lookAhead = 12;

export const telegram = defineChannel(telegramSchema, {
  send: async (channel, message, way) => told(channel, await send(channel, message, way)),
  keeper: (channel) =>
    channel.keep ? async (message, way, id) => told(channel, await keep(channel, message, way, id)) : null,
});

/** That a group has another id now has to be written into the plan: Telegram need not tell it for ever. */
function told(channel: Telegram, sent: Sent): Sent {
  const chat = movedTo(channel);
  if (sent.status !== "sent" || chat === undefined) return sent;
  return { ...sent, moved: t`the group ${channel.chat} is a supergroup now; write chat: "${chat}" into the plan` };
}

/** A new message. One whose answer was lost is looked for before it is sent again. */
async function send(channel: Telegram, message: Message, way: Way): Promise<Sent> {
  const text = htmlOf(message);
  let doubtful = way.doubtful;
  let why = "";
  for (let attempt = 0; attempt < tries; attempt++) {
    const found = doubtful ? await findOwn(channel, way, text) : null;
    if (found !== null) return { status: "sent", id: found };
    const answer = await call(channel, way, "sendMessage", { text, ...topicOf(channel) });
    if (answer.ok) return { status: "sent", id: answer.id };
    ({ why } = answer);
    if (answer.final) return { status: "failed", why };
    // A 5xx may come from behind a message that was taken.
    doubtful = answer.arrived;
    if (!(await mayTryAgain(answer.wait, way.signal))) break;
  }
  return { status: doubtful ? "unknown" : "failed", why };
}

function topicOf({ topic }: Telegram) {
  return topic === undefined ? {} : { message_thread_id: topic };
}

/** The message that is kept up to date. An edit may be sent again without harm. */
async function keep(channel: Telegram, message: Message, way: Way, id: number): Promise<Sent> {
  if (id === 0) return send(channel, message, way);
  const text = htmlOf(message);
  let why = "";
  for (let attempt = 0; attempt < tries; attempt++) {
    const answer = await call(channel, way, "editMessageText", { message_id: id, text });
    if (answer.ok || answer.same) return { status: "sent", id };
    // Somebody deleted it.
    if (answer.gone) return send(channel, message, way);
    ({ why } = answer);
    if (answer.final || !(await mayTryAgain(answer.wait, way.signal))) break;
  }
  return { status: "failed", why };
}

/** Waits as long as Telegram says; false when that is too long, or nobody waits any more. */
async function mayTryAgain(seconds: number, signal: AbortSignal): Promise<boolean> {
  if (seconds > mostWait) return false;
  await sleep(seconds * 1000, undefined, { signal }).catch(() => {});
  return !signal.aborted;
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
