import { z } from "zod";
import { msg } from "../core/text/text.ts";
import type { Parsed } from "../plan/camel-keys.ts";
import { httpUrl, identifier } from "../plan/schema/fields.ts";

/** The keys that a channel has, whatever it is. */
export const channelId = identifier("Name of the channel, unique in the plan.");
export const channelKeys = {
  id: channelId,
  proxy: httpUrl("An HTTP proxy on the way there.").optional(),
};
export const key = (what: string) =>
  z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, msg`must be the name of a key, not its value`)
    .describe(`${what} A line KEY=value of the secret GOLIVE_NOTICES.`);

export interface Message {
  /** Stable over all tries and runs. */
  readonly key: string;
  /** The same for every message of a launch. */
  readonly launch: string;
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
  | {
      readonly status: "sent";
      readonly id?: number;
      /** What of the plan no longer holds, though it got through. */
      readonly moved?: string;
    }
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

export type Keep = (message: Message, way: Way, id: number) => Promise<Sent>;

/** All that is asked of a kind of channel; one file. */
export interface ChannelKind<Keys> {
  /** Sends it once. Never throws. */
  send(channel: Keys, message: Message, way: Way): Promise<Sent>;
  /** Keeps one message up to date, where it can; null where the plan does not want that. `id`: of that message, 0 for none yet. */
  keeper?(channel: Keys): Keep | null;
}

export function defineChannel<Schema extends z.ZodType>(schema: Schema, kind: ChannelKind<Parsed<Schema>>) {
  return { schema, ...kind };
}
