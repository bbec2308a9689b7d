import { now } from "../clock.ts";
import type { Environment } from "./environments.ts";
import { latest, type Runs } from "./runs.ts";
import type { Verdict } from "../twin-interface.ts";

export type Decision = Exclude<Verdict, "not-allowed">;

/** A job that stands before an environment. */
export interface Waiting {
  readonly runId: number;
  readonly job: string;
  readonly environment: Environment;
  readonly since: string;
  readonly release: (verdict: Decision) => void;
  needsReview: boolean;
  needsTime: boolean;
}

export interface WaitingJobs {
  all(): readonly Waiting[];
  wait(job: {
    readonly runId: number;
    readonly job: string;
    readonly environment: Environment;
    /** How long its wait timer runs; 0 without one. */
    readonly waitMilliseconds: number;
  }): Promise<Decision>;
  release(chosen: (one: Waiting) => boolean, verdict: Decision, conclusion: string): void;
  /** Every rule of the environment has to be content, in whatever order they become so. */
  passReady(): void;
}

export function waitingJobs(runs: Runs): WaitingJobs {
  let waiting: readonly Waiting[] = [];

  const release: WaitingJobs["release"] = (chosen, verdict, conclusion) => {
    const released = waiting.filter(chosen);
    waiting = waiting.filter((one) => !chosen(one));
    for (const { runId, job } of released) {
      const state =
        verdict === "approved" ? ({ status: "queued" } as const) : ({ status: "completed", conclusion } as const);
      runs.setJob(runId, { name: job, ...state });
      const run = runs.find(runId);
      const stillWaits = waiting.some((other) => other.runId === runId);
      if (!stillWaits && run !== undefined && latest(run).status === "waiting")
        runs.setRun(runId, { status: "in_progress" });
    }
    for (const one of released) one.release(verdict);
  };
  const passReady = (): void => release((one) => !one.needsReview && !one.needsTime, "approved", "success");

  return {
    all: () => waiting,
    release,
    passReady,
    wait: ({ runId, job, environment, waitMilliseconds }) =>
      new Promise((resolve) => {
        const one: Waiting = {
          runId,
          job,
          environment,
          since: now(),
          release: resolve,
          needsReview: environment.rules.reviewers.length > 0,
          needsTime: waitMilliseconds > 0,
        };
        waiting = [...waiting, one];
        if (waitMilliseconds === 0) return;
        const timer = setTimeout(() => {
          one.needsTime = false;
          passReady();
        }, waitMilliseconds);
        timer.unref();
      }),
  };
}
