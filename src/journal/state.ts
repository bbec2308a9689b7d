import type { Entry } from "./event.ts";
import { emptyState, type LaunchState } from "./launch-state.ts";
import { next } from "./next.ts";
import type { StepState } from "./step-state.ts";
import { isolateOn, verifyScenario } from "./steps/steps.ts";

export { type Counted, type Ended, emptyState, type LaunchState } from "./launch-state.ts";
export { next } from "./next.ts";

export function stateOf(entries: readonly Entry[], release: string): LaunchState {
  return entries.filter((entry) => entry.release === release).reduce(next, emptyState);
}

/** The release whose launch was opened last, ended or not. */
export function latestRelease(entries: readonly Entry[]): string | null {
  return entries.findLast((entry) => entry.kind === "opened")?.release ?? null;
}

/** The same of those that visitors could notice: one that was only rehearsed since does not count. */
export function latestTouched(entries: readonly Entry[]): string | null {
  const opened = [
    ...new Set(entries.flatMap((entry) => (entry.kind === "opened" ? [entry.release] : [])).toReversed()),
  ];
  return opened.find((release) => touched(stateOf(entries, release))) ?? null;
}

/** Id of a scenario's line on the checklist. */
export function scenarioLine(id: string): string {
  return verifyScenario.of(id).id;
}

/** Whether a step was ever begun; what it did may be half done. */
export function begun(state: LaunchState, step: string): boolean {
  return [...state.steps].some(
    ([id, { status }]) => (id === step || id.startsWith(`${step}@`)) && status !== "skipped",
  );
}

/** Whether a step began after all of these had ended: what it started could read what they left. */
export function startedAfter(state: LaunchState, { startedAt }: StepState, steps: readonly string[]): boolean {
  return steps.every((id) => (state.steps.get(id)?.endedAt ?? "") <= startedAt);
}

/** Whether anything that visitors or data could notice was begun. */
export function touched(state: LaunchState): boolean {
  return isolateOn.begun(state);
}
