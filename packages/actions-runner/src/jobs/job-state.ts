// What the steps of one running job share and change.

import type { Status } from "../expressions/evaluate.ts";
import type { Masker } from "../commands/masker.ts";
import type { StepScope } from "../steps/step-scope.ts";
import type { Annotation, StepResult, WorkflowRun } from "../workflow-run.ts";
import type { StepPlan } from "../steps/run-step.ts";

export interface JobState {
  readonly run: WorkflowRun;
  readonly id: string;
  /** The job's key in its own file: GITHUB_JOB. */
  readonly key: string;
  /** The contexts that stay the same through the job. */
  readonly contexts: Readonly<Record<string, unknown>>;
  readonly workspace: string;
  readonly temp: string;
  readonly masker: Masker;
  readonly debug: boolean;
  /** Marks the job's processes. */
  readonly mark: string;
  readonly defaults: { readonly shell?: string; readonly workingDirectory?: string };
  /** Aborted when the job is cancelled. */
  readonly signal: AbortSignal;
  readonly result: { status: Status };
  /** The job's `env` and what steps wrote to GITHUB_ENV. */
  readonly env: Record<string, string>;
  /** What steps wrote to GITHUB_PATH, newest first. */
  readonly path: string[];
  readonly annotations: Annotation[];
  readonly steps: StepResult[];
  /** To run at the end, last one first. */
  readonly posts: { readonly scope: StepScope; readonly plan: StepPlan }[];
  /** STATE_ variables of each use of an action, and whether its `post` is already on the list. */
  readonly uses: Map<string, { readonly state: Record<string, string>; posted: boolean }>;
}
