import { valueAt } from "../../../core/json-path.ts";
import { figure } from "../../../core/text/figures.ts";
import { t } from "../../../core/text/text.ts";
import type { Judgement } from "../../../core/verdict.ts";
import { type CheckContext, written } from "../../context.ts";
import type { HttpCheck } from "./schema.ts";

export interface HttpFacts {
  /** 0: no answer. */
  readonly status: number;
  readonly body: string;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly seconds: number;
  readonly error?: string | undefined;
  /** Nothing was asked at all, so nothing is known. */
  readonly unasked?: boolean;
}

export function judgeHttp(check: HttpCheck, facts: HttpFacts, expected: CheckContext["expected"]): Judgement {
  const took = t`in ${figure(facts.seconds, 2)} s`;
  if (facts.status === 0) return { verdict: "fail", evidence: t`no answer: ${facts.error ?? t`connection failed`}` };
  if (facts.status !== check.status)
    return { verdict: "fail", evidence: t`status ${facts.status} ${took}, expected ${check.status}` };
  if (facts.seconds > check.within)
    return { verdict: "fail", evidence: t`answered ${took}, later than ${check.within} s` };
  const wrong = answerProblems(check, facts, (text) => written(text, expected));
  if (wrong.length > 0)
    return { verdict: "fail", evidence: t`status ${facts.status} ${took}, but ${wrong.join("; ")}` };
  return { verdict: "pass", evidence: t`status ${facts.status} ${took}` };
}

function answerProblems(check: HttpCheck, { body, headers }: HttpFacts, filled: (text: string) => string): string[] {
  const wanted = check.contains === undefined ? undefined : filled(check.contains);
  return [
    ...(wanted !== undefined && !body.includes(wanted) ? [t`the answer does not hold "${wanted}"`] : []),
    ...Object.entries(check.headers).flatMap(([name, rule]) =>
      headerProblem(name, typeof rule === "string" ? filled(rule) : rule, headers ?? {}),
    ),
    ...(check.json === undefined ? [] : jsonProblems([check.json].flat(), body, filled)),
  ];
}

/** What the answer has instead may be anyone's: only what the plan wants is told. */
function headerProblem(name: string, rule: boolean | string, headers: Readonly<Record<string, string>>): string[] {
  const has = headers[name.toLowerCase()];
  if (rule === false) return has === undefined ? [] : [t`there is a header ${name}`];
  if (has === undefined) return [t`there is no header ${name}`];
  return rule === true || has.trim() === rule.trim() ? [] : [t`the header ${name} is not "${rule}"`];
}

type JsonRule = Exclude<NonNullable<HttpCheck["json"]>, readonly unknown[]>;

function jsonProblems(rules: readonly JsonRule[], body: string, filled: (text: string) => string): string[] {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return [t`the answer is no JSON`];
  }
  return rules.flatMap(({ path, equals }) => {
    const value = valueAt(json, path);
    const wanted = typeof equals === "string" ? filled(equals) : equals;
    if (value === undefined) return [t`the answer has no ${path}`];
    return value === wanted ? [] : [t`${path} is not ${JSON.stringify(wanted)}`];
  });
}
