import type { CheckPhase, CheckProblem, NamedHost } from "../../../checks/define-check.ts";
import { kindOf, type PlanCheck } from "../../../checks/registry.ts";
import { t } from "../../../core/text/text.ts";
import type { PlanProblem } from "../../judge/plan-problem.ts";
import type { Plan } from "../../schema/schema.ts";
import { type Rule, rule } from "../rule.ts";
import { abilitiesOf } from "./abilities.ts";

/** A check of the plan, the list it stands in, and the way to it. */
export interface PlacedCheck {
  readonly check: PlanCheck;
  readonly phase: CheckPhase;
  readonly path: readonly PropertyKey[];
}

export function checksOfPlan({ verify, prepare }: Plan): PlacedCheck[] {
  const placed = (phase: CheckPhase, path: readonly string[], checks: readonly PlanCheck[] = []) =>
    checks.map((check, index) => ({ check, phase, path: [...path, index] }));
  return [
    ...placed("verify", ["verify", "checks"], verify.checks),
    ...placed("prepare", ["prepare", "checks"], prepare.checks),
    ...placed("trial", ["prepare", "trial", "tests"], prepare.trial?.tests),
  ];
}

/** The hosts that checks name, and where. */
export function hostsOfChecks(plan: Plan): { path: PropertyKey[]; host: string }[] {
  const named = ({ check, path }: PlacedCheck) =>
    (kindOf(check).hosts?.(check) ?? []).flatMap((one: NamedHost) =>
      one.host === undefined ? [] : [{ path: [...path, ...one.path], host: one.host }],
    );
  return checksOfPlan(plan).flatMap(named);
}

/** Each kind of check knows what it cannot do. */
export const checkRules: readonly Rule[] = [rule("checks-fit-the-plan", { problems: kindProblems })];

/** What a check of a kind cannot do with this plan, or in this list of it. */
function kindProblems(plan: Plan): PlanProblem[] {
  return checksOfPlan(plan).flatMap((placed) =>
    problemsOf(placed, plan).map(({ path, ...problem }) => ({
      ...problem,
      place: { path: [...placed.path, ...path] },
    })),
  );
}

function problemsOf({ check, phase }: PlacedCheck, plan: Plan): readonly CheckProblem[] {
  const { phases = ["verify", "prepare"], problems } = kindOf(check);
  if (phase === "trial" && !phases.includes("trial"))
    return [
      {
        code: "check-of-no-use-in-trial",
        path: ["kind"],
        what: t`a check of kind ${check.kind} tells nothing about a release that is only tried`,
        mend: t`name it in verify.checks or prepare.checks`,
      },
    ];
  return problems?.(check, plan, phase, abilitiesOf(plan)) ?? [];
}
