import { randomBytes } from "node:crypto";
import { now } from "../clock.ts";
import type { AskedPermissions, Identities } from "../people/identities.ts";
import type { JobState, Run, RunStart, RunState, Status } from "../twin-interface.ts";

export interface Job {
  readonly id: number;
  readonly name: string;
  readonly status: Status;
  readonly conclusion: string | null;
  readonly created: string;
  readonly started: string;
  readonly completed: string | null;
}

export interface Attempt {
  readonly number: number;
  readonly token: string;
  readonly triggeredBy: string;
  readonly started: string;
  readonly status: Status;
  readonly conclusion: string | null;
  readonly updated: string;
  readonly jobs: readonly Job[];
}

export interface RunRecord {
  readonly id: number;
  readonly number: number;
  readonly start: RunStart;
  readonly created: string;
  readonly attempts: readonly Attempt[];
}

export interface Runs {
  all(): readonly RunRecord[];
  find(id: number): RunRecord | undefined;
  start(start: RunStart): Run;
  setRun(id: number, state: RunState): void;
  setJob(id: number, job: JobState): void;
  backdate(id: number, days: number): void;
  /** A token of one job. */
  tokenFor(id: number, permissions: AskedPermissions): string;
}

export function latest(run: RunRecord): Attempt {
  const attempt = run.attempts.at(-1);
  if (attempt === undefined) throw new Error(`run ${run.id} has no attempt`);
  return attempt;
}

function newToken(): string {
  return `ghs_${randomBytes(18).toString("base64url").replace(/[-_]/g, "0")}`;
}

export function refOf({ ref, headBranch }: RunStart): string {
  return ref ?? `refs/heads/${headBranch}`;
}

const daysToRerun = 30;

/** Why this run cannot be run again, or null. */
export function rerunRefusal(run: RunRecord): string | null {
  const days = (Date.now() - Date.parse(run.created)) / 86_400_000;
  return days > daysToRerun ? "Unable to retry this workflow run because it was created over a month ago" : null;
}

export function runs(identities: Identities, webUrl: string): Runs {
  const known = new Map<number, RunRecord>();
  const jobTokens = new Map<number, readonly string[]>();
  let jobs = 0;

  const get = (id: number): RunRecord => {
    const run = known.get(id);
    if (run === undefined) throw new Error(`the twin has no run ${id}`);
    return run;
  };
  const change = (id: number, what: (attempt: Attempt) => Attempt): void => {
    const run = get(id);
    known.set(id, { ...run, attempts: [...run.attempts.slice(0, -1), { ...what(latest(run)), updated: now() }] });
  };

  return {
    all: () => [...known.values()].toReversed(),
    find: (id) => known.get(id),

    start(start) {
      const earlier = start.rerunOf === undefined ? undefined : get(start.rerunOf);
      const refusal = earlier === undefined ? null : rerunRefusal(earlier);
      if (refusal !== null) throw new Error(refusal);
      const token = newToken();
      const run = withAttempt(earlier ?? firstRecord(start, known.size + 1), start, token);
      known.set(run.id, run);
      identities.issue(token, start.permissions);
      return runOf(run, token, webUrl);
    },

    tokenFor(id, permissions) {
      const token = newToken();
      jobTokens.set(id, [...(jobTokens.get(id) ?? []), token]);
      identities.issue(token, permissions);
      return token;
    },

    backdate(id, days) {
      const run = get(id);
      const created = new Date(Date.parse(run.created) - days * 86_400_000).toISOString().replace(/\.\d{3}Z$/, "Z");
      known.set(id, { ...run, created });
    },

    setRun(id, state) {
      change(id, (attempt) => ({ ...attempt, status: state.status, conclusion: state.conclusion ?? null }));
      // The tokens of a run die with it.
      if (state.status !== "completed") return;
      for (const token of [latest(get(id)).token, ...(jobTokens.get(id) ?? [])]) identities.revoke(token);
      jobTokens.delete(id);
    },

    setJob(id, state) {
      change(id, (attempt) => withJob(attempt, state, () => 48_000_000_000 + ++jobs));
    },
  };
}

function runOf({ id, number, start, attempts }: RunRecord, token: string, webUrl: string): Run {
  return { id, number, attempt: attempts.length, token, url: `${webUrl}/actions/runs/${id}`, start };
}

function withJob(attempt: Attempt, state: JobState, newId: () => number): Attempt {
  const before = attempt.jobs.find((job) => job.name === state.name);
  if (before === undefined) return { ...attempt, jobs: [...attempt.jobs, jobInState(newId(), state)] };
  const after = jobInState(before.id, state, before);
  return { ...attempt, jobs: attempt.jobs.map((one) => (one === before ? after : one)) };
}

function firstRecord(start: RunStart, number: number): RunRecord {
  return { id: 17_000_000_000 + number, number, start, created: now(), attempts: [] };
}

/** A re-run keeps the actor, the ref, the commit and the inputs of the first attempt. */
function withAttempt(run: RunRecord, start: RunStart, token: string): RunRecord {
  const attempt: Attempt = {
    number: run.attempts.length + 1,
    token,
    triggeredBy: start.actor,
    started: now(),
    status: "queued",
    conclusion: null,
    updated: now(),
    jobs: [],
  };
  return { ...run, attempts: [...run.attempts, attempt] };
}

function jobInState(id: number, { name, status, conclusion = null }: JobState, before?: Job): Job {
  return {
    id,
    name,
    status,
    conclusion,
    created: before?.created ?? now(),
    started: before?.status === "in_progress" ? before.started : now(),
    completed: status === "completed" ? now() : null,
  };
}
