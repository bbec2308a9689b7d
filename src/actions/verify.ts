import { t } from "../core/text/text.ts";
import { type Mark, worst } from "../core/verdict.ts";
import { plain } from "../checklist/markdown.ts";
import type { CheckResult } from "../stages/verify/run-checks.ts";
import { requirePass, verifyRelease } from "../stages/verify/verify.ts";
import type { Result } from "./runner/action.ts";
import { launchAction } from "./runner/launch-action.ts";

export const action = launchAction({
  outputs: ["verdict"],
  async run(launch) {
    const results = await verifyRelease(launch);
    const needed = results.filter(({ required }) => required);
    return resultOf(results, { verdict: worst(needed.map(({ verdict }) => verdict)) });
  },
});

/** All that the checks said is shown, and the action fails when one of them did not pass. */
export function resultOf(results: readonly CheckResult[], outputs: NonNullable<Result["outputs"]>): Result {
  const result = { outputs, summary: checkTable(results), marks: marksOf(results) };
  try {
    requirePass(results);
    return result;
  } catch (failure) {
    return { ...result, failure };
  }
}

/** For the job summary. */
function checkTable(results: readonly CheckResult[]): string {
  const rows = results.map(({ title, verdict, evidence, required, acceptedBy }) => {
    const optional = required ? "" : t`, not required`;
    const accepted = acceptedBy === undefined ? "" : t`, accepted by ${plain(acceptedBy)}`;
    return `| ${plain(title)} | ${verdict}${optional}${accepted} | ${plain(evidence)} |`;
  });
  const details = results.flatMap(({ title, details: lines }) =>
    lines
      ? [
          `<details><summary>${plain(title)}</summary>\n\n${lines.map((line) => `- ${plain(line)}`).join("\n")}\n\n</details>`,
        ]
      : [],
  );
  return t`## Verify\n\n| check | verdict | evidence |\n|---|---|---|\n${rows.join("\n")}\n\n${details.join("\n\n")}\n`;
}

/** GitHub shows ten errors of a step; the last of them says why the step failed. */
const most = 9;

/** Of tests that failed: what and where. What they said stays on the host. */
export function marksOf(results: readonly CheckResult[]): readonly Mark[] {
  const all = results.flatMap(({ marks }) => marks ?? []);
  return all.length <= most
    ? all
    : [...all.slice(0, most - 1), { text: t`${all.length - most + 1} more; the summary has them all` }];
}
