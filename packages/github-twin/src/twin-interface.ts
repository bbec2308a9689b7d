export interface TwinUser {
  readonly login: string;
  readonly token: string;
  readonly permission: Permission;
  /** In the organization that owns the repository; without it the person is an outside collaborator. */
  readonly membership?: "public" | "private";
  /** Has a commit in the default branch. */
  readonly contributed?: boolean;
}

export type Permission = "admin" | "maintain" | "write" | "triage" | "read" | "none";

export interface TwinTeam {
  readonly members: readonly string[];
}

export type TwinReviewer = string | { readonly team: string };

/** Branches by their patterns, tags as `{ tag: pattern }`. */
export type DeploymentBranches = "all" | "protected" | readonly (string | { readonly tag: string })[];

export type Secrets = Readonly<Record<string, string>>;

export interface TwinEnvironment {
  /** People by their login, teams by their slug. */
  readonly reviewers: readonly TwinReviewer[];
  readonly preventSelfReview?: boolean;
  /** Minutes that a job waits after it was asked for. */
  readonly waitTimer?: number;
  /** An admin may let it through past all of its rules; true unless told. */
  readonly adminsMayBypass?: boolean;
  /** Which refs may deploy; all unless told. */
  readonly branches?: DeploymentBranches;
  /** What a job gets that names this environment, once its rules have let it through. */
  readonly secrets?: Secrets;
}

export interface TwinRuleset {
  readonly name: string;
  readonly target: "branch" | "tag";
  /** `active` unless told. */
  readonly enforcement?: "active" | "evaluate" | "disabled";
  /** Patterns of refs in full, `~DEFAULT_BRANCH` or `~ALL`. */
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
  readonly rules: readonly { readonly type: string; readonly parameters?: object }[];
  readonly bypass?: readonly { readonly actor_type: string; readonly actor_id?: number | null }[];
}

export interface TwinOptions {
  readonly repository: string;
  readonly gitDirectory: string;
  readonly users: readonly TwinUser[];
  readonly environments: Readonly<Record<string, TwinEnvironment>>;
  /** By slug. */
  readonly teams?: Readonly<Record<string, TwinTeam>>;
  /** Private unless told. */
  readonly visibility?: "public" | "private";
  /** What the owner pays for; `enterprise` unless told, where every rule holds in a private repository too. */
  readonly plan?: "free" | "pro" | "team" | "enterprise";
  /** How long a minute of a wait timer takes here. */
  readonly millisecondsPerMinute?: number;
  /** The branches with protection rules of the old kind; none unless told. */
  readonly protectedBranches?: readonly string[];
  readonly rulesets?: readonly TwinRuleset[];
  /** The secrets of the repository, for the list of their names. */
  readonly repositorySecrets?: Secrets;
  /** False: the repository has issues switched off. */
  readonly issues?: boolean;
  /** Fields of GraphQL that a run's token is refused. */
  readonly refusedToRuns?: readonly string[];
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
  /**
   * An admin presses "Start all waiting jobs": there is no such call in the API. What the list of approvals shows of it
   * nobody documents: `onRecord` chooses between a row like any approval's (the default) and none.
   */
  bypass(runId: number, login: string, options?: { readonly comment?: string; readonly onRecord?: boolean }): void;
  /** Takes a revision out of a comment's history, as its author and those who may push can; 0 is the oldest. */
  deleteRevision(commentId: number, index: number, login: string): void;
  /** The token of one job; it dies with the run. */
  tokenFor(runId: number, permissions: Permissions | "read-all" | "write-all" | undefined): string;
  /** Whether a rule of whatever kind protects the branch. */
  isProtected(branch: string): boolean;
  /** An admin changes an environment, makes it, or (null) deletes it. */
  changeEnvironment(name: string, rules: TwinEnvironment | null): void;
  /** By environment. */
  environmentSecrets(): Readonly<Record<string, Secrets>>;
  /** Lets a run be that many days older. */
  backdate(runId: number, days: number): void;
  /** What it returns is the id of the run that the dispatch started. */
  onDispatch(handler: (dispatch: Dispatch) => number | undefined): void;
  onRunRequest(handler: (request: RunRequest) => void): void;
  onEvent(handler: (event: TwinEvent) => void): void;
  /** Somebody takes the text of a comment's version out of its history; counted from 0, oldest first. */
  removeVersion(comment: number, index: number, login: string): void;
  /** From now on GraphQL does not tell who edited what. */
  hideEdits(): void;
  fault(rule: FaultRule): () => void;
  close(): Promise<void>;
}
