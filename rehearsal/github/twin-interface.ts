export interface TwinUser {
  readonly login: string;
  readonly token: string;
  readonly permission: "admin" | "write" | "read" | "none";
}

export interface TwinEnvironment {
  readonly reviewers: readonly string[];
  readonly preventSelfReview?: boolean;
}

export interface TwinOptions {
  readonly repository: string;
  readonly gitDirectory: string;
  readonly users: readonly TwinUser[];
  readonly environments: Readonly<Record<string, TwinEnvironment>>;
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
  readonly attempt: number;
  readonly token: string;
  readonly url: string;
}

export type Status = "queued" | "in_progress" | "waiting" | "completed";
export type Permissions = Readonly<Record<string, "read" | "write" | "none">>;

export interface RunStart {
  readonly workflow: string;
  readonly event: string;
  readonly actor: string;
  readonly headSha: string;
  readonly headBranch: string;
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
  readonly ref: string;
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
  gate(runId: number, job: string, environment: string): Promise<"approved" | "rejected">;
  onDispatch(handler: (dispatch: Dispatch) => number | void): void;
  onRunRequest(handler: (request: RunRequest) => void): void;
  onEvent(handler: (event: TwinEvent) => void): void;
  /** Somebody takes the text of a comment's version out of its history; counted from 0, oldest first. */
  removeVersion(comment: number, index: number, login: string): void;
  /** From now on GraphQL does not tell who edited what. */
  hideEdits(): void;
  fault(rule: FaultRule): () => void;
  close(): Promise<void>;
}
