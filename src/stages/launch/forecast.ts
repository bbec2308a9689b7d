import {
  backupCopy,
  dayBeforeForecast,
  definitionOf,
  isolateOn,
  openProof,
  peopleSteps,
  usualElsewhere,
} from "../../journal/steps/steps.ts";
import { forecastSteps, type History, type StepForecast, total } from "../../core/window/forecast.ts";
import type { Expected } from "../../core/window/gate.ts";
import type { Entry } from "../../journal/event.ts";
import { type LaunchState, stateOf } from "../../journal/state.ts";
import type { Line, Phase } from "../../checklist/model.ts";
import { isOf, type PhaseId, windowPhases } from "../../core/phases.ts";
import { peopleLines, phasesWithPeople } from "../../plan/people/lines.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { ifPostgresql } from "../../plan/engine/engine.ts";

/** What a launch and its way back are expected to take. */
export interface Forecast {
  /** From the page going up to the proof that visitors reach the release: what people see as downtime. */
  readonly launch: Expected;
  readonly rollback: Expected;
  readonly steps: readonly StepForecast[];
  readonly phases: readonly { readonly id: PhaseId; readonly seconds: number }[];
}

/** What goes by between the steps: writing the journal, looking at the lock. A line of its own in the forecast. */
const between = "between";

/** The forecast on record, if the day before was rehearsed. */
export function forecastOf(state: LaunchState): Forecast | null {
  const step = dayBeforeForecast.state(state);
  return step?.status === "done" ? ((step.facts.forecast as Forecast | undefined) ?? null) : null;
}

/**
 * `measured`: seconds by step; `usual`: what nothing is known of; `dumpAfter`: the step after which the dump is made
 * beside the rest, if it is.
 */
export function makeForecast(
  phases: readonly Phase[],
  {
    dumpAfter,
    ...known
  }: {
    readonly measured: ReadonlyMap<string, number>;
    readonly history: History;
    usual(id: string): number;
    readonly dumpAfter: string | null;
  },
): Forecast {
  const linesOf = (phase: PhaseId) => phases.find(({ id }) => id === phase)?.lines ?? [];
  const byPhase = windowPhases
    .filter((id) => linesOf(id).length > 0)
    .map((id) => ({
      id,
      steps: forecastSteps(
        linesOf(id).map((line) => line.id),
        known,
      ),
    }));
  // Checks run at the same time: the slowest of them is what it takes.
  const counted = byPhase.map(({ id, steps }) => ({
    id,
    steps: id === "verify" ? slowest(steps) : longest(linesOf(id), steps),
  }));
  const gaps = forecastSteps([between], known);
  const spared =
    dumpAfter === null
      ? []
      : besideTheOther(
          counted.flatMap(({ steps }) => steps),
          dumpAfter,
        );
  const back = linesOf("rollback").filter(({ optional }) => !optional);
  return {
    launch: total([...counted.flatMap(({ steps }) => steps), ...gaps].filter((step) => !spared.includes(step))),
    rollback: total(
      longest(
        back,
        forecastSteps(
          back.map(({ id }) => id),
          known,
        ),
      ),
    ),
    steps: [...byPhase.flatMap(({ steps }) => steps), ...gaps],
    phases: counted.map(({ id, steps }) => ({ id, seconds: total(steps).seconds })),
  };
}

/** Of the dump and what goes on beside it once the migrations are through, the shorter: it costs no time of its own. */
function besideTheOther(steps: readonly StepForecast[], dumpAfter: string): readonly StepForecast[] {
  const dump = steps.filter(({ id }) => isOf(id, "backup") && !backupCopy.is(id));
  const migrated = steps.findIndex(({ id }) => id === dumpAfter);
  const rest = steps.slice(migrated + 1).filter(({ id }) => isOf(id, "deploy", "dns-tls", "verify"));
  return total(dump).seconds < total(rest).seconds ? dump : rest;
}

