import { z } from "zod";
import { t } from "../../core/text/text.ts";
import type { AccessContext, Probed } from "../access.ts";
import { key } from "../asking/ask.ts";
import { byStatus, prove } from "../asking/prove.ts";
import type { Parsed } from "../../plan/camel-keys.ts";
import { apiBase } from "../../plan/schema/fields.ts";
import { common, secret, within } from "../common-schema.ts";
import { defineProbe } from "../define-probe.ts";

const telegramSchema = z.strictObject({
  kind: z.literal("telegram"),
  ...common,
  within,
  secret,
  base: apiBase("Address of the Bot API.", "https://api.telegram.org"),
});
export type TelegramAccess = Parsed<typeof telegramSchema>;

export const telegram = defineProbe(telegramSchema, {
  programs: ["curl"],
  readsSettings: true,
  title: (probe) => t`Telegram takes ${probe.secret}`,
  run: probeTelegram,
});

/** getMe changes nothing. getUpdates would take messages away from the running bot, so it is never asked. */
export async function probeTelegram(probe: TelegramAccess, context: AccessContext): Promise<Probed> {
  const { answer: _, ...probed } = await prove(
    context,
    {
      secret: probe.secret,
      within: probe.within,
      lines: [["url", `${probe.base.replace(/\/+$/, "")}/bot`, key, "/getMe"]],
      inAddress: true,
    },
    byStatus(200, [401, 404]),
  );
  return probed;
}
