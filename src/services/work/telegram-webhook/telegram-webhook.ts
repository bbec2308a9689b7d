import { UserError } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import type { Host } from "../../../hosts/host.ts";
import { settingsPaths } from "../../../hosts/settings/settings-file.ts";
import { defineWork, type SettingsPlace, type Work } from "../kind.ts";
import { type Ask, caller, printFile } from "./bot-api.ts";
import { fieldsOf, type Info, infoOf, sameWebhook } from "./info.ts";
import { type Memory, memoryOn } from "./memory.ts";
import { type Webhook, webhookSchema } from "./schema.ts";

/** The bot's webhook: without it Telegram keeps the updates, for a day at most, and hands them over once it is set again. */
export const telegramWebhook = defineWork(webhookSchema, {
  name: () => t`the bot's webhook`,
  open: openWebhook,
  rights: ({ sudo }, { envFile }) =>
    sudo ? settingsPaths(envFile).map(({ path }) => ({ as: "root", words: [...printFile, path] })) : [],
  programs: ["curl"],
  readsSettings: true,
  setByService: true,
});

interface Opened {
  readonly work: Webhook;
  readonly name: string;
  readonly where: string;
  /** Name of the file on the host that says what it was. */
  readonly kept: string;
  readonly memory: Memory;
  readonly ask: Ask;
  look(): Promise<Info>;
}

function openWebhook(host: Host, work: Webhook, place: SettingsPlace): Work {
  const name = work.title ?? t`the bot's webhook`;
  const ask = caller(host, work, place);
  const kept = `webhook-${place.service}-${work.id}`;
  const opened: Opened = {
    work,
    name,
    where: host.name,
    kept,
    memory: memoryOn(host, kept, name),
    ask,
    look: async () => infoOf(await ask("getWebhookInfo", []), host.name),
  };
  return {
    state: async () => ((await opened.look()).url === "" ? "paused" : "working"),
    pause: () => pause(opened),
    resume: () => resume(opened),
    async problems() {
      requireCertificate(opened, await opened.look());
      // Only looked for: it is sent with setWebhook alone.
      if (work.secretToken !== undefined) await ask("getWebhookInfo", [], { secretToken: work.secretToken });
      return [];
    },
  };
}

async function pause(webhook: Opened): Promise<string | undefined> {
  const now = await webhook.look();
  if (now.url === "") return undefined;
  requireCertificate(webhook, now);
  await webhook.memory.keep(now);
  await webhook.ask("deleteWebhook", [["drop_pending_updates", "false"]]);
  return t`Telegram keeps what comes, for a day at most`;
}

async function resume(webhook: Opened): Promise<string> {
  const [now, was] = [await webhook.look(), await webhook.memory.recall()];
  // The release may have set it by itself: its own word counts.
  if (now.url === "") await setAgain(webhook, was);
  await webhook.memory.forget();
  return t`${now.pending_update_count} update${now.pending_update_count === 1 ? "" : "s"} waited`;
}

async function setAgain(webhook: Opened, was: Info | null): Promise<void> {
  const { name, where, work, ask, look, kept } = webhook;
  if (was === null)
    throw new UserError({
      code: "webhook-memory-empty",
      what: t`nothing is kept of ${name}`,
      where,
      mend: t`set the webhook by hand`,
    });
  requireCertificate(webhook, was);
  await ask("setWebhook", fieldsOf(was), work);
  if (!sameWebhook(await look(), was))
    throw new UserError({
      code: "webhook-not-as-before",
      what: t`${name} is not as it was before the page went up`,
      where,
      mend: t`compare getWebhookInfo with ~/.local/state/golive/${kept}`,
    });
}

function requireCertificate({ work, name, where }: Opened, { has_custom_certificate: custom }: Info): void {
  if (custom && work.certificate === undefined)
    throw new UserError({
      code: "webhook-certificate-unnamed",
      what: t`${name} has a certificate of its own, which Telegram does not give back`,
      where,
      mend: t`name its file in certificate:`,
    });
}
