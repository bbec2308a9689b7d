import { setTimeout as sleep } from "node:timers/promises";
import { figure } from "../core/text/figures.ts";
import { createKnown, type Known } from "../core/redact/known.ts";
import { redactOutput } from "../core/redact/redact-output.ts";
import { t } from "../core/text/text.ts";
import type { Judgement } from "../core/verdict.ts";
import { type Answered, httpRequest, type Login, type Question } from "../hosts/requests/http-request.ts";
import type { Auth } from "../plan/schema/fields.ts";
import { knownIn, knownOfPlan } from "../plan/known-of-plan.ts";
import type { Plan } from "../plan/schema/schema.ts";
import type { CheckContext } from "./check.ts";

/** What is asked, and from where. */
export interface Source {
  readonly url: string;
  readonly from?: string | undefined;
  readonly auth?: Auth | undefined;
  readonly within: number;
}

/** Nothing was measured; `final`: asking again would not help. */
export interface Trouble {
  readonly trouble: Judgement;
  readonly final: boolean;
}

export type Json = { readonly json: unknown } | Trouble;
export type AskJson = (path: string, options?: Pick<Question, "method" | "headers" | "body">) => Promise<Json>;

/** Asks an API below the source's address. `name`: what people call it. Whatever is no JSON of status 200 is `error`. */
export function askerOf(name: string, source: Source, { hosts, plan }: Pick<CheckContext, "hosts" | "plan">): AskJson {
  const host = source.from === undefined ? null : hosts.get(source.from);
  const login = loginOf(plan, source);
  const base = source.url.replace(/\/+$/, "");
  return async (path, options = {}) =>
    jsonOf(
      name,
      await httpRequest(host, { url: `${base}${path}`, within: source.within, login, ...options }),
      login !== undefined,
      createKnown(knownOfPlan(plan), knownIn(source)),
    );
}

/** Where the key is: in the file that `auth` names, or in the service's own settings. */
export function loginOf(plan: Plan, { from, auth }: Pick<Source, "from" | "auth">): Login | undefined {
  if (auth === undefined) return undefined;
  const as =
    auth.file === undefined && from !== undefined && plan.deploy.hosts.includes(from) ? plan.deploy.runAs : undefined;
  return {
    file: auth.file ?? plan.deploy.envFile ?? "",
    secret: auth.secret,
    user: auth.user,
    header: auth.header,
    prefix: auth.prefix,
    as,
  };
}

export function jsonOf(
  name: string,
  { status, body, error, unasked }: Answered,
  withLogin: boolean,
  known?: Known,
): Json {
  const bad = (evidence: string, final = false): Trouble => ({
    trouble: { verdict: "error", evidence: `${name}: ${evidence}` },
    final,
  });
  if (unasked === true) return bad(error ?? t`not asked`, true);
  if (status === 0) return bad(error ?? t`no answer`);
  if (status === 401 && body.startsWith("no org id")) return bad(t`wants a tenant (status 401)`, true);
  if (status === 401 || status === 403)
    return bad(withLogin ? t`refuses the key (status ${status})` : t`wants a key (status ${status})`, true);
  if (status >= 300 && status < 400)
    return bad(t`leads elsewhere (status ${status}); the plan has to name the address itself`, true);
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    json = undefined;
  }
  if (status === 400 || status === 404 || status === 422)
    return bad(t`status ${status}${said(json, body, known)}`, true);
  if (status !== 200) return bad(t`status ${status}`);
  return json === undefined ? bad(t`the answer is no JSON`) : { json };
}

/** Of an answer that says no to a question of the plan: its reason, when it is one that is known. */
function said(json: unknown, body: string, known: Known | undefined): string {
  const error = (json as { error?: unknown } | undefined)?.error;
  const reason = typeof error === "string" ? error : (error as { reason?: unknown } | undefined)?.reason;
  const text = typeof reason === "string" ? reason : json === undefined ? body : "";
  const line = redactOutput(text.split("\n")[0] ?? "", { known, lines: 1 });
  return line === "" ? "" : `: ${line}`;
}

export interface Looked extends Judgement {
  /** Looking again would not change it. */
  readonly final?: boolean;
}

/** Looks until it passes or nothing would change any more, at most `wait` seconds; the last look counts. */
export async function lookUntil(
  deadline: number,
  pauses: readonly number[],
  signal: AbortSignal | undefined,
  look: () => Promise<Looked>,
): Promise<Judgement> {
  for (let attempt = 0; ; attempt++) {
    const { final, ...judgement } = await look();
    const left = deadline - performance.now();
    if (judgement.verdict === "pass" || final === true || left <= 0) return judgement;
    const pause = (pauses[Math.min(attempt, pauses.length - 1)] ?? 1) * 1000;
    try {
      await sleep(Math.min(pause, left), undefined, { signal });
    } catch {
      return { verdict: "error", evidence: t`cancelled; the last look said: ${judgement.evidence}` };
    }
  }
}

/** A version may be shown when it looks like one: what stands in a label of the wrong name may be anything. */
export function shown(version: string, known: readonly (string | undefined)[] = []): string {
  return known.includes(version) || /^v?\d[\w.+-]{0,40}$/.test(version) || /^[0-9a-f]{7,40}$/.test(version)
    ? version
    : t`another version`;
}

export function percent(share: number): string {
  return `${figure(Number((share * 100).toPrecision(3)))} %`;
}
