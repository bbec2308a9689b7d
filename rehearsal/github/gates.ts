import { mayDeploy } from "./branch-policy.ts";
import { now } from "./clock.ts";
import type { Environment, Environments } from "./environments.ts";
import { latest, refOf, type Runs } from "./runs.ts";
import type { Verdict } from "./twin-interface.ts";

export type Decision = Exclude<Verdict, "not-allowed">;

export interface Approval {
  readonly runId: number;
  readonly environments: readonly Environment[];
  readonly state: Decision;
  readonly login: string;
  readonly comment: string;
}

interface Waiting {
  readonly runId: number;
  readonly job: string;
  readonly environment: Environment;
  readonly since: string;
  readonly release: (verdict: Decision) => void;
}

export interface Gates {
  gate(runId: number, job: string, environment: string): Promise<Verdict>;
  /** The environments a run waits for, each once however many jobs stand there. */
  pending(runId: number): readonly Environment[];
  approvals(runId: number): readonly Approval[];
  /** Why this person may not decide, or null. */
  refusal(runId: number, environment: Environment, login: string): string | null;
  decide(approval: Approval): void;
  /** A cancelled run leaves its gates without anybody's decision on record. */
  abandon(runId: number): void;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export function gates(environments: Environments, runs: Runs, protectedBranches: readonly string[]): Gates {
  let waiting: readonly Waiting[] = [];
  const approvals: Approval[] = [];

  const release = (chosen: (one: Waiting) => boolean, verdict: Decision, conclusion: string): void => {
    const released = waiting.filter(chosen);
    waiting = waiting.filter((one) => !chosen(one));
    for (const one of released) {
      const state =
        verdict === "approved" ? ({ status: "queued" } as const) : ({ status: "completed", conclusion } as const);
      runs.setJob(one.runId, { name: one.job, ...state });
      const run = runs.find(one.runId);
      const stillWaits = waiting.some((other) => other.runId === one.runId);
      if (!stillWaits && run !== undefined && latest(run).status === "waiting")
        runs.setRun(one.runId, { status: "in_progress" });
    }
    for (const one of released) one.release(verdict);
  };

  return {
    async gate(runId, job, name) {
      const environment = environments.findOrCreate(name);
      const run = runs.find(runId);
      // The ref is looked at first: nobody is asked about a run that may not deploy at all.
      if (run !== undefined && !mayDeploy(environment.rules.branches, refOf(run.start), protectedBranches))
        return "not-allowed";
      if (environment.rules.reviewers.length === 0) return "approved";
      runs.setJob(runId, { name: job, status: "waiting" });
      runs.setRun(runId, { status: "waiting" });
      return new Promise((resolve) => {
        waiting = [...waiting, { runId, job, environment, since: now(), release: resolve }];
      });
    },
    pending: (runId) => [...new Set(waiting.filter((one) => one.runId === runId).map((one) => one.environment))],
    approvals: (runId) => approvals.filter((one) => one.runId === runId),
    refusal(runId, { rules, name }, login) {
      const run = runs.find(runId);
      if (!rules.reviewers.some((reviewer) => same(reviewer, login)))
        return `${login} is not a required reviewer of ${name}`;
      // Who starts an attempt anew is as much its author as who started the first.
      const authors = run === undefined ? [] : [run.start.actor, latest(run).triggeredBy];
      return rules.preventSelfReview === true && authors.some((author) => same(author, login))
        ? `${login} started this run and cannot approve it`
        : null;
    },
    decide(approval) {
      approvals.push(approval);
      release(
        (one) => one.runId === approval.runId && approval.environments.includes(one.environment),
        approval.state,
        "failure",
      );
    },
    abandon: (runId) => release((one) => one.runId === runId, "rejected", "cancelled"),
  };
}
