import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { practised } from "../practised.ts";
import type { Plan } from "../schema/schema.ts";

/**
 * What whoever launches has to say once. Asked where a launch is planned, and never on the way back: a plan that was
 * launched before this was asked is still a plan.
 */
export function unsaid(plan: Plan, file: string): Problem[] {
  return [...filesUnsaid(plan, file), ...stepsUnsaid(plan, file)];
}

/** Whoever launches says once whether people upload files. */
export function filesUnsaid(plan: Plan, file: string): Problem[] {
  if (plan.files !== undefined) return [];
  return [
    {
      code: "files-unsaid",
      what: t`the plan does not say where the files lie that people upload`,
      position: { file, line: 1, column: 1 },
      mend: t`add files: with the folders (docs/files.md), or files: none when there are none`,
    },
  ];
}

/** Steps of which nobody knows what becomes of them: what they built would stay, or the release before would lack it. */
export function stepsUnsaid(plan: Plan, file: string): Problem[] {
  return plan.deploy.steps
    .filter((step) => step.onRollback === undefined && !practised(plan, step))
    .map((step) => ({
      code: "on-rollback-unsaid",
      what: t`nothing says what becomes of the step "${step.id}" on the way back`,
      where: `${file}: deploy.steps`,
      mend: t`add on-rollback: again (run once more in the release before), skip, or other words; \
the day before can find out for steps it may try (prepare.trial)`,
    }));
}
