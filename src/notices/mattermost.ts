import { t } from "../core/text/text.ts";
import type { Message, Sent, Way } from "./channel.ts";
import { post } from "./post.ts";
import type { ChannelOf } from "./schema.ts";
import { hookAnswer } from "./slack.ts";

/** An incoming webhook of Mattermost, which reads Markdown. What may have arrived is not sent again. */
export async function sendMattermost(
  { proxy }: ChannelOf<"mattermost">,
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
