import { type Problem, UserError } from "../../core/errors.ts";

/** What a look at one thing found. */
export interface Finding {
  readonly step: string;
  readonly problems: readonly Problem[];
  readonly note?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Throws one UserError with the problems of all. */
export function refuse(findings: readonly Finding[]): void {
  const problems = findings.flatMap((finding) => finding.problems);
  if (problems.length > 0) throw new UserError(problems);
}
