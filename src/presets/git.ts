import { command, type Command, type CommandOptions, script } from "../core/command.ts";
import { type Problem, UserError } from "../core/errors.ts";
import type { Done } from "../core/step.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import { repositoryOf } from "../plan/layout.ts";
import type { Plan } from "../plan/schema/schema.ts";
import { fetchAhead as fetchAheadText, freeLocks, takeAhead } from "./scripts.ts";
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
  requireCommit(host, release, found);
  return { note: release.commit.slice(0, 12) };
}

function requireCommit(host: Host, release: DeployContext["release"], found: string): void {
  if (found === release.commit) return;
  throw new UserError({
    code: "tag-moved",
    what: t`the tag ${release.tag} is ${found.slice(0, 12)} at the host's remote, but ${release.commit.slice(0, 12)} was approved`,
    where: host.name,
    mend: t`somebody moved the tag, or the remote is another repository; start a new launch`,
  });
}

function inRepository(plan: Plan, label: string): CommandOptions {
  const { runAs: user } = plan.deploy;
  return {
    label,
    timeoutSeconds: 600,
    env: { GIT_TERMINAL_PROMPT: "0", LC_ALL: "C.UTF-8" },
    ...(user === undefined ? {} : { user }),
  };
}

/**
 * By day: all that a checkout of the release needs, so that nothing is fetched in the window. Changes no file, branch or
 * tag. Returns the seconds that finding it there takes.
 */
export async function fetchAhead(context: DeployContext): Promise<number> {
  const { host, plan, release } = context;
  await freeRepository(host, plan);
  const label = t`fetch ${release.tag} before the window`;
  const { remote } = plan.deploy;
  await host.run(script(fetchAheadText, [repositoryOf(plan), remote, release.tag], inRepository(plan, label)));
  const next = git(plan, ["rev-parse", "--verify", "--quiet", "refs/golive/next^{commit}"], 60);
  requireCommit(host, release, (await host.run(next)).stdout.trim());
  const began = performance.now();
  await isAhead(context, "look");
  return (performance.now() - began) / 1000;
}

/** Whether the release was fetched before, whole; `take` sets its tag. */
async function isAhead({ host, plan, release }: DeployContext, what: "take" | "look"): Promise<boolean> {
  const values = [repositoryOf(plan), release.commit, release.tag, what];
  const label = t`look whether ${release.tag} is there`;
  return (await host.run(script(takeAhead, values, inRepository(plan, label)))).stdout.trim() === "taken";
}

/** In the window: the release is there since the day before, or else is fetched now. */
export async function takeTag(context: DeployContext): Promise<Done> {
  await freeRepository(context.host, context.plan);
  return (await isAhead(context, "take"))
    ? { note: t`${context.release.commit.slice(0, 12)}, there since the day before` }
    : fetchTag(context);
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
