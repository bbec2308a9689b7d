import { setTimeout as sleep } from "node:timers/promises";
import { type Command, script } from "../../../core/command.ts";
import { type Problem, UserError } from "../../../core/errors.ts";
import { redactOutput } from "../../../core/redact/redact-output.ts";
import { t } from "../../../core/text/text.ts";
import type { Host } from "../../../hosts/host.ts";
import { callBotApi, readBotApi } from "../../../hosts/requests/bot-api.ts";
import { curlText } from "../../../hosts/requests/curl-text.ts";
import type { SettingsPlace } from "../kind.ts";
import type { Webhook } from "./schema.ts";

export type Field = readonly [name: string, value: string];

type Extra = Pick<Webhook, "secretToken" | "certificate">;
export type Ask = (method: string, fields: readonly Field[], extra?: Extra) => Promise<unknown>;

type Answer =
  | { readonly ok: true; readonly result: unknown }
  | {
      readonly ok: false;
      readonly error_code: number;
      readonly description?: string;
      readonly parameters?: { readonly retry_after?: number };
    };

/** No answer yet, and when to ask again. `tooOften`: Telegram said so itself. */
interface Later {
  readonly wait: number;
  readonly why: string;
  readonly tooOften?: boolean;
}

/** Prints the file that is named behind it. */
export const printFile: readonly string[] = ["cat", "--"];

/**
 * Calls the Bot API and waits as it says; what does not answer is asked again. All calls may be made twice. Errors hold
 * no address and no key.
 */
export function caller(host: Host, work: Webhook, place: SettingsPlace): Ask {
  return async (method, fields, extra = {}) => {
    const asked = commandOf(work, place, { method, fields, extra });
    const until = Date.now() + work.timeout * 1000;
    for (;;) {
      const answer = await once(host, work, asked);
      if (!("wait" in answer)) return resultOf(answer, method, work, host.name);
      if (Date.now() + answer.wait * 1000 >= until) throw tooLate(answer, method, host.name);
      await sleep(answer.wait * 1000);
    }
  };
}

function commandOf(
  work: Webhook,
  { envFile, user }: SettingsPlace,
  { method, fields, extra }: { method: string; fields: readonly Field[]; extra: Extra },
): Command {
  const lines = [
    ...fields.map(([name, value]) => `form-string = "${forCurl(`${name}=${value}`)}"\n`),
    ...(extra.certificate === undefined ? [] : [`form = "certificate=@${forCurl(extra.certificate)}"\n`]),
  ];
  const api = work.base.replace(/\/+$/, "");
  const call = [envFile ?? "", work.secret, extra.secretToken ?? "", String(work.within), api, method];
  const printed = work.sudo ? ["sudo", "-n", ...printFile] : [];
  return script(callBotApi, [...call, ...printed], {
    stdin: lines.join(""),
    timeoutSeconds: Math.ceil(work.within) + 15,
    label: `Telegram: ${method}`,
    ...(work.sudo || user === undefined ? {} : { user }),
  });
}

async function once(host: Host, { within }: Webhook, asked: Command): Promise<Answer | Later> {
  const { stdout, timedOut } = await host.attempt(asked);
  if (timedOut) return { wait: 1, why: t`no answer within ${within} s` };
  const where = host.name;
  const found = readBotApi(stdout);
  if (found === null)
    throw new UserError({
      code: "curl-not-run",
      what: t`curl could not be run`,
      where,
      mend: t`is it installed, and may golive run it?`,
    });
  if ("problem" in found) throw new UserError(troubleOf(found.problem, found.setting, where));
  const { body, status, code } = found;
  if (code === "26")
    throw new UserError({
      code: "webhook-certificate-unreadable",
      what: t`the webhook's certificate cannot be read`,
      where,
      mend: t`see certificate: in the plan`,
    });
  if (code === "28") return { wait: 1, why: t`no answer within ${within} s` };
  if (code !== "0") return { wait: 1, why: t`no connection (curl ${code})` };
  const answer = parse(body);
  if (answer?.ok === false && answer.error_code === 429)
    return { wait: Math.max(1, answer.parameters?.retry_after ?? 1), why: t`asked too often`, tooOften: true };
  if (answer === null || Number(status) >= 500) return { wait: 1, why: t`status ${status}` };
  return answer;
}

function resultOf(answer: Answer, method: string, work: Webhook, where: string): unknown {
  if (answer.ok) return answer.result;
  if ([401, 404].includes(answer.error_code))
    throw new UserError({
      code: "webhook-token-refused",
      what: t`Telegram refuses the token in ${work.secret} (status ${answer.error_code})`,
      where,
      mend: t`put the bot's token into the settings file`,
    });
  // What a webhook's address is made of stays here.
  const said = redactOutput(answer.description ?? "", { lines: 1 });
  throw new UserError({
    code: "webhook-call-refused",
    what: t`Telegram does not do ${method}: status ${answer.error_code}${said === "" ? "" : `, ${said}`}`,
    where,
    mend: t`look at the bot's webhook by hand (getWebhookInfo)`,
  });
}

function tooLate({ why, wait, tooOften }: Later, method: string, where: string): UserError {
  return new UserError({
    code: "webhook-call-unanswered",
    what: t`Telegram does not do ${method}: ${why}${tooOften ? t`, again in ${wait} s` : ""}`,
    where,
    mend: t`nothing is lost: what comes meanwhile is kept by Telegram for a day. Try again`,
  });
}

function parse(body: string): Answer | null {
  try {
    const answer = JSON.parse(body) as Answer | null;
    return typeof answer?.ok === "boolean" ? answer : null;
  } catch {
    return null;
  }
}

function forCurl(text: string): string {
  if ([...text].some((character) => character < " " || character === "\x7f"))
    throw new UserError({
      code: "webhook-control-character",
      what: t`the webhook holds a control character, which curl cannot be told`,
      mend: t`set it anew by hand, without one`,
    });
  return curlText(text);
}

function troubleOf(problem: string, name: string, where: string): Problem {
  switch (problem) {
    case "missing":
      return {
        code: "setting-missing",
        what: t`${name} is not in the settings file, or empty`,
        where,
        mend: t`see deploy.env-file`,
      };
    case "shape":
      return {
        code: "setting-no-key",
        what: t`${name} has not the shape of such a key, so it was not sent`,
        where,
        mend: t`it is of letters, digits, : _ and -`,
      };
    case "file":
      return {
        code: "settings-unreadable",
        what: t`the settings file cannot be read`,
        where,
        mend: t`see deploy.env-file and deploy.run-as`,
      };
    case "printf":
      return {
        code: "shell-shows-keys",
        what: t`the shell there would show the key to others, so nothing was asked`,
        where,
        mend: t`use a shell whose printf is its own`,
      };
    default:
      return {
        code: "program-missing",
        what: t`${problem} is not installed`,
        where,
        mend: t`install it there`,
      };
  }
}
