import { getInput } from "@actions/core";
import { type Problem, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Action, InputValues } from "./action.ts";

/** Reads every input once, without I/O. All that is missing or wrong is reported together. */
export function readInputs(inputs: Action["inputs"]): InputValues {
  const problems: Problem[] = [];
  const values = Object.entries(inputs).map(([name, { required, oneOf, exact }]) => {
    const value = getInput(name, { trimWhitespace: exact !== true });
    if (required && value === "")
      problems.push({
        code: "input-empty",
        what: t`is empty`,
        where: t`input ${name}`,
        mend: t`give it a value in the workflow's \`with:\`; GitHub drops an output of a job before that holds the value of a secret, \
so a secret whose value is a common word (production, v1) has to go`,
      });
    else if (oneOf && !oneOf.includes(value))
      problems.push({
        code: "input-not-known",
        what: t`is "${value.slice(0, 40)}"`,
        where: t`input ${name}`,
        mend: t`use one of: ${oneOf.join(", ")}`,
      });
    return [name, value] as const;
  });
  if (problems.length > 0) throw new UserError(problems);
  return Object.fromEntries(values);
}
