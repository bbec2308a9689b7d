import { z } from "zod";
import { t } from "../core/text/text.ts";
import type { Parsed } from "../plan/camel-keys.ts";
import { hookAnswer } from "./hook-answer.ts";
import { channelKeys, defineChannel, key, type Message, type Sent, type Way } from "./kind.ts";
import { post } from "./post.ts";

const mattermostSchema = z.strictObject({
  kind: z.literal("mattermost"),
  ...channelKeys,
  key: key("Address of an incoming webhook."),
});

/** An incoming webhook of Mattermost, which reads Markdown. What may have arrived is not sent again. */
export const mattermost = defineChannel(mattermostSchema, { send });

async function send(
  { proxy }: Parsed<typeof mattermostSchema>,
  message: Message,
  { secret, signal, doubtful }: Way,
): Promise<Sent> {
  if (doubtful) return { status: "unknown", why: t`an earlier try may have arrived` };
  // A zero-width space parts a mention; the rest of Markdown is taken as it is written.
  const safe = (text: string) => text.replaceAll(/([\\`*_{}[\]()#+!|~<>])/g, "\\$1").replaceAll("@", "@\u200b");
  const text = [
    `**${safe(`${message.service} ${message.tag}`)}**`,
    safe(message.headline),
    ...message.lines.map(safe),
    message.link,
  ]
    .join("\n")
    .slice(0, 3900);
  return hookAnswer(await post(secret, JSON.stringify({ text }), { proxy, signal }), "Mattermost");
}
