import { z } from "zod";
import { t } from "../core/text/text.ts";
import type { Parsed } from "../plan/camel-keys.ts";
import { hookAnswer } from "./hook-answer.ts";
import { channelKeys, defineChannel, key, type Message, type Sent, type Way } from "./kind.ts";
import { post } from "./post.ts";

const slackSchema = z.strictObject({
  kind: z.literal("slack"),
  ...channelKeys,
  key: key("Address of an incoming webhook."),
});

/** An incoming webhook of Slack. What may have arrived is not sent again: nothing tells whether it did. */
export const slack = defineChannel(slackSchema, { send });

async function send(
  { proxy }: Parsed<typeof slackSchema>,
  message: Message,
  { secret, signal, doubtful }: Way,
): Promise<Sent> {
  if (doubtful) return { status: "unknown", why: t`an earlier try may have arrived` };
  // Slack's three letters; without them neither <!channel> nor a link can be written.
  const safe = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const text = [
    `*${safe(message.service)} ${safe(message.tag)}*`,
    safe(message.headline),
    ...message.lines.map(safe),
    `<${message.link}>`,
  ]
    .join("\n")
    .slice(0, 3900);
  return hookAnswer(await post(secret, JSON.stringify({ text }), { proxy, signal }), "Slack");
}
