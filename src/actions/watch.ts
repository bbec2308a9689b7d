import { parseDuration } from "../core/text/duration.ts";
import { UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import { writeEvidence } from "../stages/launch/evidence.ts";
import { report } from "../stages/watch/report.ts";
import { watch } from "../stages/watch/watch.ts";
import { type Action, common } from "./runner/action.ts";

export const action: Action = {
  inputs: { ...common, tag: { required: true }, state: { required: true, oneOf: ["watch", "report"] }, limit: {} },
  outputs: ["end", "because", "evidence"],
  async run(context, { tag = "", state = "", limit = "" }) {
    if (state === "watch") {
      const seconds = limit === "" ? undefined : parseDuration(limit);
      if (seconds === null || seconds === 0)
        throw new UserError({
          code: "input-no-duration",
          what: t`is not a duration`,
          where: t`input limit`,
          mend: t`write it as 5h30m, 90m or 30s`,
        });
      const { end, because, charts } = await watch(context, tag, seconds);
      return {
        outputs: { end, because, evidence: "" },
        ...(charts.length === 0 ? {} : { summary: charts.join("\n\n") }),
      };
    }
    const { text, evidence } = await report(context, tag);
    return {
      outputs: { end: "", because: "", evidence: await writeEvidence(context.jobDirectory, evidence) },
      summary: text,
    };
  },
};
