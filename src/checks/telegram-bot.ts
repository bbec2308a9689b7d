import { setTimeout as sleep } from "node:timers/promises";
import { script } from "../core/command.ts";
import { errorLine } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import { type Judgement, worst } from "../core/verdict.ts";
import { callBotApi, readBotApi } from "../hosts/requests/bot-api.ts";
import type { Host } from "../hosts/host.ts";
import type { Plan } from "../plan/schema/schema.ts";
import type { CheckContext } from "./check.ts";
import type { TelegramBotCheck } from "./telegram-bot-schema.ts";

/** What the Bot API says of a webhook, as far as it is judged. Its address is a secret. */
export interface WebhookFacts {
  readonly url: string;
  readonly pending: number;
  /** In seconds since 1970. */
  readonly lastError: number | null;
}

/** Asks for the bot and its webhook, with the service's own token, from its own host. Messages are never fetched: they would be taken from the bot. */
export async function checkTelegramBot(
  check: TelegramBotCheck,
  { plan, hosts, startedOn }: CheckContext,
  now = Date.now(),
): Promise<Judgement> {
  const name = check.host ?? plan.services.hosts[0] ?? "";
  try {
    const host = hosts.get(name);
    const bot = await ask(check, host, plan, "getMe", judgeBot(check));
    if ("verdict" in bot) return bot;
    if (check.webhook === undefined && !check.polling)
      return { verdict: "pass", evidence: t`the bot answers with this token` };
    const looks: WebhookFacts[] = [];
    for (let look = 0; look < 3; look++) {
      if (look > 0) await sleep(check.every * 1000);
      const found = await ask(check, host, plan, "getWebhookInfo", readWebhook);
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

type Read<T> = (result: unknown) => { readonly value: T } | Judgement;

async function ask<T>(
  check: TelegramBotCheck,
  host: Host,
  { deploy }: Plan,
  method: string,
  read: Read<T>,
): Promise<{ readonly value: T } | Judgement> {
  const error = (evidence: string): Judgement => ({ verdict: "error", evidence });
  const user = deploy.runAs === undefined || !deploy.hosts.includes(host.name) ? {} : { user: deploy.runAs };
  const values = [deploy.envFile ?? "", check.secret, "", String(check.within), check.base.replace(/\/+$/, ""), method];
  const { stdout, timedOut } = await host.attempt(
    script(callBotApi, values, {
      stdin: "",
      timeoutSeconds: Math.ceil(check.within) + 15,
      label: `Telegram: ${method}`,
      ...user,
    }),
  );
  if (timedOut) return error(t`Telegram: no answer within ${check.within} s`);
  const found = readBotApi(stdout);
  if (found === null) return error(t`curl could not be run on ${host.name}`);
  if ("problem" in found) return troubleOf(found.problem, check.secret, host.name);
  const { body, status, code } = found;
  if (code !== "0")
    return error(
      `Telegram: ${code === "28" ? t`no answer within ${check.within} s` : code === "7" ? t`connection refused` : t`no connection (curl ${code})`}`,
    );
  if (status === "401" || status === "404")
    return { verdict: "fail", evidence: t`Telegram refuses the token in ${check.secret} (status ${status})` };
  if (status === "429") return { verdict: "inconclusive", evidence: t`Telegram: asked too often to tell (status 429)` };
  let answer: { readonly ok?: unknown; readonly result?: unknown } | null;
  try {
    answer = JSON.parse(body) as typeof answer;
  } catch {
    answer = null;
  }
  if (status !== "200" || answer?.ok !== true)
    return error(t`Telegram: status ${status}${answer === null ? t`, and no answer of a Bot API` : ""}`);
  return read(answer.result);
}

function judgeBot({ username, secret }: TelegramBotCheck): Read<true> {
  return (result) => {
    const bot = (result ?? {}) as { readonly is_bot?: unknown; readonly username?: unknown };
    if (bot.is_bot !== true)
      return { verdict: "error", evidence: t`Telegram: this is not what the Bot API says of a bot` };
    if (username !== undefined && String(bot.username).toLowerCase() !== username.toLowerCase())
      return { verdict: "fail", evidence: t`the token in ${secret} is another bot's` };
    return { value: true };
  };
}

const readWebhook: Read<WebhookFacts> = (result) => {
  const {
    url,
    pending_update_count: pending,
    last_error_date: lastError,
  } = (result ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof url !== "string" || typeof pending !== "number")
    return { verdict: "error", evidence: t`Telegram: this is not what the Bot API says of a webhook` };
  return { value: { url, pending, lastError: typeof lastError === "number" ? lastError : null } };
};

/** Three looks, and the time after which no delivery may have failed. The webhook's address is compared and never shown. */
export function judgeWebhook(check: TelegramBotCheck, looks: readonly WebhookFacts[], since: number): Judgement {
  const last = looks.at(-1);
  if (last === undefined || looks.length < 3)
    return { verdict: "inconclusive", evidence: t`the webhook was looked at less than three times` };
  const told: Judgement[] = [];
  const bad = (evidence: string) => told.push({ verdict: "fail", evidence });
  if (check.polling && last.url !== "") bad(t`a webhook is set, so the bot gets nothing by fetching`);
  if (check.webhook !== undefined && last.url === "") bad(t`no webhook is set`);
  else if (check.webhook !== undefined && !leadsTo(last.url, check.webhook))
    bad(t`the webhook leads elsewhere than the plan says`);
  if (check.webhook !== undefined && last.lastError !== null && last.lastError >= since)
    bad(t`Telegram could not deliver a message since the release was started`);
  const waiting = looks.map(({ pending }) => pending);
  const [first = 0, second = 0, third = 0] = waiting;
  const text = t`${waiting.join(", ")} messages wait`;
  if (third > check.mostPending) bad(t`${text}, more than ${check.mostPending}`);
  else if (first < second && second < third) bad(t`${text}: they become more`);
  else if (third > first)
    told.push({ verdict: "inconclusive", evidence: t`${text}: whether they become more cannot be told` });
  if (told.length > 0)
    return {
      verdict: worst(told.map(({ verdict }) => verdict)),
      evidence: told.map(({ evidence }) => evidence).join("; "),
    };
  return {
    verdict: "pass",
    evidence: t`the bot answers, ${check.polling ? t`no webhook is set` : t`its webhook leads where it should`}; ${text}`,
  };
}

function leadsTo(url: string, wanted: string): boolean {
  try {
    const [is, should] = [new URL(url), new URL(`https://${wanted}`)];
    return (
      is.protocol === "https:" &&
      is.host === should.host &&
      is.username === "" &&
      is.pathname.startsWith(should.pathname)
    );
  } catch {
    return false;
  }
}

function troubleOf(problem: string, secret: string, host: string): Judgement {
  switch (problem) {
    case "missing":
      return { verdict: "fail", evidence: t`${secret} is not in the settings file, or empty` };
    case "shape":
      return { verdict: "fail", evidence: t`${secret} has not the shape of such a token, so it was not sent` };
    case "file":
      return { verdict: "error", evidence: t`the settings file cannot be read on ${host}` };
    case "printf":
      return {
        verdict: "error",
        evidence: t`the shell on ${host} would show the token to others, so nothing was asked`,
      };
    default:
      return { verdict: "error", evidence: t`${problem} is not installed on ${host}` };
  }
}
