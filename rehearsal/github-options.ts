import type { Secrets, TwinOptions, TwinUser } from "./github/twin-interface.ts";
import type { WorkflowRun } from "./runner/run-workflow.ts";

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
