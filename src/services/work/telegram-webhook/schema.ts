import { z } from "zod";
import type { Parsed } from "../../../plan/camel-keys.ts";
import { apiBase, duration, path, setting } from "../../../plan/schema/fields.ts";
import { workKeys } from "../kind.ts";

export const webhookSchema = z.strictObject({
  kind: z.literal("telegram-webhook"),
  ...workKeys,
  secret: setting("Setting of deploy.env-file that holds the bot's token."),
  "secret-token": setting(
    "Setting that holds the webhook's secret_token, which Telegram does not give back. Without it the webhook is set again without one.",
  ).optional(),
  certificate: path(
    "The webhook's own certificate on that host, where it is self-signed; Telegram does not give it back.",
  ).optional(),
  base: apiBase("Address of the Bot API.", "https://api.telegram.org"),
  within: duration("10s"),
});

export type Webhook = Parsed<typeof webhookSchema>;
