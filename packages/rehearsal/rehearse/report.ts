import { DateTime } from "luxon";
import type { Entry, Outcome } from "../../../src/journal/event.ts";
import { latestRelease, type LaunchState, stateOf } from "../../../src/journal/state.ts";
import { afterForecast, openOff, rollbackHealth } from "../../../src/journal/steps/steps.ts";
import { isOf, type PhaseId, phases } from "../../../src/core/phases.ts";
import type { TwinRequest } from "@golive/github-twin";

/** `refused`: nothing was begun, so the journal knows of no launch. */
export type Ending = Outcome | "refused";

export interface Report {
  readonly outcome: Ending;
  readonly downtimeSeconds: number;
  readonly acknowledgedWrites: number;
  readonly lostWrites: number;
  /** How many of the acknowledged writes are in which database; those a rollback set aside are in the one it kept. */
  readonly writesIn: Readonly<Record<string, number>>;
  readonly rollbackSeconds: number | null;
  /** From the first bad request of visitors after the opening to the page where the rollback is approved; null when there was none. */
  readonly detectionSeconds: number | null;
  /** From that approval to the old release being healthy; null when there was none. */
  readonly approvalToHealthySeconds: number | null;
  /** Of the window, from the page going up to the proof that visitors are back; null when it was not forecast or did not end. */
  readonly forecast: {
    readonly forecastSeconds: number;
    readonly actualSeconds: number;
    readonly steps: readonly {
      readonly id: string;
      readonly source: string;
      readonly forecast: number;
      readonly actual: number;
    }[];
  } | null;
  /** Sent by the suite; what people and the runner ask is not counted. */
  readonly apiRequests: number;
  readonly writesInBusiestMinute: number;
  /** Those that something of was done, in the order of the night. */
  readonly phases: readonly TimedPhase[];
}

export interface TimedPhase {
  readonly name: PhaseId;
  readonly seconds: number;
  readonly verdict: "pass" | "fail";
}

export interface Measured {
  /** When the rollback's approval was asked for, and the moments at which visitors got something bad; milliseconds. */
  readonly askedAt: number | null;
  readonly badAt: readonly number[];
  readonly entries: readonly Entry[];
  readonly requests: readonly TwinRequest[];
  readonly downtimeSeconds: number;
  readonly acknowledgedWrites: number;
  readonly lostWrites: number;
  readonly writesIn: Readonly<Record<string, number>>;
}

/** What the rehearsal ends with; times come from the journal, in seconds. */
export function reportOf({ entries, requests, askedAt, badAt, ...measured }: Measured): Report {
  const release = latestRelease(entries);
  const state = release === null ? null : stateOf(entries, release);
  const timed = state === null ? [] : phases.flatMap((phase) => phaseOf(state, phase) ?? []);
  const ours = requests.filter(({ login }) => login?.endsWith("[bot]"));
  return {
    outcome: state === null ? "refused" : (state.ended?.outcome ?? "failed"),
    ...measured,
    rollbackSeconds: timed.find(({ name }) => name === "rollback")?.seconds ?? null,
    ...detectionOf(state, askedAt, badAt),
    forecast: forecastOf(state),
    apiRequests: ours.length,
    writesInBusiestMinute: busiestMinute(ours.filter(({ write }) => write).map(({ time }) => time)),
    phases: timed,
  };
}

/** From the first step's start to the last one's end; null for a phase of which nothing began. */
function phaseOf(state: LaunchState, name: PhaseId): TimedPhase | null {
  const steps = [...state.steps].filter(([id]) => isOf(id, name)).map(([, step]) => step);
  if (steps.length === 0) return null;
  const from = Math.min(...steps.map((step) => millis(step.startedAt)));
  const to = Math.max(...steps.map((step) => millis(step.endedAt ?? step.startedAt)));
  const passed = steps.every(({ status }) => status === "done" || status === "skipped");
  return { name, seconds: (to - from) / 1000, verdict: passed ? "pass" : "fail" };
}

function detectionOf(
  state: LaunchState | null,
  askedAt: number | null,
  badAt: readonly number[],
): Pick<Report, "detectionSeconds" | "approvalToHealthySeconds"> {
  const opened = state === null ? undefined : openOff.state(state)?.endedAt;
  const first = opened === undefined ? undefined : badAt.toSorted((a, b) => a - b).find((at) => at >= millis(opened));
  const healthy = (state === null ? [] : rollbackHealth.all(state)).map(([, { endedAt = "" }]) => millis(endedAt));
  return {
    detectionSeconds: askedAt === null || first === undefined ? null : (askedAt - first) / 1000,
    approvalToHealthySeconds: askedAt === null || healthy.length === 0 ? null : (Math.max(...healthy) - askedAt) / 1000,
  };
}

function forecastOf(state: LaunchState | null): Report["forecast"] {
  const {
    forecastSeconds,
    actualSeconds,
    steps = [],
  } = (state === null ? undefined : afterForecast.state(state))?.facts ?? {};
  return typeof forecastSeconds === "number" && typeof actualSeconds === "number"
    ? { forecastSeconds, actualSeconds, steps: steps as NonNullable<Report["forecast"]>["steps"] }
    : null;
}

function millis(iso: string): number {
  return DateTime.fromISO(iso).toMillis();
}

/** The most that fall into any 60 seconds. */
export function busiestMinute(times: readonly number[]): number {
  return Math.max(0, ...times.map((from) => times.filter((time) => time >= from && time < from + 60_000).length));
}
