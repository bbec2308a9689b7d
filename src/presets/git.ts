import { command, type Command, script } from "../core/command.ts";
import { type Problem, UserError } from "../core/errors.ts";
import type { Done } from "../core/step.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import { repositoryOf } from "../plan/layout.ts";
import type { Plan } from "../plan/schema/schema.ts";
import { freeLocks } from "./scripts.ts";
import type { DeployContext } from "./kind.ts";

/** git in the repository that fetches, or in `directory`, asking nobody for a password. */
export function git(
  plan: Plan,
  args: readonly string[],
  timeoutSeconds = 600,
  directory = repositoryOf(plan),
): Command {
  const { runAs: user } = plan.deploy;
  return command("git", ["-C", directory, ...args], {
    whole: true,
    timeoutSeconds,
    env: { GIT_TERMINAL_PROMPT: "0", LC_ALL: "C.UTF-8" },
    ...(user === undefined ? {} : { user }),
  });
}

/** Lets git write in a repository again where a git that is gone left its locks. */
export async function freeRepository(host: Host, plan: Plan, directory = repositoryOf(plan)): Promise<void> {
  const { runAs: user } = plan.deploy;
  const as = user === undefined ? {} : { user };
  await host.run(
    script(freeLocks, [directory], { ...as, timeoutSeconds: 90, label: t`look for locks in ${directory}` }),
  );
}

/** The newest tag at a commit, or the commit's first digits. */
export async function tagOf(host: Host, plan: Plan, commit: string): Promise<string> {
  const tags = (await host.attempt(git(plan, ["tag", "--points-at", commit, "--sort=-creatordate"], 60))).stdout
    .trim()
    .split("\n");
  return tags[0] || commit.slice(0, 12);
}

/** Files added or changed between a commit and the release, with their text. Only objects are fetched. */
export async function changedFiles(
  { host, plan, release }: DeployContext,
  from: string,
  wanted: (path: string) => boolean,
): Promise<{ path: string; text: string }[]> {
  await host.run(fetchObjects(plan, release.tag));
  const { stdout } = await host.run(
    git(plan, ["diff", "--name-only", "--no-renames", "--diff-filter=AM", "-z", from, release.commit], 120),
  );
  const paths = stdout
    .split("\0")
    .filter((path) => path !== "" && wanted(path))
    .toSorted();
  const files: { path: string; text: string }[] = [];
  for (const path of paths)
    files.push({ path, text: (await host.run(git(plan, ["show", `${release.commit}:${path}`], 60))).stdout });
  return files;
}

/** Fetches what a tag leads to, and changes no file and no reference. */
export function fetchObjects(plan: Plan, tag: string): Command {
  return git(plan, ["fetch", "--quiet", "--no-tags", plan.deploy.remote, `refs/tags/${tag}`]);
}

/** Fetches the tag alone and holds it to the approved commit: tags move. */
export async function fetchTag({ host, plan, release }: DeployContext): Promise<Done> {
  await freeRepository(host, plan);
  await host.run(
    git(plan, [
      "fetch",
      "--quiet",
      "--force",
      "--no-tags",
      plan.deploy.remote,
      `+refs/tags/${release.tag}:refs/tags/${release.tag}`,
    ]),
  );
  const found = (
    await host.run(git(plan, ["rev-parse", "--verify", "--quiet", `refs/tags/${release.tag}^{commit}`], 60))
  ).stdout.trim();
  if (found !== release.commit) {
    throw new UserError({
      code: "tag-moved",
      what: t`the tag ${release.tag} is ${found.slice(0, 12)} at the host's remote, but ${release.commit.slice(0, 12)} was approved`,
      where: host.name,
      mend: t`somebody moved the tag, or the remote is another repository; start a new launch`,
    });
  }
  return { note: release.commit.slice(0, 12) };
}

export async function hasCommit(host: Host, plan: Plan, commit: string): Promise<boolean> {
  return (await host.attempt(git(plan, ["cat-file", "-e", `${commit}^{commit}`], 60))).code === 0;
}

/** What keeps the repository from fetching; null when all is well. */
export async function remoteProblem(host: Host, plan: Plan): Promise<Problem | null> {
  const { remote } = plan.deploy;
  const url = await host.attempt(git(plan, ["remote", "get-url", remote], 60));
  return url.code === 0
    ? null
    : {
        code: "git-remote-missing",
        what: t`there is no git remote "${remote}"`,
        where: `${host.name}:${repositoryOf(plan)}`,
        mend: t`correct deploy.remote, or add the remote`,
      };
}

/** How to mend a directory that git refuses. */
export function gitMend(stderr: string, otherwise: string): string {
  return /dubious ownership/.test(stderr) ? t`set deploy.run-as to the user that owns it` : otherwise;
}
