import { z } from "zod";
import { kindNamed, schemasOf } from "../../core/kinds.ts";
import type { Parsed } from "../../plan/camel-keys.ts";
import { byCommand } from "./command.ts";
import { cron } from "./cron.ts";
import { crontab } from "./crontab/crontab.ts";
import type { WorkKind } from "./kind.ts";
import { systemd } from "./systemd.ts";
import { telegramWebhook } from "./telegram-webhook/telegram-webhook.ts";

/** Every kind of scheduled work, one line each. */
const kinds = [
  systemd, //
  cron,
  crontab,
  telegramWebhook,
  byCommand,
] as const;

export const scheduledSchema = z
  .discriminatedUnion("kind", schemasOf(kinds))
  .describe("Work that runs by itself: paused with the maintenance page, resumed with it.");
export type Scheduled = Parsed<typeof scheduledSchema>;

export function workKind({ kind }: Scheduled): WorkKind<Scheduled> {
  return kindNamed(kinds, "kind", kind);
}
