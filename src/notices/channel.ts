import type { Channel } from "./schema.ts";
import { sendEmail } from "./email.ts";
import { sendMattermost } from "./mattermost.ts";
import { sendSlack } from "./slack.ts";
import { keepTelegram, sendTelegram } from "./telegram.ts";
import { sendWebhook } from "./webhook.ts";

export interface Message {
  /** Stable over all tries and runs. */
  readonly key: string;
  readonly event: string;
  readonly service: string;
  readonly tag: string;
  /** One line: how it stands. */
  readonly headline: string;
  readonly lines: readonly string[];
  readonly link: string;
  /** ISO 8601. */
  readonly at: string;
}

/** How a try ended. `unknown`: it may have arrived. */
export type Sent =
  | { readonly status: "sent"; readonly id?: number }
  | { readonly status: "failed" | "unknown"; readonly why: string };

export interface Way {
  /** The channel's key. */
  readonly secret: string;
  readonly signal: AbortSignal;
  /** The last message of this channel whose id is known; 0 when there is none. */
  readonly last: number;
  /** An earlier try of this very message whose end nobody knows. */
  readonly doubtful: boolean;
}

/** Sends it once. Never throws. */
export function send(channel: Channel, message: Message, way: Way): Promise<Sent> {
  switch (channel.kind) {
    case "telegram":
      return sendTelegram(channel, message, way);
    case "slack":
      return sendSlack(channel, message, way);
    case "mattermost":
      return sendMattermost(channel, message, way);
    case "email":
      return sendEmail(channel, message, way);
    case "webhook":
      return sendWebhook(channel, message, way);
  }
}

/** Channels that keep one message up to date; null for the others. `id`: of that message, 0 for none yet. */
export function keeper(channel: Channel): ((message: Message, way: Way, id: number) => Promise<Sent>) | null {
  return channel.kind === "telegram" && channel.keep
    ? (message, way, id) => keepTelegram(channel, message, way, id)
    : null;
}
