import { prepareSmoke } from "../../../../journal/steps/steps.ts";
import { checksOf } from "../../../../checks/registry.ts";
import type { Problem } from "../../../../core/errors.ts";
import { t } from "../../../../core/text/text.ts";
import type { GitHub } from "../../../../github/client.ts";
import { pathExists } from "../../../../github/repository.ts";
import type { Plan } from "../../../../plan/schema/schema.ts";
import type { Finding } from "../../finding.ts";

/** Whether the smoke tests of the plan are in the release; null when it has none. */
export async function smokeFilesFinding(github: GitHub, plan: Plan, commit: string): Promise<Finding | null> {
  const smoke = checksOf("smoke", plan.verify.checks).map((check) => ({
    check,
    index: plan.verify.checks.indexOf(check),
  }));
  if (smoke.length === 0) return null;
  const missing = await Promise.all(
    smoke.map(async ({ check, index }): Promise<readonly Problem[]> => {
      if (await pathExists(github, check.path, commit)) return [];
      return [
        {
          code: "smoke-tests-missing",
          what: t`${check.path} is not in the release`,
          where: `verify.checks[${index}].path`,
          mend: t`commit the tests before the tag is made, or correct the path`,
        },
      ];
    }),
  );
  return { step: prepareSmoke.id, problems: missing.flat(), note: smoke.map(({ check }) => check.path).join(", ") };
}
