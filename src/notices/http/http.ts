import { setTimeout as sleep } from "node:timers/promises";
import { t } from "../../core/text/text.ts";
import { hookAnswer } from "../hook-answer.ts";
import { defineChannel, type Message, type Sent, type Way } from "../kind.ts";
import { post } from "../post.ts";
import { filled, fill, type Values, valuesOf } from "./placeholders.ts";
import { type HttpChannel, httpSchema } from "./schema.ts";

const tries = 3;
/** Longer waits than this would outlive the job; the next one tries again. */
const mostWait = 20;

/** A request as the plan words it, for services that golive has no channel for. */
export const http = defineChannel(httpSchema, { send });

async function send(channel: HttpChannel, message: Message, { secret, signal, doubtful }: Way): Promise<Sent> {
  const { id, proxy, repeat } = channel;
  if (doubtful && !repeat) return { status: "unknown", why: t`an earlier try may have arrived` };
  // Neither would leave this machine.
  if (channel.header !== undefined && !/^[\x20-\x7e]+$/.test(secret))
    return { status: "failed", why: t`its key cannot stand in a header` };
  const { url, method, headers, body } = requestOf(channel, valuesOf(message, secret));
  let last: Sent = { status: "failed", why: t`not sent` };
  for (let attempt = 0; attempt < tries && !signal.aborted; attempt++) {
    const posted = await post(url, body, { method, headers, proxy, signal });
    last = hookAnswer(posted, id);
    const wait = posted.status === 429 ? (posted.retryAfter ?? 1) : 1;
    // Refused as too many it has not been taken.
    const again = posted.status === 429 || (repeat && last.status === "unknown");
    if (last.status === "sent" || !again || !(wait <= mostWait)) return last;
    await sleep(wait * 1000, undefined, { signal }).catch(() => {});
  }
  return last;
}

/** What is put into an address is one part of it, whatever it holds. */
function requestOf({ url, method, header, prefix, headers, body }: HttpChannel, values: Values) {
  const inAddress = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, encodeURIComponent(value)]),
  ) as Values;
  return {
    url: url === undefined ? values.key : fill(url, inAddress),
    method,
    headers: { ...headers, ...(header === undefined ? {} : { [header]: `${prefix}${values.key}` }) },
    body: JSON.stringify(filled(body, values)),
  };
}
