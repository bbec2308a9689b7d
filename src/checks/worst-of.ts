import { type Judgement, worst } from "../core/verdict.ts";

/** The worst of several, as those say it that found it. */
export function worstOf(found: readonly Judgement[]): Judgement {
  const verdict = worst(found.map((one) => one.verdict));
  const told = found.filter((one) => one.verdict === verdict);
  return { verdict, evidence: told.map(({ evidence }) => evidence).join("; ") };
}
