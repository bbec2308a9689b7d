// What a running job and its steps are made of. Types only: what runs them is in `jobs`, `steps` and `actions`.

import type { Masker } from "./commands/masker.ts";
import type { Evaluation, Status } from "./expressions/evaluate.ts";
import type { Token } from "./workflow/read-token.ts";
import type { Annotation, StepResult, WorkflowRun } from "./workflow-run.ts";

/** What the steps of one running job share and change. */
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
  /** A step may use an action whose steps use actions: those come back to this one. */
  readonly runAction: RunAction;
}

export type RunAction = (at: StepRun, step: Token, part: ActionPart) => Promise<StepEffect>;

export type ActionPart = "pre" | "main";

/** What a list of steps (a job's, or a composite action's) sees, and which result its status functions ask about. */
export interface StepScope {
  readonly job: JobState;
  /** The directory `$/` stands for in these steps. */
  readonly root: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly steps: Record<string, StepContext>;
  /** `env` of the steps around a composite action. */
  readonly env: Readonly<Record<string, string>>;
  /** action_path and the like, where they differ from the job's. */
  readonly github: Readonly<Record<string, string>>;
  /** The job's result in a job; a composite action has one of its own. */
  readonly result: { status: Status };
  /** Distinguishes two uses of one action. */
  readonly path: string;
  /** Of the step around a composite action: its log takes the lines, its end ends the steps inside. */
  readonly around?: { readonly log: StepLog; readonly signal: AbortSignal; readonly name: string };
}

export interface StepContext {
  readonly outputs: Readonly<Record<string, string>>;
  readonly outcome: string;
  readonly conclusion: string;
}

export interface StepPlan {
  readonly id?: string | undefined;
  /** GITHUB_ACTION. */
  readonly action: string;
  readonly path: string;
  readonly prefix?: string;
  readonly nameAt: (at: Evaluation) => string;
  readonly condition: string;
  readonly env: Token | undefined;
  readonly continueOnError: Token | undefined;
  readonly timeoutMinutes: Token | undefined;
  readonly execute: (at: StepRun) => Promise<StepEffect>;
}

/** A step while it runs. */
export interface StepRun {
  readonly scope: StepScope;
  readonly plan: StepPlan;
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  readonly log: StepLog;
  readonly signal: AbortSignal;
  evaluation(): Evaluation;
}

export interface StepEffect {
  readonly failed: boolean;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

export interface StepLog {
  /** A line that a process of the step wrote. */
  line(text: string, target: CommandTarget): void;
  /** A line of the runner's own. */
  note(text: string): void;
  annotate(annotation: Annotation): void;
}

/** Where the old `::set-output::` and `::save-state::` go. */
export interface CommandTarget {
  readonly outputs: Record<string, string>;
  readonly state: Record<string, string>;
}
