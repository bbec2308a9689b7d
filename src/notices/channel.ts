import type { Keep, Message, Sent, Way } from "./kind.ts";
import { type Channel, channelKind } from "./registry.ts";

export type { Message, Way } from "./kind.ts";

/** Sends it once. Never throws. */
export function send(channel: Channel, message: Message, way: Way): Promise<Sent> {
  return channelKind(channel).send(channel, message, way);
}

/** For channels that keep one message up to date; null for the others. */
export function keeper(channel: Channel): Keep | null {
  return channelKind(channel).keeper?.(channel) ?? null;
}
