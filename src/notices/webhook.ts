import { createHmac } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { t } from "../core/text/text.ts";
import type { Message, Sent, Way } from "./channel.ts";
import { post } from "./post.ts";
import type { ChannelOf } from "./schema.ts";
import { hookAnswer } from "./slack.ts";

const tries = 3;

/**
 * A POST signed as Standard Webhooks has it: webhook-id, webhook-timestamp, webhook-signature. The id is the same for
 * every try, so that the receiver drops what it has; so it is tried again whatever became of the try before.
 */
export async function sendWebhook(
  { url, proxy }: ChannelOf<"webhook">,
  message: Message,
  { secret, signal }: Way,
): Promise<Sent> {
  const { key, event, service, tag, headline, lines, link, at } = message;
  const body = JSON.stringify({
    type: `golive.${event}`,
    timestamp: at,
    data: { service, tag, headline, lines, link },
  });
  let last: Sent = { status: "failed", why: t`not sent` };
  for (let attempt = 0; attempt < tries && !signal.aborted; attempt++) {
    const timestamp = String(Math.floor(Date.now() / 1000));
    last = hookAnswer(
      await post(url, body, {
        proxy,
        signal,
        headers: {
          "webhook-id": key,
          "webhook-timestamp": timestamp,
          "webhook-signature": signatureOf(secret, key, timestamp, body),
        },
      }),
      t`the webhook`,
    );
    if (last.status === "sent" || last.status === "failed") return last;
    await sleep(1000, undefined, { signal }).catch(() => {});
  }
  return last;
}

export function signatureOf(secret: string, id: string, timestamp: string, body: string): string {
  const bytes = secret.startsWith("whsec_")
    ? Buffer.from(secret.slice("whsec_".length), "base64")
    : Buffer.from(secret);
  return `v1,${createHmac("sha256", bytes).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
}
