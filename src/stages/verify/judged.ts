import { type Problem, StepError, UserError } from "../../core/errors.ts";
import type { PeoplePhase } from "../../core/comments/people-phases.ts";
import { t } from "../../core/text/text.ts";
import type { CheckResult } from "./run-checks.ts";
import { lineId } from "./scenarios.ts";
import type { Walked } from "./walked.ts";

/** Whether the site may open as far as this goes. */
export function stands({ verdict, required, acceptedBy }: CheckResult): boolean {
  return verdict === "pass" || !required || (verdict !== "fail" && acceptedBy !== undefined);
}

/** What people said of a line, as a check says it. */
export function peopleResult(phase: PeoplePhase, { line, ...judgement }: Walked): CheckResult {
  return {
    ...judgement,
    id: lineId(phase, line.id),
    title: `${line.id}: ${line.title}`,
    required: line.required,
  };
}

/** Throws a StepError unless the site may open. */
export function requirePass(results: readonly CheckResult[]): void {
  const bad = results.filter((result) => !stands(result));
  if (bad.length === 0) return;
  throw new StepError("verify", new UserError(bad.map(problemOf)));
}

export function noteOf({ verdict, evidence, required }: CheckResult): string {
  const said = verdict === "pass" || verdict === "fail" ? evidence : `${verdict}: ${evidence}`;
  return required || verdict === "pass" ? said : t`${said} (not required)`;
}

function problemOf(result: CheckResult): Problem {
  const what = `${result.title}: ${noteOf(result)}`;
  if (result.verdict === "fail")
    return { code: "check-failed", what, mend: t`the release does not do what the plan expects of it` };
  return {
    code: "check-inconclusive",
    what,
    mend: t`nothing was measured, which is not a pass; mend the check or what it asks`,
  };
}
