import { DateTime } from "luxon";
import { renderScenarios } from "../../checklist/scenarios.ts";
import { plain } from "../../checklist/markdown.ts";
import { type PeoplePhase, peoplePhases } from "../../core/comments/people-phases.ts";
import { errorLine } from "../../core/errors.ts";
import { dayAndTime } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import { openComment } from "../../github/issue.ts";
import type { LaunchState } from "../../journal/state.ts";
import { peopleSteps } from "../../journal/steps/steps.ts";
import { hasWayPast } from "../../load-balancer/balancer.ts";
import { type PeopleLine, peopleLines } from "../../plan/people/lines.ts";
import type { Launch } from "../launch/context.ts";
import { windowOf } from "../launch/window-gate.ts";

/**
 * Posts the comment that people tick, or goes on with the one of this launch: the scenarios and the steps that people do,
 * a comment for each phase, so that whoever is called finds it at the end of the page. What GitHub does not take now, the
 * next look tries again.
 */
export async function askForScenarios(launch: Launch, phase: PeoplePhase = "before-opening"): Promise<void> {
  for (const { id, required } of peopleLines(launch.plan, phase)) {
    const step = lineId(phase, id);
    const { status, facts } = launch.state().steps.get(step) ?? {};
    // Nobody came last time: now it is asked for anew.
    if (status === undefined || facts?.verdict === "inconclusive")
      await launch.record({
        kind: "step",
        step,
        status: "started",
        facts: { verdict: null, ...(required ? {} : { required }) },
      });
  }
  const until = untilOf(launch, phase).toISO();
  await launch.record({ kind: "step", step: peopleSteps[phase].all.id, status: "started", facts: { until } });
  await post(launch, phase);
}

/** Id of the line that somebody ticks in a phase. */
export function lineId(phase: PeoplePhase, id: string): string {
  return peopleSteps[phase].line.of(id).id;
}

/** What is asked before the window is not due before the window: whoever is early has the time until then as well. */
function untilOf(launch: Launch, phase: PeoplePhase): DateTime {
  const now = DateTime.now();
  const { start } = windowOf(launch);
  const waits = phase === "day-before" || (phase === "before-window" && launch.state().overridden === null);
  return (waits && start > now ? start : now).plus({ seconds: within(peopleLines(launch.plan, phase)) });
}

/** Seconds that lines which are asked for together are waited for: as long as the one that needs longest. */
function within(lines: readonly PeopleLine[]): number {
  const needed = lines.filter(({ required }) => required);
  return Math.max(...(needed.length > 0 ? needed : lines).map((line) => line.within));
}

/** The comment that people tick, unless it is there. What GitHub does not take now, the next look tries again. */
export async function post(launch: Launch, phase: PeoplePhase = "before-opening"): Promise<void> {
  const { release, github, log } = launch;
  if (postOf(launch.state(), phase) !== null) return;
  try {
    const { id, node } = await openComment(github, release.issue, wanted(launch, phase));
    await launch.record({
      kind: "step",
      step: peopleSteps[phase].all.id,
      status: "started",
      facts: { comment: id, node },
    });
  } catch (error) {
    log.warn(t`The scenarios could not be posted: ${errorLine(error)}. It is tried again.`);
  }
}

/** The checks failed already: nobody needs to walk through anything. */
export async function callOff(launch: Launch, phase: PeoplePhase = "before-opening"): Promise<void> {
  for (const { id } of peopleLines(launch.plan, phase))
    if (launch.state().steps.get(lineId(phase, id))?.status === "started")
      await launch.record({ kind: "step", step: lineId(phase, id), status: "skipped", note: t`a check failed before` });
  await launch.record({
    kind: "step",
    step: peopleSteps[phase].all.id,
    status: "skipped",
    note: t`a check failed before`,
  });
}

/** The comment as it should read now; the same whoever writes it. */
export function wanted({ plan, release, messages, state }: Launch, phase: PeoplePhase): string {
  const asked = peopleSteps[phase].all.facts(state());
  const until = DateTime.fromISO(asked.until ?? "", { zone: plan.timezone });
  const name = `${plain(plan.service)} ${plain(release.tag)}`;
  // What is asked by day is due at night.
  const shown = () => (phase === "day-before" ? dayAndTime(until) : until.toFormat("HH:mm"));
  const time = until.isValid ? shown() : "";
  const head =
    phase === "before-opening"
      ? messages.scenarios.head(name, time, hasWayPast(plan.loadBalancer))
      : messages.manual.head[phase](name, time);
  return renderScenarios(release.id, peopleLines(plan, phase), state().scenarios, { head, messages });
}

/** The comment of a phase: its number, and its name in GraphQL. */
export interface Post {
  readonly comment: number;
  readonly node: string;
}

export function postOf(state: LaunchState, phase: PeoplePhase): Post | null {
  const { comment, node } = peopleSteps[phase].all.facts(state);
  return comment == null || node == null ? null : { comment, node };
}

/** The phases whose comment was posted. */
export function askedPhases(state: LaunchState): readonly PeoplePhase[] {
  return peoplePhases.filter((phase) => postOf(state, phase) !== null);
}
