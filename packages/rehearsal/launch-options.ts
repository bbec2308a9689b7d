import type { JobStatus, RunResult } from "@golive/actions-runner";

export type Review = "approved" | "rejected" | "bypassed";

export interface LaunchOptions {
  readonly tag: string;
  /** Further inputs of the workflow. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly actor?: string;
  /** The branch or tag that was chosen to run from; the default branch unless told. */
  readonly ref?: string;
  /** Says yes or no at the gate, or passes it by as an admin; by default the reviewer approves at once. */
  readonly review?: (environment: string, run: number) => Promise<Review>;
  /** Who says it; dmitry unless told. */
  readonly reviewer?: string | ((environment: string) => string);
  /** The same run again, next attempt: it keeps the inputs, the ref, the commit and the event of the first. */
  readonly rerunOf?: number;
  /** `failed`: only the jobs that failed and those behind them; the others keep their outputs. */
  readonly rerun?: "all" | "failed";
  readonly workflow?: string;
  /** A file that stands in for the workflow's own, where only some of its jobs are run again. */
  readonly workflowFile?: string;
  readonly signal?: AbortSignal;
  readonly onLog?: (line: string, at: { job: string; step: string }) => void;
  readonly onJob?: (job: JobStatus) => void;
  /** Called with the run's id before its first job. */
  readonly onStart?: (run: number) => void;
  /** What started the run, when it was not a person who pressed the button. */
  readonly event?: { readonly name: string; readonly payload: object };
  /** Put in front of the PATH of every step, for a test that replaces a program. */
  readonly path?: string;
  /** Further secrets of the repository. */
  readonly secrets?: Readonly<Record<string, string>>;
}

export interface Launched extends RunResult {
  readonly runId: number;
  readonly log: readonly string[];
}
