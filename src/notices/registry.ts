import { z } from "zod";
import { kindNamed, schemasOf } from "../core/kinds.ts";
import type { Parsed } from "../plan/camel-keys.ts";
import { email } from "./email.ts";
import { http } from "./http/http.ts";
import type { ChannelKind } from "./kind.ts";
import { mattermost } from "./mattermost.ts";
import { slack } from "./slack.ts";
import { telegram } from "./telegram/telegram.ts";
import { webhook } from "./webhook.ts";

/** Every kind of channel, one line each. */
const kinds = [
  telegram, //
  slack,
  mattermost,
  email,
  webhook,
  http,
] as const;

export const channelSchema = z.discriminatedUnion("kind", schemasOf(kinds));
export type Channel = Parsed<typeof channelSchema>;

export function channelKind({ kind }: Channel): ChannelKind<Channel> {
  return kindNamed(kinds, "kind", kind);
}
