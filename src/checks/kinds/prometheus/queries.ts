import { worst } from "../../../core/verdict.ts";
import { type AskJson, lookedOf, type Trouble } from "../../asking/ask-json.ts";
import type { Looked } from "../../asking/look-until.ts";
import { partial, query, type Vector } from "./api.ts";
import { judgeQuery } from "./judge-query.ts";
import type { PrometheusCheck, PrometheusQuery } from "./schema.ts";

export async function askQueries(ask: AskJson, queries: readonly PrometheusQuery[]): Promise<Looked> {
  return together(await Promise.all(queries.map((one) => askQuery(ask, one))));
}

async function askQuery(ask: AskJson, one: PrometheusQuery): Promise<Looked> {
  const name = nameOf(one);
  const wanted = [one.expr ?? one.bad, one.samples ?? one.all].filter((expr) => expr !== undefined);
  const found = await Promise.all(wanted.map((expr) => query(ask, expr)));
  const trouble = found.map(troubleOf).find((looked) => looked !== null);
  if (trouble) return { ...trouble, evidence: `${name}: ${trouble.evidence}` };
  const [first = [], second] = found.map((one) => ("values" in one ? one.values.map(({ value }) => value) : []));
  const judged = judgeQuery(one, first, second);
  // A threshold that is broken once is broken: waiting for a better moment is no proof.
  return {
    verdict: judged.verdict,
    evidence: `${name}: ${judged.evidence}`,
    ...(judged.verdict === "fail" ? { final: true } : {}),
  };
}

function troubleOf(found: Vector | Trouble): Looked | null {
  if ("trouble" in found) return lookedOf(found);
  return found.partial ? partial() : null;
}

/** All that was found; when something is wrong that alone, the worst first. */
export function together(parts: readonly Looked[]): Looked {
  const verdict = worst(parts.map((part) => part.verdict));
  const wrong = parts
    .filter((part) => part.verdict !== "pass")
    .toSorted((a, b) => Number(b.verdict === verdict) - Number(a.verdict === verdict));
  return {
    verdict,
    evidence: (verdict === "pass" ? parts : wrong).map(({ evidence }) => evidence).join("; "),
    ...(parts.some(({ final }) => final === true) ? { final: true } : {}),
  };
}

/** Expressions that Prometheus does not take, each with its reason. No data is an answer. */
export async function unansweredOf(
  ask: AskJson,
  { queries, canary }: Pick<PrometheusCheck, "queries" | "canary">,
): Promise<readonly string[]> {
  const asked = [
    ...queries.flatMap((one) => [one.expr, one.bad, one.all, one.samples].map((expr) => ({ name: nameOf(one), expr }))),
    { name: "canary.counter", expr: canary?.counter },
  ];
  const found = await Promise.all(
    asked.map(async ({ name, expr }) => {
      const answer = expr === undefined ? null : await query(ask, expr);
      return answer !== null && "trouble" in answer ? [`${name}: ${answer.trouble.evidence}`] : [];
    }),
  );
  return [...new Set(found.flat())];
}

function nameOf({ name, expr, bad }: PrometheusQuery): string {
  return name ?? expr ?? bad ?? "";
}
