// What a caller hands to the runner and gets back from it.

import type { Concurrency } from "./jobs/concurrency.ts";

export type Permissions = Readonly<Record<string, "read" | "write" | "none">> | "read-all" | "write-all" | undefined;

/** `not-allowed`: the run's ref may not deploy to the environment. */
export type Verdict = "approved" | "rejected" | "not-allowed";

export interface WorkflowRun {
  /** Absolute path of the workflow file. */
  readonly workflowFile: string;
  /** Directory that `$/path` refers to: the workflow's repository at the running commit. */
  readonly actionsRoot: string;
  /** Each job gets an empty GITHUB_WORKSPACE of its own below this directory. */
  readonly workspace: string;
  readonly event: {
    readonly name: string;
    readonly payload: Readonly<Record<string, unknown>>;
    readonly inputs?: Readonly<Record<string, string | boolean | number>>;
  };
  readonly repository: string;
  readonly sha: string;
  readonly ref: string;
  /** Whether the ref is a protected branch. */
  readonly refProtected?: boolean;
  /** Who started the first attempt: a re-run keeps it. */
  readonly actor: string;
  /** Who started this attempt, where it was somebody else. */
  readonly triggeringActor?: string;
  readonly runId: number;
  readonly runNumber: number;
  readonly attempt: number;
  /** The jobs of the attempt before, for a re-run of the failed ones only. */
  readonly earlier?: readonly JobResult[];
  readonly apiUrl: string;
  readonly serverUrl: string;
  /** GITHUB_TOKEN of every job, unless `tokenFor` gives each its own. */
  readonly token: string;
  readonly tokenFor?: (jobId: string, permissions: Permissions) => string;
  readonly secrets: Readonly<Record<string, string>>;
  /** By environment; only the jobs that name the environment see them. */
  readonly environmentSecrets?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly vars: Readonly<Record<string, string>>;
  /** PATH, HOME and the like. Nothing else of this process's environment reaches a step. */
  readonly baseEnv: Readonly<Record<string, string>>;
  /** The binary that runs `using: node24`. */
  readonly nodePath: string;
  readonly gate: (jobId: string, environment: string) => Promise<Verdict>;
  readonly onJob?: (job: JobStatus) => void;
  /** Lines arrive masked. */
  readonly onLog?: (line: string, at: { job: string; step: string }) => void;
  /** Aborting it cancels the run the way GitHub does. */
  readonly signal?: AbortSignal;
  /** The groups of the repository, shared by its runs; without it `concurrency` has no effect. */
  readonly concurrency?: Concurrency;
  /** The runners there are; without it every job finds one, whatever its labels. */
  readonly runners?: readonly Runner[];
  /** Milliseconds after which a job that no runner takes fails here. */
  readonly queuePatience?: number;
  /** "owner/name" to a local directory, for `uses: owner/name[/path]@ref`. */
  readonly remoteActions?: Readonly<Record<string, string>>;
}

export interface Runner {
  readonly labels: readonly string[];
  readonly selfHosted?: boolean;
}

export interface JobStatus {
  id: string;
  name: string;
  status: "queued" | "waiting" | "in_progress" | "completed";
  conclusion?: string;
}

export interface Annotation {
  readonly level: string;
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
}

export interface StepResult {
  readonly name: string;
  readonly outcome: string;
  readonly conclusion: string;
  readonly seconds: number;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

export interface JobResult {
  readonly id: string;
  readonly name: string;
  readonly result: "success" | "failure" | "cancelled" | "skipped";
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly StepResult[];
  readonly annotations: readonly Annotation[];
  readonly environment?: { readonly name: string; readonly url?: string; readonly deployment: boolean };
}

export interface RunResult {
  readonly conclusion: "success" | "failure" | "cancelled";
  readonly jobs: readonly JobResult[];
  /** Of the run as a whole, such as why none of it ran. */
  readonly annotations?: readonly Annotation[];
}
