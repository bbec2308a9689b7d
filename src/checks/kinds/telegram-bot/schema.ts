import { z } from "zod";
import type { Parsed } from "../../../plan/camel-keys.ts";
import { msg } from "../../../core/text/text.ts";
import { duration, hostName, httpUrl, setting } from "../../../plan/schema/fields.ts";
import { common } from "../../common-schema.ts";

export const telegramBotSchema = z
  .strictObject({
    kind: z.literal("telegram-bot"),
    ...common,
    host: hostName
      .optional()
      .describe("Host that asks, with the service's own token. Default: the first of the services."),
    secret: setting("Setting of deploy.env-file that holds the bot's token."),
    base: httpUrl("Address of the Bot API.")
      .regex(/^https?:\/\/[^/?#@\s"\\]+(\/[^?#@\s"\\]*)?$/i, msg`must be scheme, host and path only`)
      .default("https://api.telegram.org"),
    username: z
      .string()
      .regex(/^[A-Za-z0-9_]{5,32}$/, msg`is not the name of a bot`)
      .optional()
      .describe("The bot that the token has to belong to, without @."),
    webhook: z
      .string()
      .regex(/^[a-z0-9.-]+(:\d+)?(\/[^?#\s]*)?$/i, msg`must be HOST or HOST/BEGINNING-OF-THE-PATH, without https://`)
      .optional()
      .describe("Where its webhook has to lead: the host, and how the path begins. The rest may be a secret."),
    polling: z.boolean().default(false).describe("The bot fetches its messages itself: there may be no webhook."),
    "most-pending": z.int().min(0).default(100).describe("Messages that may wait for the bot."),
    every: duration("5s").describe("Looked at three times, so long apart: the queue may not grow. Default 5s."),
    within: duration("10s"),
  })
  .refine((one) => one.webhook === undefined || !one.polling, {
    path: ["polling"],
    message: msg`cannot be with a webhook: leave one of them out`,
  });
export type TelegramBotCheck = Parsed<typeof telegramBotSchema>;
