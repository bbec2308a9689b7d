// One workflow of a run: the one that was started, or one that a job calls.

import type { Evaluation } from "../expressions/evaluate.ts";
import type { LoadedWorkflow } from "../workflow/load-workflow.ts";
import type { JobResult, Permissions, WorkflowRun } from "../workflow-run.ts";

export interface Flow {
  readonly run: WorkflowRun;
  readonly workflow: LoadedWorkflow;
  readonly github: Readonly<Record<string, unknown>>;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, string>>;
  /**
   * A secret of an environment reaches a called workflow under a name that the caller passed, and no other,
   * unless every caller on the way said `secrets: inherit`.
   */
  readonly onlyNamedSecrets: boolean;
  readonly permissions: Permissions;
  readonly idPrefix: string;
  readonly namePrefix: string;
  readonly cancel: AbortSignal;
  /** Concurrency groups that this workflow and those around it hold. */
  readonly held: readonly string[];
  /** What an earlier attempt made of its jobs; none where all run again. */
  readonly earlier: readonly JobResult[];
  /** Every job that came to an end, in that order. */
  readonly finished: JobResult[];
  /** A job may call a workflow whose jobs call workflows: those come back to this one. */
  readonly runJobs: (flow: Flow) => Promise<ReadonlyMap<string, JobOutcome>>;
}

export interface JobOutcome {
  readonly result: JobResult["result"];
  readonly outputs: Readonly<Record<string, string>>;
  /** False for a failure that `continue-on-error` forgives. */
  readonly fatal: boolean;
}

export interface Leg {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly matrix: Readonly<Record<string, unknown>>;
  readonly strategy: Readonly<Record<string, unknown>>;
  readonly cancel: AbortSignal;
  /** What the job's own expressions see before it has steps. */
  readonly evaluation: Evaluation;
  /** Whether the job's `if` still holds once it is cancelled. */
  readonly survivesCancel: () => boolean;
}
