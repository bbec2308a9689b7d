// The inputs of one use of an action: what `with` gives, and the defaults for the rest.

import { evaluateText, evaluateTexts } from "../expressions/evaluate.ts";
import type { Action } from "./load-action.ts";
import { type Token, child } from "../workflow/read-token.ts";
import type { StepRun } from "../running-job.ts";

export function actionInputs(at: StepRun, action: Action, step: Token): Readonly<Record<string, string>> {
  const given = Object.fromEntries(
    Object.entries(evaluateTexts(child(step, "with"), at.evaluation())).map(([name, value]) => [
      name.toLowerCase(),
      value,
    ]),
  );
  const values = { ...given };
  for (const input of action.inputs) {
    const key = input.name.toLowerCase();
    values[key] ??= evaluateText(input.default, at.evaluation()) ?? "";
  }
  return values;
}

/** Said once, by the action's main part. */
export function warnAboutInputs(at: StepRun, action: Action, step: Token): void {
  const given = Object.keys(evaluateTexts(child(step, "with"), at.evaluation())).map((name) => name.toLowerCase());
  const known = new Set(action.inputs.map((input) => input.name.toLowerCase()));
  const unexpected = given.filter((name) => !known.has(name));
  if (unexpected.length > 0) {
    const valid = action.inputs.map((input) => `'${input.name}'`).join(", ");
    at.log.annotate({
      level: "warning",
      message: `Unexpected input(s) ${unexpected.map((name) => `'${name}'`).join(", ")}, valid inputs are [${valid}]`,
    });
  }
  for (const input of action.inputs) {
    const present = given.includes(input.name.toLowerCase());
    if (present && input.deprecation !== undefined)
      at.log.annotate({
        level: "warning",
        message: `Input '${input.name}' has been deprecated with message: ${input.deprecation}`,
      });
    // GitHub leaves it to the action to insist, so this is a line in the log and no annotation.
    if (!present && input.required && input.default === undefined)
      at.log.note(`##[warning]Input required and not supplied: ${input.name}`);
  }
}
