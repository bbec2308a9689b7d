export interface TwinUser {
  readonly login: string;
  readonly token: string;
  readonly permission: "admin" | "write" | "read" | "none";
}

/** Branches by their patterns, tags as `{ tag: pattern }`. */
export type DeploymentBranches = "all" | "protected" | readonly (string | { readonly tag: string })[];

export type Secrets = Readonly<Record<string, string>>;

export interface TwinEnvironment {
  readonly reviewers: readonly string[];
  readonly preventSelfReview?: boolean;
  /** Which refs may deploy; all unless told. */
  readonly branches?: DeploymentBranches;
  /** What a job gets that names this environment, once its rules have let it through. */
  readonly secrets?: Secrets;
}

export interface TwinOptions {
  readonly repository: string;
  readonly gitDirectory: string;
  readonly users: readonly TwinUser[];
  readonly environments: Readonly<Record<string, TwinEnvironment>>;
  /** The branches with protection rules; none unless told. */
  readonly protectedBranches?: readonly string[];
}

/** `status` 0: the request never got an answer (a fault took it). */
export interface TwinRequest {
  readonly time: number;
  readonly method: string;
  readonly path: string;
  readonly operation: string | null;
  readonly status: number;
  readonly login: string | null;
  readonly write: boolean;
  readonly problems: readonly string[];
}

export interface Run {
  readonly id: number;
  readonly number: number;
  readonly attempt: number;
  readonly token: string;
  readonly url: string;
  /** What the first attempt started with: every later one keeps it. */
  readonly start: RunStart;
}

/** `not-allowed`: the run's ref may not deploy there. */
export type Verdict = "approved" | "rejected" | "not-allowed";

export type Status = "queued" | "in_progress" | "waiting" | "completed";
export type Permissions = Readonly<Record<string, "read" | "write" | "none">>;

export interface RunStart {
  readonly workflow: string;
  readonly event: string;
  readonly actor: string;
  readonly headSha: string;
  /** The name of the branch or tag. */
  readonly headBranch: string;
  /** In full; the branch of that name unless told. */
  readonly ref?: string;
  readonly inputs?: Record<string, string>;
  readonly rerunOf?: number;
  readonly permissions?: Permissions;
}

export interface RunState {
  readonly status: Status;
  readonly conclusion?: "success" | "failure" | "cancelled" | null;
}

export interface JobState {
  readonly name: string;
  readonly status: Status;
  readonly conclusion?: string | null;
}

export interface Dispatch {
  readonly workflow: string;
  /** In full. */
  readonly ref: string;
  readonly sha: string;
  readonly inputs: Record<string, string>;
  readonly actor: string;
}

export interface RunRequest {
  readonly runId: number;
  readonly action: "cancel" | "rerun" | "rerun-failed-jobs";
  readonly actor: string;
}

export interface TwinEvent {
  readonly name: "issue_comment" | "issues";
  readonly action: string;
  readonly sender: string;
  readonly payload: object;
}

/** `reset-after` is the nasty one: the write is done, its answer is lost. */
export type FaultAnswer = "500" | "403-rate-limit" | "429" | "hang" | "reset" | "reset-after";

export interface FaultRule {
  readonly match: (method: string, path: string) => boolean;
  readonly answer: FaultAnswer;
  readonly times?: number;
}

export interface Twin {
  readonly url: string;
  readonly serverUrl: string;
  readonly requests: readonly TwinRequest[];
  violations(): readonly string[];
  startRun(start: RunStart): Run;
  setRun(id: number, state: RunState): void;
  setJob(runId: number, job: JobState): void;
  gate(runId: number, job: string, environment: string): Promise<Verdict>;
  /** The token of one job; it dies with the run. */
  tokenFor(runId: number, permissions: Permissions | "read-all" | "write-all" | undefined): string;
  /** By environment. */
  environmentSecrets(): Readonly<Record<string, Secrets>>;
  /** Lets a run be that many days older. */
  backdate(runId: number, days: number): void;
  onDispatch(handler: (dispatch: Dispatch) => number | void): void;
  onRunRequest(handler: (request: RunRequest) => void): void;
  onEvent(handler: (event: TwinEvent) => void): void;
  fault(rule: FaultRule): () => void;
  close(): Promise<void>;
}
