// A repository of a few files and a GitHub around it, without a production.

import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import { runGit } from "@golive/github-twin";
import { type GithubOptions, type GithubWorld, startGithub } from "../../world/github-world.ts";

export type Files = Readonly<Record<string, string>>;

export interface GithubUnderTest extends GithubWorld {
  /** Commits files to a branch, which is made from `main` if it is not there, and returns the commit. */
  commit(branch: string, files: Files): Promise<string>;
  tag(name: string, commit: string): void;
  /** In the repository itself. */
  git(...args: string[]): string;
}

export const repository = "clinic/psychology-api";

export const people: GithubOptions["people"] = [
  { login: "anna", token: "token-anna", permission: "admin" },
  { login: "boris", token: "token-boris", permission: "write" },
  { login: "dmitry", token: "token-dmitry", permission: "write" },
  { login: "vera", token: "token-vera", permission: "read" },
];

export async function githubUnderTest(
  t: TestContext,
  files: Files,
  options: Partial<GithubOptions> = {},
): Promise<GithubUnderTest> {
  const directory = await mkdtemp(join(tmpdir(), "golive-github-"));
  t.after(() => rm(directory, { recursive: true, force: true }));
  const origin = join(directory, "origin");
  await mkdir(origin);
  const who = ["-c", "user.name=Anna", "-c", "user.email=anna@example.test", "-c", "commit.gpgsign=false"];
  const git = (...args: string[]): string =>
    execFileSync("git", ["-C", origin, ...who, ...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  const soon = async (...args: string[]): Promise<string> =>
    (await runGit(["-C", origin, ...who, ...args])).toString("utf8").trim();
  let checkedOut = "main";
  const checkOut = async (branch: string): Promise<void> => {
    if (branch === checkedOut) return;
    const known = (await soon("branch", "--list", branch)) !== "";
    await soon("checkout", "--quiet", ...(known ? [branch] : ["-b", branch, "main"]));
    checkedOut = branch;
  };
  const commit: GithubUnderTest["commit"] = async (branch, changed) => {
    await checkOut(branch);
    for (const [path, text] of Object.entries(changed)) {
      await mkdir(dirname(join(origin, path)), { recursive: true });
      await writeFile(join(origin, path), text);
    }
    await soon("add", "--all");
    await soon("commit", "--quiet", "--message", Object.keys(changed).join(", "));
    const made = await soon("rev-parse", "HEAD");
    await checkOut("main");
    return made;
  };
  await soon("init", "--quiet", "--initial-branch=main");
  await commit("main", files);
  const github = await startGithub({
    repository,
    origin,
    directory,
    people,
    environments: { production: { reviewers: ["dmitry"] } },
    ...options,
  });
  t.after(() => github.stop());
  return { ...github, commit, tag: (name, of) => void git("tag", name, of), git };
}

/** A workflow that is started by hand, with the inputs `launch` gives. */
export function dispatchable(jobs: string): string {
  return `on:\n  workflow_dispatch:\n    inputs: {tag: {type: string, required: true}}\njobs:\n${jobs}`;
}
