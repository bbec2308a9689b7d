import { setTimeout as sleep } from "node:timers/promises";
import { errorLine } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import type { Judgement } from "../../../core/verdict.ts";
import { curlOn } from "../../asking/login.ts";
import type { CheckContext, CheckedPlan } from "../../context.ts";
import { type CheckPhase, defineCheck, type CheckProblem } from "../../define-check.ts";
import { askBot } from "./ask-bot.ts";
import { judgeBot, judgeWebhook, readWebhook, type WebhookFacts } from "./judge.ts";
import { type TelegramBotCheck, telegramBotSchema } from "./schema.ts";

export const telegramBot = defineCheck(telegramBotSchema, {
  cost: "look",
  title: () => t`The Telegram bot is well`,
  hosts: (check) => [{ path: ["host"], host: check.host }],
  programs: (check, plan) => curlOn(hostOf(check, plan)),
  problems: telegramBotProblems,
  run: checkTelegramBot,
});

function hostOf({ host }: TelegramBotCheck, { services }: CheckedPlan): string {
  return host ?? services.hosts[0] ?? "";
}

function telegramBotProblems(
  { webhook, secret }: TelegramBotCheck,
  { deploy, services }: CheckedPlan,
  phase: CheckPhase,
): CheckProblem[] {
  const problems: CheckProblem[] = [];
  const rests = services.pause.some((work) => work.kind === "telegram-webhook" && work.secret === secret);
  if (phase === "verify" && webhook !== undefined && rests)
    problems.push({
      code: "telegram-webhook-rests",
      path: ["webhook"],
      what: t`this webhook rests while the site is closed, and that is when it would be looked at`,
      mend: t`take webhook out here, and ask for it in prepare.checks`,
    });
  if (phase !== "trial" && deploy.envFile === undefined)
    problems.push({
      code: "secret-without-settings-file",
      path: [],
      what: t`the plan names no settings file that would hold the key`,
      mend: t`add deploy.env-file`,
    });
  return problems;
}

/**
 * Asks for the bot and its webhook, with the service's own token, from its own host. Messages are never fetched: they
 * would be taken from the bot.
 */
export async function checkTelegramBot(
  check: TelegramBotCheck,
  { plan, hosts, startedOn }: CheckContext,
  now = Date.now(),
): Promise<Judgement> {
  const name = hostOf(check, plan);
  try {
    const asking = { check, host: hosts.get(name), plan };
    const bot = await askBot(asking, "getMe", judgeBot(check));
    if ("verdict" in bot) return bot;
    if (check.webhook === undefined && !check.polling)
      return { verdict: "pass", evidence: t`the bot answers with this token` };
    const looks: WebhookFacts[] = [];
    for (let look = 0; look < 3; look++) {
      if (look > 0) await sleep(check.every * 1000);
      const found = await askBot(asking, "getWebhookInfo", readWebhook);
      if ("verdict" in found) return found;
      looks.push(found.value);
    }
    const startedAt = startedOn?.(name);
    // Without a launch, before the window: what went wrong in the last ten minutes.
    return judgeWebhook(check, looks, startedAt === undefined ? now / 1000 - 600 : Date.parse(startedAt) / 1000);
  } catch (error) {
    return { verdict: "error", evidence: t`${name} itself cannot ask: ${errorLine(error)}` };
  }
}
