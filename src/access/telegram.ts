import type { AccessContext, Probed } from "./access.ts";
import { byStatus, key, prove } from "./ask.ts";
import type { TelegramAccess } from "./schema.ts";

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
