import { type Command, script } from "../../../core/command.ts";
import { t } from "../../../core/text/text.ts";
import type { Judgement } from "../../../core/verdict.ts";
import type { Host } from "../../../hosts/host.ts";
import { callBotApi, readBotApi } from "../../../hosts/requests/bot-api.ts";
import type { CheckedPlan } from "../../context.ts";
import type { TelegramBotCheck } from "./schema.ts";

export interface Asking {
  readonly check: TelegramBotCheck;
  readonly host: Host;
  readonly plan: CheckedPlan;
}

/** What an answer's result means. */
export type Read<T> = (result: unknown) => { readonly value: T } | Judgement;

export async function askBot<T>(
  asking: Asking,
  method: string,
  read: Read<T>,
): Promise<{ readonly value: T } | Judgement> {
  const { check, host } = asking;
  const { stdout, timedOut } = await host.attempt(callOf(asking, method));
  if (timedOut) return error(t`Telegram: no answer within ${check.within} s`);
  const found = readBotApi(stdout);
  if (found === null) return error(t`curl could not be run on ${host.name}`);
  if ("problem" in found) return troubleOf(found.problem, check.secret, host.name);
  const { body, status, code } = found;
  if (code !== "0") return error(`Telegram: ${curlTrouble(code, check.within)}`);
  if (status === "401" || status === "404")
    return { verdict: "fail", evidence: t`Telegram refuses the token in ${check.secret} (status ${status})` };
  if (status === "429") return { verdict: "inconclusive", evidence: t`Telegram: asked too often to tell (status 429)` };
  const answer = parsed(body);
  if (status === "200" && answer?.ok === true) return read(answer.result);
  return error(t`Telegram: status ${status}${answer === null ? t`, and no answer of a Bot API` : ""}`);
}

function callOf({ check, host, plan: { deploy } }: Asking, method: string): Command {
  const user = deploy.runAs === undefined || !deploy.hosts.includes(host.name) ? {} : { user: deploy.runAs };
  const values = [deploy.envFile ?? "", check.secret, "", String(check.within), check.base.replace(/\/+$/, ""), method];
  return script(callBotApi, values, {
    stdin: "",
    timeoutSeconds: Math.ceil(check.within) + 15,
    label: `Telegram: ${method}`,
    ...user,
  });
}

function error(evidence: string): Judgement {
  return { verdict: "error", evidence };
}

function parsed(body: string): { readonly ok?: unknown; readonly result?: unknown } | null {
  try {
    return JSON.parse(body) as ReturnType<typeof parsed>;
  } catch {
    return null;
  }
}

function curlTrouble(code: string, within: number): string {
  if (code === "28") return t`no answer within ${within} s`;
  return code === "7" ? t`connection refused` : t`no connection (curl ${code})`;
}

function troubleOf(problem: string, secret: string, host: string): Judgement {
  switch (problem) {
    case "missing":
      return { verdict: "fail", evidence: t`${secret} is not in the settings file, or empty` };
    case "shape":
      return { verdict: "fail", evidence: t`${secret} has not the shape of such a token, so it was not sent` };
    case "file":
      return error(t`the settings file cannot be read on ${host}`);
    case "printf":
      return error(t`the shell on ${host} would show the token to others, so nothing was asked`);
    default:
      return error(t`${problem} is not installed on ${host}`);
  }
}
