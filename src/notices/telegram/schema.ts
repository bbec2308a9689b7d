import { z } from "zod";
import { msg } from "../../core/text/text.ts";
import type { Parsed } from "../../plan/camel-keys.ts";
import { httpUrl } from "../../plan/schema/fields.ts";
import { channelKeys, key } from "../kind.ts";

export const telegramSchema = z.strictObject({
  kind: z.literal("telegram"),
  ...channelKeys,
  key: key("Token of a bot for notices; not the service's own."),
  chat: z
    .string()
    .regex(/^(-?\d{1,20}|@[A-Za-z0-9_]{5,32})$/, msg`must be the id of a chat, or @channel`)
    .describe("Where the bot writes."),
  topic: z.int().min(1).optional().describe("Topic of a forum."),
  base: httpUrl("Address of the Bot API.").default("https://api.telegram.org"),
  keep: z
    .boolean()
    .default(true)
    .describe("One message is kept up to date with how the launch stands; what `tell` names comes as a new one."),
});
export type Telegram = Parsed<typeof telegramSchema>;
