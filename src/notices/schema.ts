import { z } from "zod";
import type { Parsed } from "../plan/camel-keys.ts";
import { msg } from "../core/text/text.ts";
import { text } from "../plan/schema/fields.ts";
import { channelSchema } from "./registry.ts";

export type { Channel } from "./registry.ts";

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
