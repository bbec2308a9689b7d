import { UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import { writeEvidence } from "../stages/launch/evidence.ts";
import type { Loss } from "../stages/rollback/database/loss.ts";
import { lookBack, recall } from "../stages/rollback/recall.ts";
import { finalizeRecall } from "../stages/tell/finalize-recall.ts";
import { type Action, common, outcomeOf } from "./runner/action.ts";

export const action: Action = {
  inputs: {
    ...common,
    state: { required: true, oneOf: ["look", "go", "settle"] },
    tag: { required: true },
    because: {},
    digest: {},
  },
  outputs: ["digest", "environment", "because", "rows", "outcome", "evidence"],
  async run(context, inputs) {
    const { tag = "", because = "", digest = "" } = inputs;
    if (inputs.state === "look") {
      const look = await lookBack(context, tag, because);
      const { environment, because: reason } = look;
      return {
        outputs: { digest: look.digest, environment, because: reason, rows: rowsOf(look.loss) },
        summary: look.page,
      };
    }
    if (inputs.state === "settle") {
      await finalizeRecall(context, tag);
      return {};
    }
    if (digest === "")
      throw new UserError({
        code: "input-empty",
        what: t`is empty`,
        where: t`input digest`,
        mend: t`pass the output of the step with state: look; it is what was approved`,
      });
    const { launch, evidence } = await recall(context, tag, because, digest);
    return {
      outputs: { outcome: outcomeOf(launch.state()), evidence: await writeEvidence(context.jobDirectory, evidence) },
    };
  },
};

/** How many; empty when that is not known. */
function rowsOf(loss: Loss): string {
  if (loss.kind === "unknown") return "";
  const written = loss.kind === "counted" ? loss.written : [];
  return String(written.reduce((sum, { inserted, changed, deleted }) => sum + inserted + changed + deleted, 0));
}
