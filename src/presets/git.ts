import { command, type Command } from "../core/command.ts";
import { UserError, type Problem } from "../core/errors.ts";
import type { Done } from "../core/step.ts";
import type { Host } from "../hosts/host.ts";
import type { Plan } from "../plan/schema.ts";
import type { DeployContext, Previous } from "./preset.ts";

/** git in the live checkout, asking nobody for a password. */
export function git(plan: Plan, args: readonly string[], timeoutSeconds = 600): Command {
  const { directory, "run-as": user } = plan.deploy;
  return command("git", ["-C", directory, ...args], { timeoutSeconds, env: { GIT_TERMINAL_PROMPT: "0", LC_ALL: "C.UTF-8" }, ...(user === undefined ? {} : { user }) });
}

/** What is checked out now. */
export async function currentCommit(host: Host, plan: Plan): Promise<Previous> {
  const commit = (await host.run(git(plan, ["rev-parse", "HEAD"], 60))).stdout.trim();
  const tags = (await host.run(git(plan, ["tag", "--points-at", "HEAD", "--sort=-creatordate"], 60))).stdout.trim().split("\n");
  return { commit, tag: tags[0] || commit.slice(0, 12) };
}

/** Files added or changed between what is checked out and the release, with their text. Only objects are fetched. */
export async function changedFiles({ host, plan, release }: DeployContext, wanted: (path: string) => boolean): Promise<{ path: string; text: string }[]> {
  await host.run(git(plan, ["fetch", "--quiet", "--no-tags", plan.deploy.remote, `refs/tags/${release.tag}`]));
  const { stdout } = await host.run(git(plan, ["diff", "--name-only", "--no-renames", "--diff-filter=AM", "-z", "HEAD", release.commit], 120));
  const paths = stdout.split("\0").filter((path) => path !== "" && wanted(path)).toSorted();
  const files: { path: string; text: string }[] = [];
  for (const path of paths) files.push({ path, text: (await host.run(git(plan, ["show", `${release.commit}:${path}`], 60))).stdout });
  return files;
}

/** Fetches the tag alone and holds it to the approved commit: tags move. */
export async function fetchTag({ host, plan, release }: DeployContext): Promise<Done> {
  await host.run(git(plan, ["fetch", "--quiet", "--force", "--no-tags", plan.deploy.remote, `+refs/tags/${release.tag}:refs/tags/${release.tag}`]));
  const found = (await host.run(git(plan, ["rev-parse", "--verify", "--quiet", `refs/tags/${release.tag}^{commit}`], 60))).stdout.trim();
  if (found !== release.commit) {
    throw new UserError({ what: `the tag ${release.tag} is ${found.slice(0, 12)} at the host's remote, but ${release.commit.slice(0, 12)} was approved`, where: host.name, mend: "somebody moved the tag, or the remote is another repository; start a new launch" });
  }
  return { note: release.commit.slice(0, 12) };
}

/**
 * Switches the files. git itself refuses to overwrite what someone changed by hand; on the way back (`keep`) what the
 * launch's own steps changed is kept as a patch of that name in .git, and overwritten.
 */
export async function checkoutCommit(host: Host, plan: Plan, commit: string, keep?: string): Promise<void> {
  if (keep !== undefined) await host.attempt(git(plan, ["diff", "--binary", `--output=${plan.deploy.directory}/.git/${keep}`, "HEAD"], 120));
  await host.run(git(plan, ["checkout", "--quiet", ...(keep === undefined ? [] : ["--force"]), "--detach", commit]));
  const now = (await host.run(git(plan, ["rev-parse", "HEAD"], 60))).stdout.trim();
  if (now !== commit) throw new UserError({ what: `the checkout stands at ${now.slice(0, 12)} instead of ${commit.slice(0, 12)}`, where: host.name, mend: "look at git status in the live directory" });
}

/** Whether the live directory can be deployed into. Changes nothing. */
export async function checkoutProblems(host: Host, plan: Plan): Promise<Problem[]> {
  const { directory, remote } = plan.deploy;
  const where = `${host.name}:${directory}`;
  const status = await host.attempt(git(plan, ["status", "--porcelain", "--untracked-files=no"], 120));
  if (status.code !== 0) {
    const mend = /dubious ownership/.test(status.stderr) ? "set deploy.run-as to the user that owns it" : /cannot change to|No such file/.test(status.stderr) ? "clone the service's repository there, or correct deploy.directory" : "clone the service's repository there";
    return [{ what: "the live directory is not a git checkout that can be used", where, mend }];
  }
  const changed = status.stdout.split("\n").filter((line) => line !== "");
  const problems: Problem[] = changed.length === 0 ? [] : [{ what: `${changed.length} tracked file${changed.length > 1 ? "s were" : " was"} changed by hand (${changed.slice(0, 3).map((line) => line.slice(3)).join(", ")})`, where, mend: "commit or undo these changes; a checkout would lose them or stop" }];
  const url = await host.attempt(git(plan, ["remote", "get-url", remote], 60));
  if (url.code !== 0) problems.push({ what: `there is no git remote "${remote}"`, where, mend: "correct deploy.remote, or add the remote" });
  return problems;
}
