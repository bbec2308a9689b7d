import { type Problem, StepError, UserError } from "../../core/errors.ts";
import type { PeoplePhase } from "../../core/comments/people-phases.ts";
import { t } from "../../core/text/text.ts";
import { touched } from "../../journal/state.ts";
import { deployMigrate, peopleSteps } from "../../journal/steps/steps.ts";
import { peopleLines } from "../../plan/people/lines.ts";
import type { Launch } from "../launch/context.ts";
import { requireRoom, stayInTime } from "../launch/window-gate.ts";
import { withoutDoubt } from "./doubt.ts";
import { noteOf, peopleResult, stands } from "./judged.ts";
import type { CheckResult } from "./run-checks.ts";
import { askForScenarios } from "./scenarios.ts";
import { type Pace, type Walk, walkThrough } from "./walk-through.ts";

/**
 * Before visitors notice anything: what people do the day before and before the window is done. They are waited for as
 * long as there is room in the window; without them the launch ends, and nothing was touched. Returns whether anybody was
 * asked.
 */
export async function holdBeforeWindow(launch: Launch, pace?: Pace): Promise<boolean> {
  const phases = (["day-before", "before-window"] as const).filter((phase) => isOpen(launch, phase));
  if (touched(launch.state()) || phases.length === 0) return false;
  await requireRoom(launch);
  for (const phase of phases) await askForScenarios(launch, phase);
  const results: CheckResult[] = [];
  for (const phase of phases) {
    results.push(...(await waitFor(launch, { phase, stay: requireRoom, hears: phases }, pace)));
    if (results.some((result) => result.verdict === "fail" && !stands(result))) break;
  }
  requireDone(
    peopleSteps[phases.at(-1) ?? "before-window"].all.id,
    results,
    t`the site was not closed; start the launch again once it is done`,
  );
  return true;
}

/** Once nothing writes any more, and before the backup. As with the scenarios, what nobody did in time is for `verify.ask`. */
export async function holdClosed(launch: Launch, pace?: Pace): Promise<void> {
  // A launch that is past its backup was here before.
  if (!isOpen(launch, "closed") || deployMigrate.begun(launch.state())) return;
  await askForScenarios(launch, "closed");
  const results = await withoutDoubt(
    launch,
    await waitFor(launch, { phase: "closed", stay: stayInTime }, pace),
    pace?.every(0),
  );
  requireDone(peopleSteps.closed.all.id, results, t`the launch goes back`);
}

/** Whether people are asked in a phase, and something of it is not done yet. */
function isOpen({ plan, state }: Launch, phase: PeoplePhase): boolean {
  if (peopleLines(plan, phase).length === 0) return false;
  const through = peopleSteps[phase].all.state(state())?.status === "done";
  return !through || undone({ plan, state }, phase);
}

function undone({ plan, state }: Pick<Launch, "plan" | "state">, phase: PeoplePhase): boolean {
  const of = peopleSteps[phase].line;
  return peopleLines(plan, phase).some(({ id, required }) => required && of.of(id).state(state())?.status !== "done");
}

/** What people said of every line of a phase, once that is known or their time is over. */
export async function waitFor(launch: Launch, walk: Walk, pace?: Pace): Promise<readonly CheckResult[]> {
  const walked = await walkThrough(launch, pace, walk);
  return walked.map((one) => peopleResult(walk.phase, one));
}

function requireDone(step: string, results: readonly CheckResult[], mend: string): void {
  const problems = notDone(results, mend);
  if (problems.length > 0) throw new StepError(step, new UserError(problems));
}

/** The required lines that hold a phase up, in words. */
export function notDone(results: readonly CheckResult[], mend: string): readonly Problem[] {
  return results
    .filter((result) => !stands(result))
    .map((result): Problem => {
      const what = `${result.title}: ${noteOf(result)}`;
      return result.verdict === "fail"
        ? { code: "people-could-not", what, mend }
        : { code: "people-did-not-come", what, mend };
    });
}
