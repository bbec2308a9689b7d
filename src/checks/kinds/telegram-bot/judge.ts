import { t } from "../../../core/text/text.ts";
import { type Judgement, worst } from "../../../core/verdict.ts";
import type { Read } from "./ask-bot.ts";
import type { TelegramBotCheck } from "./schema.ts";

/** What the Bot API says of a webhook, as far as it is judged. Its address is a secret. */
export interface WebhookFacts {
  readonly url: string;
  readonly pending: number;
  /** In seconds since 1970. */
  readonly lastError: number | null;
}

export function judgeBot({ username, secret }: TelegramBotCheck): Read<true> {
  return (result) => {
    const bot = (result ?? {}) as { readonly is_bot?: unknown; readonly username?: unknown };
    if (bot.is_bot !== true)
      return { verdict: "error", evidence: t`Telegram: this is not what the Bot API says of a bot` };
    if (username !== undefined && String(bot.username).toLowerCase() !== username.toLowerCase())
      return { verdict: "fail", evidence: t`the token in ${secret} is another bot's` };
    return { value: true };
  };
}

export const readWebhook: Read<WebhookFacts> = (result) => {
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
  const waiting = looks.map(({ pending }) => pending);
  const text = t`${waiting.join(", ")} messages wait`;
  const told = [...ofWebhook(check, last, since), ...ofQueue(check, waiting, text)];
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

const bad = (evidence: string): Judgement => ({ verdict: "fail", evidence });

function ofWebhook({ polling, webhook }: TelegramBotCheck, { url, lastError }: WebhookFacts, since: number) {
  const told: Judgement[] = [];
  if (polling && url !== "") told.push(bad(t`a webhook is set, so the bot gets nothing by fetching`));
  if (webhook === undefined) return told;
  if (url === "") told.push(bad(t`no webhook is set`));
  else if (!leadsTo(url, webhook)) told.push(bad(t`the webhook leads elsewhere than the plan says`));
  if (lastError !== null && lastError >= since)
    told.push(bad(t`Telegram could not deliver a message since the release was started`));
  return told;
}

function ofQueue({ mostPending }: TelegramBotCheck, waiting: readonly number[], text: string): Judgement[] {
  const [first = 0, second = 0, third = 0] = waiting;
  if (third > mostPending) return [bad(t`${text}, more than ${mostPending}`)];
  if (first < second && second < third) return [bad(t`${text}: they become more`)];
  return third > first
    ? [{ verdict: "inconclusive", evidence: t`${text}: whether they become more cannot be told` }]
    : [];
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
