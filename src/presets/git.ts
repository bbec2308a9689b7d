import { command, type Command, script } from "../core/command.ts";
import { UserError } from "../core/errors.ts";
import type { Done } from "../core/step.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import { repositoryOf } from "../plan/layout.ts";
import type { Plan } from "../plan/schema/schema.ts";
import type { DeployContext } from "./preset.ts";

/** git in the repository that fetches, or in `directory`, asking nobody for a password. */
export function git(
  plan: Plan,
  args: readonly string[],
  timeoutSeconds = 600,
  directory = repositoryOf(plan),
): Command {
  const { runAs: user } = plan.deploy;
  return command("git", ["-C", directory, ...args], {
    timeoutSeconds,
    env: { GIT_TERMINAL_PROMPT: "0", LC_ALL: "C.UTF-8" },
    ...(user === undefined ? {} : { user }),
  });
}

// What git was writing when its host lost power stays locked. While a git runs that works here, or may, it is its lock.
const freeLocks = `g=$(git -C "$1" rev-parse --absolute-git-dir 2>/dev/null) || exit 0
w=\${g%/.git}
locks() { find "$g" -name '*.lock' -type f -not -path "$g/objects/*"; }
works_here() {
  read -r name 2>/dev/null < "$1/comm" || return 1
  case "$name" in git|git-*) ;; *) return 1 ;; esac
  case " $(tr '\\0' ' ' 2>/dev/null < "$1/cmdline")" in *" $w"*|*" $g"*) return 0 ;; esac
  at=$(readlink "$1/cwd") || return 0
  case "$at/" in "$w"/*|"$g"/*) return 0 ;; esac
  return 1
}
busy() { for p in /proc/[0-9]*; do ! works_here "$p" || return 0; done; return 1; }
[ -n "$(locks)" ] || exit 0
n=0
while busy; do [ "$n" -lt 600 ] || exit 0; n=$((n + 1)); sleep 0.1; done
locks | while IFS= read -r f; do rm -f -- "$f"; done`;

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
export async function remoteProblem(
  host: Host,
  plan: Plan,
): Promise<{ what: string; where: string; mend: string } | null> {
  const { remote } = plan.deploy;
  const url = await host.attempt(git(plan, ["remote", "get-url", remote], 60));
  return url.code === 0
    ? null
    : {
        what: t`there is no git remote "${remote}"`,
        where: `${host.name}:${repositoryOf(plan)}`,
        mend: t`correct deploy.remote, or add the remote`,
      };
}

/** How to mend a directory that git refuses. */
export function gitMend(stderr: string, otherwise: string): string {
  return /dubious ownership/.test(stderr) ? t`set deploy.run-as to the user that owns it` : otherwise;
}
