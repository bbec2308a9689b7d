import { UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import { writeEvidence } from "../stages/launch/evidence.ts";
import { finalize } from "../stages/tell/finalize.ts";
import { type Action, approved, outcomeOf } from "./runner/action.ts";
import { withLaunch } from "./runner/with-launch.ts";

export const action: Action = {
  inputs: { ...approved, results: { required: true } },
  outputs: ["outcome", "evidence"],
  run: (context, inputs) =>
    withLaunch(context, inputs, async (launch) => {
      const evidence = await finalize(launch, resultsOf(inputs.results ?? ""));
      return {
        outputs: {
          outcome: outcomeOf(launch.state()),
          evidence: evidence === null ? "" : await writeEvidence(context.jobDirectory, evidence),
        },
      };
    }),
};

/** `toJSON(needs)`: each job with its result. */
function resultsOf(json: string): Record<string, string> {
  try {
    const needs = JSON.parse(json) as Record<string, { result?: unknown }>;
    return Object.fromEntries(Object.entries(needs).map(([job, { result }]) => [job, String(result)]));
  } catch (cause) {
    throw new UserError(
      { what: t`is not JSON`, where: t`input results`, mend: "pass ${{ toJSON(needs) }}" },
      { cause },
    );
  }
}
