import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";

/** Of more problems than this the first are told, and how many there are. */
const mostProblems = 100;

/** The first so many in words, and how many more there are. */
export function atMost<T>(all: readonly T[], file: string, told: (one: T) => Problem): Problem[] {
  const first = all.slice(0, mostProblems).map(told);
  if (all.length <= mostProblems) return first;
  return [
    ...first,
    {
      code: "plan-more-problems",
      what: t`and ${all.length - mostProblems} more`,
      position: first.at(-1)?.position ?? { file, line: 1, column: 1 },
      mend: t`mend these first`,
    },
  ];
}

/** In the order of the file, whatever found them. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      (a.position?.line ?? 0) - (b.position?.line ?? 0) || (a.position?.column ?? 0) - (b.position?.column ?? 0),
  );
}
