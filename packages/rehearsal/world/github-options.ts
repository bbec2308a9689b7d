import type { Secrets, TwinOptions, TwinUser } from "@golive/github-twin";
import type { WorkflowRun } from "@golive/actions-runner";

export type GithubSettings = Omit<TwinOptions, "repository" | "gitDirectory" | "users" | "environments">;

export interface GithubOptions {
  readonly repository: string;
  /** The git repository; its default branch is `main`. */
  readonly origin: string;
  /** Below it each run has its workspace. */
  readonly directory: string;
  readonly people: readonly TwinUser[];
  readonly environments: TwinOptions["environments"];
  readonly repositorySecrets?: Secrets;
  /** What else is said of this GitHub: its plan, teams, rules of branches. */
  readonly github?: GithubSettings;
  /** "OWNER/NAME" to a local directory, for what workflows use of other repositories. */
  readonly remoteActions?: Readonly<Record<string, string>>;
  /** The runners there are; without it every job finds one. */
  readonly runners?: WorkflowRun["runners"];
  readonly baseEnv?: Readonly<Record<string, string>>;
}
