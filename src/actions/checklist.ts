import { UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import { writeEvidence } from "../stages/launch/evidence.ts";
import { finalize } from "../stages/tell/finalize.ts";
import { outcomeOf } from "./runner/action.ts";
import { launchAction } from "./runner/launch-action.ts";

export const action = launchAction({
  inputs: { results: { required: true } },
  outputs: ["outcome", "evidence"],
  async run(launch, inputs, { jobDirectory }) {
    const evidence = await finalize(launch, resultsOf(inputs.results ?? ""));
    return {
      outputs: {
        outcome: outcomeOf(launch.state()),
        evidence: evidence === null ? "" : await writeEvidence(jobDirectory, evidence),
      },
    };
  },
});

/** `toJSON(needs)`: each job with its result. */
function resultsOf(json: string): Record<string, string> {
  try {
    const needs = JSON.parse(json) as Record<string, { result?: unknown }>;
    return Object.fromEntries(Object.entries(needs).map(([job, { result }]) => [job, String(result)]));
  } catch (cause) {
    throw new UserError(
      {
        code: "input-no-json",
        what: t`is not JSON`,
        where: t`input results`,
        // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's, as it is written there
        mend: "pass ${{ toJSON(needs) }}",
      },
      { cause },
    );
  }
}
