import { createKnown, type Known } from "../../core/redact/known.ts";
import { knownIn } from "../../core/redact/known-in.ts";
import { redactOutput } from "../../core/redact/redact-output.ts";
import { t } from "../../core/text/text.ts";
import type { Judgement } from "../../core/verdict.ts";
import { type Answered, httpRequest, type Question } from "../../hosts/requests/http-request.ts";
import type { CheckContext } from "../context.ts";
import { loginOf, type Source } from "./login.ts";
import type { Looked } from "./look-until.ts";

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
      createKnown(knownIn(plan), knownIn(source)),
    );
}

export function lookedOf({ trouble, final }: Trouble): Looked {
  return { ...trouble, final };
}

export function jsonOf(name: string, answered: Answered, withLogin: boolean, known?: Known): Json {
  const { status, body } = answered;
  const refusal = refusalOf(answered, withLogin);
  if (refusal !== null)
    return { trouble: { verdict: "error", evidence: `${name}: ${refusal.evidence}` }, final: refusal.final };
  const json = parsedJson(body);
  const bad = (evidence: string, final: boolean): Trouble => ({
    trouble: { verdict: "error", evidence: `${name}: ${evidence}` },
    final,
  });
  if (status === 400 || status === 404 || status === 422)
    return bad(t`status ${status}${said(json, body, known)}`, true);
  if (status !== 200) return bad(t`status ${status}`, false);
  return json === undefined ? bad(t`the answer is no JSON`, false) : { json };
}

/** Why an answer need not be read at all. */
function refusalOf(
  { status, body, error, unasked }: Answered,
  withLogin: boolean,
): { readonly evidence: string; readonly final: boolean } | null {
  if (unasked === true) return { evidence: error ?? t`not asked`, final: true };
  if (status === 0) return { evidence: error ?? t`no answer`, final: false };
  if (status === 401 && body.startsWith("no org id")) return { evidence: t`wants a tenant (status 401)`, final: true };
  if (status === 401 || status === 403)
    return {
      evidence: withLogin ? t`refuses the key (status ${status})` : t`wants a key (status ${status})`,
      final: true,
    };
  if (status >= 300 && status < 400)
    return { evidence: t`leads elsewhere (status ${status}); the plan has to name the address itself`, final: true };
  return null;
}

function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Of an answer that says no to a question of the plan: its reason, when it is one that is known. */
function said(json: unknown, body: string, known: Known | undefined): string {
  const line = redactOutput(reasonOf(json, body).split("\n")[0] ?? "", { known, lines: 1 });
  return line === "" ? "" : `: ${line}`;
}

function reasonOf(json: unknown, body: string): string {
  if (json === undefined) return body;
  const error = (json as { error?: unknown } | null)?.error;
  const reason = typeof error === "string" ? error : (error as { reason?: unknown } | undefined)?.reason;
  return typeof reason === "string" ? reason : "";
}
