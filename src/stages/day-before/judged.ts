import { type Problem, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Judgement } from "../../core/verdict.ts";

/** What is said of a check that fails; `where` it was asked stands in the text. */
export interface Failing {
  readonly code: string;
  readonly where: string;
  readonly mend: string;
}

/** Throws unless every result is a pass; all of them are named. */
export function judged(
  results: readonly (Judgement & { readonly title: string })[],
  { where, ...failed }: Failing,
): { readonly note: string } {
  const problems = results
    .filter(({ verdict }) => verdict !== "pass")
    .map(({ title, verdict, evidence }): Problem => {
      if (verdict === "fail") return { ...failed, what: `${title} ${where}: ${evidence}` };
      return {
        code: "test-unmeasured",
        what: `${title} ${where}: ${verdict}, ${evidence}`,
        mend: t`nothing was measured, which is not a pass`,
      };
    });
  if (problems.length > 0) throw new UserError(problems);
  return { note: results.map(({ title, evidence }) => `${title}: ${evidence}`).join("; ") };
}
