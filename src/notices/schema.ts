import { z } from "zod";
import type { Parsed } from "../plan/schema/camel-keys.ts";
import { msg } from "../core/text/text.ts";
import { httpUrl, identifier, text } from "../plan/schema/fields.ts";

/** What people can be told of. */
export const noticeEvents = [
  "planned",
  "prepared",
  "waiting",
  "closed",
  "live",
  "failed",
  "rolling-back",
  "rolled-back",
  "rollback-failed",
  "incident",
  "incident-over",
  "sev1",
] as const;
export type NoticeEvent = (typeof noticeEvents)[number];

const key = (what: string) =>
  z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, msg`must be the name of a key, not its value`)
    .describe(`${what} A line KEY=value of the secret GOLIVE_NOTICES.`);
const common = {
  id: identifier("Name of the channel, unique in the plan."),
  proxy: httpUrl("An HTTP proxy on the way there.").optional(),
};

const telegram = z.strictObject({
  kind: z.literal("telegram"),
  ...common,
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
const slack = z.strictObject({ kind: z.literal("slack"), ...common, key: key("Address of an incoming webhook.") });
const mattermost = z.strictObject({
  kind: z.literal("mattermost"),
  ...common,
  key: key("Address of an incoming webhook."),
});
const webhook = z.strictObject({
  kind: z.literal("webhook"),
  ...common,
  url: httpUrl("Gets a POST with JSON."),
  key: key("What it is signed with (Standard Webhooks, whsec_…)."),
});

const mailAddress = z.string().regex(/^[^\s<>"@,;:\\]+@[A-Za-z0-9.-]+$/, msg`is not a mail address`);
const email = z.strictObject({
  kind: z.literal("email"),
  id: common.id,
  host: z
    .string()
    .regex(/^[A-Za-z0-9.-]+$/, msg`must be a name or an address`)
    .describe("The mail server."),
  port: z.int().min(1).max(65535).default(587),
  secure: z
    .boolean()
    .default(false)
    .describe("TLS from the first byte (port 465). Without it STARTTLS, which has to be there."),
  user: text("Who logs in. Without one nobody does.").optional(),
  key: key("The password."),
  from: mailAddress,
  to: z.array(mailAddress).min(1, msg`needs at least one address`),
  ca: z
    .string()
    .regex(
      /^-----BEGIN CERTIFICATE-----\s[\s\S]+-----END CERTIFICATE-----\s*$/,
      msg`must be certificates in PEM (-----BEGIN CERTIFICATE-----)`,
    )
    .optional()
    .describe("Certificates of a private CA, in PEM; no other is trusted then."),
});

export const channelSchema = z.discriminatedUnion("kind", [telegram, slack, mattermost, email, webhook]);
export type Channel = Parsed<typeof channelSchema>;
export type ChannelOf<Kind extends Channel["kind"]> = Extract<Channel, { kind: Kind }>;

export const noticesSchema = z
  .strictObject({
    channels: z.array(channelSchema).min(1, msg`needs at least one channel`),
    tell: z
      .array(
        z.strictObject({
          on: z
            .array(z.enum(noticeEvents))
            .min(1, msg`needs at least one event`)
            .default(["live", "failed", "rolled-back", "rollback-failed", "sev1", "incident", "incident-over"]),
          via: z
            .array(text("Id of a channel."))
            .min(1, msg`needs at least one channel`)
            .describe("In order: the next is tried when one is down."),
        }),
      )
      .min(1, msg`needs at least one rule`),
  })
  .describe("Who hears of what (docs/notices.md).");
export type NoticesPlan = Parsed<typeof noticesSchema>;
