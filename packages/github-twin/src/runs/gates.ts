import { mayDeploy } from "../repository/branch-policy.ts";
import type { Environment, Environments } from "./environments.ts";
import { latest, refOf, type Runs } from "./runs.ts";
import type { TwinTeam, Verdict } from "../twin-interface.ts";
import { type Decision, type Waiting, waitingJobs } from "./waiting-jobs.ts";

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

export function gates(options: GateOptions): Gates {
  const { environments, runs, protectedBranches } = options;
  const queue = waitingJobs(runs);
  const approvals: Approval[] = [];

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
      return queue.wait({ runId, job, environment, waitMilliseconds: waitTimer * options.millisecondsPerMinute });
    },
    pending(runId) {
      const own = queue.all().filter((one) => one.runId === runId);
      return [...new Set(own.map((one) => one.environment))].map((environment) => {
        const first = own.find((one) => one.environment === environment && one.needsTime);
        return { environment, timerSince: first?.since ?? null };
      });
    },
    approvals: (runId) => approvals.filter((one) => one.runId === runId),
    refusal(runId, environment, login) {
      const { rules, name } = environment;
      const run = runs.find(runId);
      if (!isReviewer(options.teams, environment, login)) return `${login} is not a required reviewer of ${name}`;
      if (!queue.all().some((one) => one.runId === runId && one.environment === environment && one.needsReview))
        return `${name} waits for no review`;
      // Who starts an attempt anew is as much its author as who started the first.
      const authors = run === undefined ? [] : [run.start.actor, latest(run).triggeredBy];
      return rules.preventSelfReview === true && authors.some((author) => same(author, login))
        ? `${login} started this run and cannot approve it`
        : null;
    },
    decide(approval) {
      approvals.push(approval);
      const meant = queue
        .all()
        .filter((one) => one.runId === approval.runId && approval.environments.includes(one.environment));
      if (approval.state === "rejected") {
        queue.release((one) => meant.includes(one), "rejected", "failure");
        return;
      }
      for (const one of meant) one.needsReview = false;
      queue.passReady();
    },
    bypass(runId, login, comment, onRecord) {
      const mayPass = (one: Waiting): boolean => one.runId === runId && one.environment.rules.adminsMayBypass !== false;
      const open = queue.all().filter(mayPass);
      if (open.length === 0) throw new Error(`run ${runId} waits nowhere that an admin may pass`);
      const passed = [...new Set(open.map((one) => one.environment))];
      if (onRecord) approvals.push({ runId, environments: passed, state: "approved", login, comment });
      queue.release((one) => open.includes(one), "approved", "success");
    },
    abandon: (runId) => queue.release((one) => one.runId === runId, "rejected", "cancelled"),
  };
}

function isReviewer(teams: GateOptions["teams"], { rules }: Environment, login: string): boolean {
  return rules.reviewers.some((reviewer) =>
    typeof reviewer === "string"
      ? same(reviewer, login)
      : (teams[reviewer.team]?.members ?? []).some((member) => same(member, login)),
  );
}
