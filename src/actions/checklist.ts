import { UserError } from "../core/errors.ts";
import { t } from "../core/text.ts";
import { evidenceOf, writeEvidence } from "../stages/evidence.ts";
import { settle, stillWatched } from "../stages/settle.ts";
import { type Action, approved, outcomeOf } from "./action.ts";
import { withLaunch } from "./with-launch.ts";

export const action: Action = {
  inputs: { ...approved, results: { required: true } },
  outputs: ["outcome", "evidence"],
  run: (context, inputs) =>
    withLaunch(context, inputs, async (launch) => {
      const ended = await settle(launch, resultsOf(inputs.results ?? ""));
      // A release that is watched has its evidence with the report.
      const last = ended !== null && ended.outcome !== "prepared" && !stillWatched(launch);
      return { outputs: { outcome: outcomeOf(launch.state()), evidence: last ? await writeEvidence(context.jobDirectory, evidenceOf(launch)) : "" } };
    }),
};

/** `toJSON(needs)`: each job with its result. */
function resultsOf(json: string): Record<string, string> {
  try {
    const needs = JSON.parse(json) as Record<string, { result?: unknown }>;
    return Object.fromEntries(Object.entries(needs).map(([job, { result }]) => [job, String(result)]));
  } catch (cause) {
    throw new UserError({ what: t`is not JSON`, where: t`input results`, mend: "pass ${{ toJSON(needs) }}" }, { cause });
  }
}
