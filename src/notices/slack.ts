import { t } from "../core/text/text.ts";
import type { Message, Sent, Way } from "./channel.ts";
import { post } from "./post.ts";
import type { ChannelOf } from "./schema.ts";

/** An incoming webhook of Slack. What may have arrived is not sent again: nothing tells whether it did. */
export async function sendSlack(
  { proxy }: ChannelOf<"slack">,
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

export function hookAnswer({ status, arrived, error }: Awaited<ReturnType<typeof post>>, name: string): Sent {
  if (status >= 200 && status < 300) return { status: "sent" };
  if (status === 0) return { status: arrived ? "unknown" : "failed", why: `${name}: ${error}` };
  return { status: status >= 500 ? "unknown" : "failed", why: t`${name} answers ${status}` };
}
