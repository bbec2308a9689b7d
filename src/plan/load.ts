import { type Problem, UserError } from "../core/errors.ts";
import { type Language, setLocale } from "../core/text/text.ts";
import { judge } from "./judge/judge.ts";
import type { Plan } from "./schema/schema.ts";
import { readPlan } from "./yaml/read-plan.ts";

export type LoadResult =
  | { readonly ok: true; readonly plan: Plan; readonly language: Language }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      /** Absent when the text cannot be read at all. */
      readonly language?: Language;
    };

/**
 * Parses a plan's text. All problems at once, each with file:line:column and the mend, told in the language that the
 * plan names. Does no I/O, and leaves the language of the process as it is.
 */
export function parsePlan(text: string, file: string): LoadResult {
  const read = readPlan({ text, file });
  return read.ok ? judge(read.value, file, read.at) : read;
}

/** The plan, or a UserError with every problem. */
export function loadPlan(text: string, file: string): Plan {
  return planOf(parsePlan(text, file));
}

/** The same of the plan that this run works for: from here on the process tells people things in its language. */
export function usePlan(text: string, file: string): Plan {
  const result = parsePlan(text, file);
  setPlanLocale(result);
  return planOf(result);
}

/** The language of the process becomes that of the plan, also of one that does not hold, as far as it can be read. */
export function setPlanLocale({ language }: { readonly language?: Language }): void {
  if (language !== undefined) setLocale(language);
}

function planOf(result: LoadResult): Plan {
  if (!result.ok) throw new UserError(result.problems);
  return result.plan;
}
