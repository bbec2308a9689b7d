import { dayBeforeWayBack, deployStep, rollbackStep } from "../../journal/steps/steps.ts";
import { t } from "../../core/text/text.ts";
import { begun, type LaunchState } from "../../journal/state.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import type { CustomStep, StepBack } from "../../presets/schema.ts";
import { stepHosts } from "../deploy/deploy-order.ts";

/**
 * A step of the plan's own on the way back, on one host. `undoes`: the step of the deploy that it answers; `unsaid`: what
 * becomes of that one is for the day before to find out.
 */
export interface OwnBack {
  readonly id: string;
  readonly title: string;
  readonly host: string;
  readonly run: readonly string[];
  readonly timeout: number;
  readonly undoes?: string;
  readonly unsaid?: boolean;
  readonly practice: boolean;
}

/** In the directory of the release before: first what becomes of the deploy's steps, then the plan's own for the way back. */
export function ownBack(plan: Plan, when: StepBack["when"]): readonly OwnBack[] {
  const answers = plan.deploy.steps
    .filter((step) => (step.when === "after-start") === (when === "after-start"))
    .flatMap((step) => answerOf(plan, step));
  const own = plan.rollback.steps
    .filter((step) => step.when === when)
    .flatMap((step) =>
      (step.hosts ?? plan.deploy.hosts).map((host) => ({ ...bare(step), id: idOf(step, host), host })),
    );
  return [...answers, ...own];
}

function answerOf(plan: Plan, step: CustomStep): OwnBack[] {
  const { onRollback: said } = step;
  const policy = said ?? "again";
  if (policy === "skip") return [];
  return stepHosts(plan, step).map((host) => ({
    ...bare(step),
    id: idOf(step, host),
    host,
    run: policy === "again" ? step.run : policy,
    undoes: deployStep.of(step.id, host).id,
    unsaid: said === undefined,
  }));
}

function idOf({ id }: { readonly id: string }, host: string): string {
  return rollbackStep.of(id, host).id;
}

function bare({ title, run, timeout, practice }: CustomStep | StepBack) {
  return { title, run, timeout, practice };
}

/**
 * Why a step need not run on this way back; null when it has to. A launch that was opened before any of this was asked
 * goes back as it was meant to then: a step that was never tried in the release before could stop it there.
 */
export function needless(state: LaunchState, { undoes, unsaid = false }: OwnBack): string | null {
  if (undoes === undefined) return null;
  if (!begun(state, undoes)) return t`the deploy did not get to that step`;
  const tried = dayBeforeWayBack.facts(state).practised === true;
  return unsaid && !tried
    ? t`the plan does not say what becomes of it on the way back, and the day before did not try it`
    : null;
}
