import { createHmac } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { t } from "../core/text/text.ts";
import type { Parsed } from "../plan/camel-keys.ts";
import { httpUrl } from "../plan/schema/fields.ts";
import { hookAnswer } from "./hook-answer.ts";
import { channelKeys, defineChannel, key, type Message, type Sent, type Way } from "./kind.ts";
import { post } from "./post.ts";

const webhookSchema = z.strictObject({
  kind: z.literal("webhook"),
  ...channelKeys,
  url: httpUrl("Gets a POST with JSON."),
  key: key("What it is signed with (Standard Webhooks, whsec_…)."),
});

const tries = 3;

/**
 * A POST signed as Standard Webhooks has it: webhook-id, webhook-timestamp, webhook-signature. The id is the same for
 * every try, so that the receiver drops what it has; so it is tried again whatever became of the try before.
 */
export const webhook = defineChannel(webhookSchema, { send });

async function send(
  { url, proxy }: Parsed<typeof webhookSchema>,
  message: Message,
  { secret, signal }: Way,
): Promise<Sent> {
  const { key: id, event, service, tag, headline, lines, link, at } = message;
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
          "webhook-id": id,
          "webhook-timestamp": timestamp,
          "webhook-signature": signatureOf(secret, id, timestamp, body),
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
