import { setTimeout as sleep } from "node:timers/promises";
import { errorLine, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { PeoplePhase } from "../../core/comments/people-phases.ts";
import { peopleSteps } from "../../journal/steps/steps.ts";
import { type PeopleLine, peopleLines } from "../../plan/people/lines.ts";
import type { Launch } from "../launch/context.ts";
import { stayInTime } from "../launch/window-gate.ts";
import { type Memory, noMemory } from "./scenario-answers.ts";
import { listen } from "./listen.ts";
import { teller } from "./reminders.ts";
import { post } from "./scenarios.ts";
import { countText, recordUnsaid, verdictOn, type Walked } from "./walked.ts";

/**
 * Seconds. `every`: between two looks, after so much waiting. `regret`: how long somebody who clicked on the wrong box
 * may take it back before it counts.
 */
export interface Pace {
  every(waited: number): number;
  readonly regret: number;
}

/** Soon at first, when people are at it; over a long night within what GitHub grants a run in an hour. */
const usualPace: Pace = { every: lookAgainAfter, regret: 20 };

function lookAgainAfter(waited: number): number {
  if (waited < 120) return 3;
  return waited < 600 ? 5 : 10;
}

/** What people are waited for, and what could end that early: `stay` throws when it goes on no longer. */
export interface Walk {
  readonly phase: PeoplePhase;
  readonly stay: (launch: Launch) => Promise<unknown>;
  /** Phases that are heard meanwhile: this one, and others that are asked for at the same time. */
  readonly hears?: readonly PeoplePhase[];
}

const throughScenarios: Walk = { phase: "before-opening", stay: stayInTime };

/** Waits until people have said of every required line how it is, as long as the plan allows since they were asked. */
export async function walkThrough(
  launch: Launch,
  pace: Pace = usualPace,
  walk: Walk = throughScenarios,
): Promise<readonly Walked[]> {
  const { phase } = walk;
  const began = Date.now();
  const blind = await untilSaid(launch, pace, walk, began);
  const walked = peopleLines(launch.plan, phase).map((line) =>
    verdictOn(launch.state().scenarios.get(line.id), line, blind),
  );
  for (const one of walked) if (one.verdict === "inconclusive") await recordUnsaid(launch, phase, one);
  await launch.record({
    kind: "step",
    step: peopleSteps[phase].all.id,
    status: "done",
    seconds: Math.round((Date.now() - began) / 100) / 10,
    note: countText(walked),
  });
  return walked;
}

/** Looks again and again; returns why the last look could not be made, null when it could. */
async function untilSaid(
  launch: Launch,
  { every, regret }: Pace,
  { phase, stay, hears = [phase] }: Walk,
  began: number,
): Promise<string | null> {
  const { signal } = launch;
  const until = Date.parse(String(peopleSteps[phase].all.facts(launch.state()).until));
  const memory = noMemory();
  const heardBad = new Map<string, number>();
  const tell = teller(launch, phase, { began, until });
  for (;;) {
    await post(launch, phase);
    const blind = await lookOnce(launch, memory, hears);
    const lines = peopleLines(launch.plan, phase);
    noteBad(launch, lines, heardBad);
    const { missing, bad } = openOnes(launch, lines);
    const counts = bad.some(({ id }) => Date.now() - (heardBad.get(id) ?? 0) >= regret * 1000);
    if (counts || (missing.length === 0 && bad.length === 0) || Date.now() >= until) return blind;
    if (signal.aborted)
      throw new UserError({
        code: "scenarios-cancelled",
        what: t`the run was cancelled while people walked through the scenarios`,
      });
    await stay(launch);
    if (missing.length > 0) await tell(missing);
    const pause = Math.min(every((Date.now() - began) / 1000) * 1000, until - Date.now());
    await sleep(Math.max(0, pause), undefined, { signal }).catch(() => {});
  }
}

async function lookOnce(launch: Launch, memory: Memory, phases: readonly PeoplePhase[]): Promise<string | null> {
  try {
    await listen(launch, memory, phases);
    return null;
  } catch (error) {
    launch.log.warn(t`The scenarios could not be looked at: ${errorLine(error)}. It is tried again.`);
    return errorLine(error);
  }
}

/** Since when somebody says that a scenario does not work. */
function noteBad({ state }: Launch, lines: readonly PeopleLine[], heardBad: Map<string, number>): void {
  for (const { id } of lines) {
    if (state().scenarios.get(id)?.mark !== "fail") heardBad.delete(id);
    else if (!heardBad.has(id)) heardBad.set(id, Date.now());
  }
}

/** Required lines of which nothing was said, and those that do not work. */
function openOnes(
  { state }: Launch,
  lines: readonly PeopleLine[],
): {
  readonly missing: readonly PeopleLine[];
  readonly bad: readonly PeopleLine[];
} {
  const needed = lines.filter(({ required }) => required);
  const markOf = ({ id }: PeopleLine) => state().scenarios.get(id)?.mark ?? "none";
  return {
    missing: needed.filter((one) => markOf(one) === "none"),
    bad: needed.filter((one) => markOf(one) === "fail"),
  };
}
