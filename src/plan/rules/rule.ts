import type { PlanProblem } from "../judge/plan-problem.ts";
import type { Plan } from "../schema/schema.ts";

/** One thing that a plan has to keep beyond its form. */
export interface Rule {
  readonly name: string;
  /** All that breaks it, each with its code and place. */
  problems(plan: Plan): readonly PlanProblem[];
}

interface RuleBody {
  /** Plans that it is about; all of them without it. */
  when?(plan: Plan): boolean;
  problems(plan: Plan): readonly PlanProblem[];
}

export function rule(name: string, { when, problems }: RuleBody): Rule {
  return { name, problems: (plan) => (when === undefined || when(plan) ? problems(plan) : []) };
}
