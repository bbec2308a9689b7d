// `outputs:` of a job, without those that would carry a secret into another one.

import { evaluateText } from "../expressions/evaluate.ts";
import type { PreparedJob } from "./prepare-job.ts";
import { type Token, entries } from "../workflow/read-token.ts";
import { evaluationOf } from "../steps/step-scope.ts";

export function jobOutputs({ job, scope }: PreparedJob, token: Token | undefined): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  for (const [name, value] of entries(token)) {
    try {
      const text = evaluateText(value, evaluationOf(scope, {})) ?? "";
      if (job.masker.hides(text))
        job.annotations.push({ level: "warning", message: `Skip output '${name}' since it may contain secret.` });
      else outputs[name] = text;
    } catch (error) {
      job.result.status = "failure";
      job.annotations.push({ level: "error", message: error instanceof Error ? error.message : String(error) });
    }
  }
  return outputs;
}