/** Of lines that happen at the same time only the lane that takes longest counts. */
function longest(lines: readonly Line[], steps: readonly StepForecast[]): StepForecast[] {
  const laneOf = new Map(lines.map(({ id, lane }) => [id, lane]));
  const batchOf = (lane: string) => lane.slice(0, lane.lastIndexOf(" "));
  const seconds = new Map<string, number>();
  for (const step of steps) {
    const lane = laneOf.get(step.id);
    if (lane !== undefined) seconds.set(lane, (seconds.get(lane) ?? 0) + step.seconds);
  }
  const counts = new Set(
    [...new Set([...seconds.keys()].map(batchOf))].map(
      (batch) => [...seconds].filter(([lane]) => batchOf(lane) === batch).toSorted(([, a], [, b]) => b - a)[0]?.[0],
    ),
  );
  return steps.filter(({ id }) => laneOf.get(id) === undefined || counts.has(laneOf.get(id)));
}

function slowest(steps: readonly StepForecast[]): StepForecast[] {
  return steps.toSorted((a, b) => b.seconds - a.seconds).slice(0, 1);
}

/** From the first step of the window to the last; seconds, or null when it did not get that far. */
export function actualSeconds(state: LaunchState): number | null {
  const from = isolateOn.state(state)?.startedAt;
  const to = openProof.state(state);
  if (from === undefined || to?.status !== "done" || to.endedAt === undefined) return null;
  return (Date.parse(to.endedAt) - Date.parse(from)) / 1000;
}

/** What each step took in launches that went live without being interrupted, and in rollbacks. */
export function historyOf(entries: readonly Entry[], except: string): History {
  const releases = [...new Set(entries.map(({ release }) => release))].filter((release) => release !== except);
  const history = new Map<string, number[]>();
  const add = (id: string, seconds: number) => history.set(id, [...(history.get(id) ?? []), seconds]);
  for (const release of releases) {
    const state = stateOf(entries, release);
    if (state.ended?.outcome !== "live" && state.ended?.outcome !== "rolled-back") continue;
    for (const [id, step] of state.steps)
      if (step.status === "done" && step.seconds !== undefined && !isOf(id, "prepare", "day-before"))
        add(id, step.seconds);
    const total = actualSeconds(state);
    // Somebody who slept between two tries is no measure.
    const runs = new Set(
      entries.filter((entry) => entry.release === release).map(({ run }) => `${run.id}-${run.attempt}`),
    );
    if (total === null || runs.size > 1) continue;
    add(between, Math.max(0, total - busySeconds(state)));
  }
  return history;
}

/** How long any step of the window was under way; those at the same time count once. */
function busySeconds(state: LaunchState): number {
  const spans = [...state.steps]
    .filter(([id, { seconds, endedAt }]) => isOf(id, ...windowPhases) && seconds !== undefined && endedAt !== undefined)
    .map(([, { seconds = 0, endedAt = "" }]) => ({
      from: Date.parse(endedAt) / 1000 - seconds,
      to: Date.parse(endedAt) / 1000,
    }))
    .toSorted((a, b) => a.from - b.from);
  let busy = 0;
  let until = 0;
  for (const { from, to } of spans) {
    busy += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return busy;
}

/** Seconds that a step usually takes, of which nothing else is known. `bytes`: of the database. */
export function usualSeconds(plan: Plan, bytes: number): (id: string) => number {
  const of = {
    database: (megabytesPerSecond: number) => bytes / 1e6 / megabytesPerSecond,
    copies: ifPostgresql(plan)?.backup.copy === true,
    people: plan.verify.people.usual,
  };
  const people = peopleUsual(plan);
  return (id) => {
    const asked = people.get(id);
    if (asked !== undefined) return asked;
    const usual = definitionOf(id)?.usualSeconds ?? usualElsewhere;
    return typeof usual === "number" ? usual : usual(of);
  };
}

/** Seconds that people mostly take for each line of theirs; what holds nothing up is not waited for. */
function peopleUsual(plan: Plan): ReadonlyMap<string, number> {
  return new Map(
    phasesWithPeople(plan).flatMap((phase) =>
      peopleLines(plan, phase).map(({ id, kind, required, usual }): [string, number] => [
        peopleSteps[phase].line.of(id).id,
        required || kind === "scenario" ? usual : 0,
      ]),
    ),
  );
}
