import { mayDeploy } from "../repository/branch-policy.ts";
import { now } from "../clock.ts";
import type { Environment, Environments } from "./environments.ts";
import { latest, refOf, type Runs } from "./runs.ts";
import type { TwinTeam, Verdict } from "../twin-interface.ts";

export type Decision = Exclude<Verdict, "not-allowed">;

export interface Approval {
  readonly runId: number;
  readonly environments: readonly Environment[];
  readonly state: Decision;
  readonly login: string;
  readonly comment: string;
}

export interface Pending {
  readonly environment: Environment;
  /** When the wait timer began; null without one. */
  readonly timerSince: string | null;
}

interface Waiting {
  readonly runId: number;
  readonly job: string;
  readonly environment: Environment;
  readonly since: string;
  readonly release: (verdict: Decision) => void;
  needsReview: boolean;
  needsTime: boolean;
}

export interface Gates {
  gate(runId: number, job: string, environment: string): Promise<Verdict>;
  /** The environments a run waits for, each once however many jobs stand there. */
  pending(runId: number): readonly Pending[];
  approvals(runId: number): readonly Approval[];
  /** Why this person may not decide, or null. */
  refusal(runId: number, environment: Environment, login: string): string | null;
  decide(approval: Approval): void;
  /** Lets every job of the run through that waits where an admin may do that. */
  bypass(runId: number, login: string, comment: string, onRecord: boolean): void;
  /** A cancelled run leaves its gates without anybody's decision on record. */
  abandon(runId: number): void;
}

export interface GateOptions {
  readonly environments: Environments;
  readonly runs: Runs;
  readonly protectedBranches: readonly string[];
  readonly teams: Readonly<Record<string, TwinTeam>>;
  readonly millisecondsPerMinute: number;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export function gates({ environments, runs, protectedBranches, teams, millisecondsPerMinute }: GateOptions): Gates {
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
  /** Every rule of the environment has to be content, in whatever order they become so. */
  const passReady = (): void => release((one) => !one.needsReview && !one.needsTime, "approved", "success");

  const isReviewer = (environment: Environment, login: string): boolean =>
    environment.rules.reviewers.some((reviewer) =>
      typeof reviewer === "string"
        ? same(reviewer, login)
        : (teams[reviewer.team]?.members ?? []).some((member) => same(member, login)),
    );

  return {
    async gate(runId, job, name) {
      const environment = environments.findOrCreate(name);
      const { branches, reviewers, waitTimer = 0 } = environment.rules;
      const run = runs.find(runId);
      // The ref is looked at first: nobody is asked about a run that may not deploy at all.
      if (run !== undefined && !mayDeploy(branches, refOf(run.start), protectedBranches)) return "not-allowed";
      if (reviewers.length === 0 && waitTimer === 0) return "approved";
      runs.setJob(runId, { name: job, status: "waiting" });
      runs.setRun(runId, { status: "waiting" });
      return new Promise((resolve) => {
        const one: Waiting = {
          runId,
          job,
          environment,
          since: now(),
          release: resolve,
          needsReview: reviewers.length > 0,
          needsTime: waitTimer > 0,
        };
        waiting = [...waiting, one];
        if (waitTimer === 0) return;
        const timer = setTimeout(() => {
          one.needsTime = false;
          passReady();
        }, waitTimer * millisecondsPerMinute);
        timer.unref();
      });
    },
    pending(runId) {
      const own = waiting.filter((one) => one.runId === runId);
      return [...new Set(own.map((one) => one.environment))].map((environment) => {
        const first = own.find((one) => one.environment === environment && one.needsTime);
        return { environment, timerSince: first?.since ?? null };
      });
    },
    approvals: (runId) => approvals.filter((one) => one.runId === runId),
    refusal(runId, environment, login) {
      const { rules, name } = environment;
      const run = runs.find(runId);
      if (!isReviewer(environment, login)) return `${login} is not a required reviewer of ${name}`;
      if (!waiting.some((one) => one.runId === runId && one.environment === environment && one.needsReview))
        return `${name} waits for no review`;
      // Who starts an attempt anew is as much its author as who started the first.
      const authors = run === undefined ? [] : [run.start.actor, latest(run).triggeredBy];
      return rules.preventSelfReview === true && authors.some((author) => same(author, login))
        ? `${login} started this run and cannot approve it`
        : null;
    },
    decide(approval) {
      approvals.push(approval);
      const meant = waiting.filter(
        (one) => one.runId === approval.runId && approval.environments.includes(one.environment),
      );
      if (approval.state === "rejected") return release((one) => meant.includes(one), "rejected", "failure");
      for (const one of meant) one.needsReview = false;
      passReady();
    },
    bypass(runId, login, comment, onRecord) {
      const open = waiting.filter((one) => one.runId === runId && one.environment.rules.adminsMayBypass !== false);
      if (open.length === 0) throw new Error(`run ${runId} waits nowhere that an admin may pass`);
      const passed = [...new Set(open.map((one) => one.environment))];
      if (onRecord) approvals.push({ runId, environments: passed, state: "approved", login, comment });
      release((one) => open.includes(one), "approved", "success");
    },
    abandon: (runId) => release((one) => one.runId === runId, "rejected", "cancelled"),
  };
}
