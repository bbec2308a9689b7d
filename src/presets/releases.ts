import { basename } from "node:path";
import { type Command, command, type CommandOptions, script } from "../core/command.ts";
import { type Problem, UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import { why } from "../hosts/why.ts";
import { lockFile, releaseName } from "../plan/layout.ts";
import type { Plan } from "../plan/schema/schema.ts";
import { releasesAside } from "./aside.ts";
import { fetchTag, hasCommit, git, gitMend, remoteProblem, tagOf } from "./git.ts";
import { keepFiles, keptProblems } from "./kept.ts";
import type { BuiltRelease, DeployContext, Preset, Previous } from "./preset.ts";
import type { Strategy } from "./strategy.ts";

// deploy.directory holds: repo (fetches), releases/<tag>-<commit>, current (a link to one of them), shared (what every
// release sees), and golive/<tag>-<commit>: "building", or "built <commit>" (and where the static
// files went) once that directory is whole. The note is
// written before the directory is made, so that one without a note is somebody else's.

// $1 base, $2 name, $3 commit. Whatever half was made before is made anew; the live one never.
const makeDirectory = `d=$1/releases/$2; n=$1/golive/$2
[ "$(readlink -f -- "$1/current")" = "$(readlink -f -- "$d")" ] && exit 91
[ -e "$d" ] && [ ! -e "$n" ] && exit 92
mkdir -p -- "$1/releases" "$1/golive" && printf 'building\\n' > "$n" || exit 1
rm -rf -- "$d" && git -C "$1/repo" worktree prune && git -C "$1/repo" worktree add --quiet --force --detach -- "$d" "$3"`;
// $1 base, $2 directory, then the shared paths. What the checkout brought under such a name gives way to the link.
const linkShared = `b=$1; d=$2; shift 2
for p; do
  [ -e "$b/shared/$p" ] || { echo "$b/shared/$p is not there" >&2; exit 1; }
  mkdir -p -- "$(dirname -- "$d/$p")" && rm -rf -- "$d/$p" && ln -s -- "$b/shared/$p" "$d/$p" || exit 1
done`;
const noteBuilt =
  'printf "built %s\\nstatic %s\\n" "$3" "$4" > "$1/golive/$2.part" && sync "$1/golive/$2.part" && mv -f -- "$1/golive/$2.part" "$1/golive/$2"';
// $1 base, $2 name, $3 commit, then the shared paths: nothing under them is the release's own.
const isWhole = `d=$1/releases/$2; n=$1/golive/$2; c=$3; b=$1; shift 3
[ "$(head -n 1 -- "$n" 2>/dev/null)" = "built $c" ] && [ "$(git -C "$d" rev-parse HEAD)" = "$c" ] || exit 1
for p; do [ "$(readlink -- "$d/$p")" = "$b/shared/$p" ] || exit 1; set -- "$@" ":(exclude)$p"; shift; done
[ -z "$(git -C "$d" status --porcelain --untracked-files=no -- . "$@")" ]`;
// A link is replaced by renaming another over it: at no moment is there none. $1 base, $2 where it shall lead.
const switchLink = `[ -d "$2" ] || { echo "$2 is not there" >&2; exit 1; }
t="$1/current.golive"; rm -f -- "$t" && ln -s -- "$2" "$t" && mv -T -- "$t" "$1/current" && sync "$1" && readlink -f -- "$1/current"`;
const lookCurrent = `[ -L "$1/current" ] || { echo "$1/current is not a symbolic link" >&2; exit 91; }
d=$(readlink -e -- "$1/current") || { echo "$1/current leads nowhere" >&2; exit 92; }
c=$(GIT_CEILING_DIRECTORIES=$(dirname -- "$d") git -C "$d" rev-parse HEAD 2>/dev/null) || c=$(head -n 1 -- "$d/REVISION" 2>/dev/null) || { echo "$d is no git worktree and has no file REVISION" >&2; exit 93; }
printf '%s\\n%s\\n' "$d" "$c"`;
// $1 base, $2 how many to keep, then what is in use. Only what has a note is golive's to remove; the newest stay.
const removeOld = `b=$1; k=$2; shift 2; live=$(readlink -f -- "$b/current")
ls -1t -- "$b/golive" 2>/dev/null | while IFS= read -r name; do
  d=$b/releases/$name; [ -d "$d" ] || continue
  r=$(readlink -f -- "$d"); [ "$r" = "$live" ] && continue
  used=no; for u; do [ "$r" = "$(readlink -f -- "$u")" ] && used=yes; done; [ "$used" = yes ] && continue
  k=$((k - 1)); [ "$k" -ge 0 ] && continue
  rm -rf -- "$d" && rm -f -- "$b/golive/$name" && printf '%s\\n' "$d"
done
git -C "$b/repo" worktree prune`;

function asOwner(plan: Plan, timeoutSeconds = 600): CommandOptions {
  const { runAs: user } = plan.deploy;
  return {
    timeoutSeconds,
    exclusive: lockFile(plan),
    env: { GIT_TERMINAL_PROMPT: "0", LC_ALL: "C.UTF-8" },
    ...(user === undefined ? {} : { user }),
  };
}

/** What the look itself found, by its exit code. */
function noRelease(directory: string, code: number | null): string | null {
  if (code === 91) return t`${directory}/current is not a symbolic link`;
  if (code === 92) return t`${directory}/current leads nowhere`;
  if (code === 93) return t`what ${directory}/current leads to is no git worktree and has no file REVISION`;
  return null;
}

function look(plan: Plan): Command {
  const { exclusive: _, ...options } = asOwner(plan, 60);
  return script(lookCurrent, [plan.deploy.directory], options);
}

async function isBuilt({ host, plan, release }: DeployContext): Promise<boolean> {
  const { directory, shared } = plan.deploy;
  return (
    (await host.attempt(script(isWhole, [directory, releaseName(release), release.commit, ...shared], asOwner(plan))))
      .code === 0
  );
}

/** The release's directory with all that needs no database, unless it is there and whole. */
async function makeRelease(context: DeployContext, preset: Preset): Promise<"built" | "there"> {
  const { host, plan, release, directory } = context;
  if (await isBuilt(context)) return "there";
  const base = plan.deploy.directory;
  const worktree = script(makeDirectory, [base, releaseName(release), release.commit], {
    ...asOwner(plan, 1800),
    label: `git worktree add ${directory}`,
  });
  const made = await host.attempt(worktree);
  if (made.code === 91)
    throw new UserError({
      what: t`${directory} is live, and its files are not those of ${release.tag} as approved`,
      where: host.name,
      mend: t`look at git status there; launch another tag rather than the same once more`,
    });
  if (made.code === 92)
    throw new UserError({
      what: t`${directory} is there and was not made by golive`,
      where: host.name,
      mend: t`move it away`,
    });
  if (made.code !== 0)
    throw new UserError({
      what: t`the release could not be checked out into ${directory}: ${await why(host, worktree, made)}`,
      where: host.name,
      mend: t`look at git worktree list in ${base}/repo`,
    });
  await host.run(
    script(linkShared, [base, directory, ...plan.deploy.shared], {
      ...asOwner(plan),
      label: t`link ${plan.deploy.shared.join(", ")}`,
    }),
  );
  await preset.install(context);
  const inside = await preset.staticInside(context);
  if (inside) await preset.static(context);
  await host.run(
    script(noteBuilt, [base, releaseName(release), release.commit, inside ? "inside" : "outside"], asOwner(plan)),
  );
  return "built";
}

/** As noted when it was built; a release that was not built by golive is asked. */
async function staticInside(context: DeployContext, preset: Preset): Promise<boolean> {
  const { host, plan, directory } = context;
  const note = (
    await host.attempt(
      command("tail", ["-n", "1", "--", `${plan.deploy.directory}/golive/${basename(directory)}`], {
        timeoutSeconds: 60,
      }),
    )
  ).stdout.trim();
  return note === "static inside" || (note !== "static outside" && (await preset.staticInside(context)));
}

async function switchTo({ host, plan }: DeployContext, directory: string): Promise<void> {
  const { stdout } = await host.run(
    script(switchLink, [plan.deploy.directory, directory], {
      ...asOwner(plan),
      label: t`link current to ${directory}`,
    }),
  );
  const real = (await host.run(command("readlink", ["-f", "--", directory], { timeoutSeconds: 60 }))).stdout.trim();
  if (stdout.trim() !== real)
    throw new UserError({
      what: t`${plan.deploy.directory}/current leads to ${stdout.trim()} instead of ${real}`,
      where: host.name,
      mend: t`find out what else changes that link`,
    });
}

/** Every release has a directory of its own, built before the window; a link says which one is live. */
export const releases: Strategy = {
  touches: "deploy.switch",

  parts: {
    "deploy.fetch": async (context) =>
      (await isBuilt(context))
        ? { note: t`${context.release.commit.slice(0, 12)}, there since it was built` }
        : fetchTag(context),
    "deploy.build": async (context, preset) => ({
      note: (await makeRelease(context, preset)) === "there" ? t`built before the window` : context.directory,
    }),
    "deploy.keep": async (context) => ({ note: await keepFiles(context) }),
    async "deploy.switch"(context) {
      await switchTo(context, context.directory);
      return { note: context.directory };
    },
    "deploy.static": async (context, preset) =>
      (await staticInside(context, preset))
        ? { skipped: true, note: t`collected with the release` }
        : preset.static(context),
  },

  async still(part, context, preset) {
    const { host, plan, release, directory } = context;
    if (part === "deploy.fetch") return (await isBuilt(context)) || hasCommit(host, plan, release.commit);
    if (part === "deploy.build") return isBuilt(context);
    if (part === "deploy.keep") return false;
    if (part === "deploy.switch") return (await releases.current(host, plan)).directory === directory;
    return staticInside(context, preset);
  },

  async current(host, plan) {
    const [directory = "", commit = ""] = (await host.run(look(plan))).stdout.trim().split("\n");
    return { commit, tag: await tagOf(host, plan, commit), directory };
  },

  async problems(host, plan) {
    const { directory, shared } = plan.deploy;
    const found: Problem[] = [];
    const repo = await host.attempt(git(plan, ["rev-parse", "--git-dir"], 60));
    if (repo.code !== 0)
      found.push({
        what: t`${directory}/repo is not a git repository that can be used`,
        where: host.name,
        mend: gitMend(repo.stderr, t`clone the service's repository there (docs/releases.md)`),
      });
    const remote = repo.code === 0 ? await remoteProblem(host, plan) : null;
    if (remote !== null) found.push(remote);
    const link = await host.attempt(look(plan));
    if (link.code !== 0)
      found.push({
        what: noRelease(directory, link.code) ?? (await why(host, look(plan), link)),
        where: host.name,
        mend: t`docs/releases.md says how a server is moved to this layout`,
      });
    for (const path of shared)
      if (
        (await host.attempt(command("test", ["-e", `${directory}/shared/${path}`], { timeoutSeconds: 60 }))).code !== 0
      )
        found.push({
          what: t`${directory}/shared/${path} is not there`,
          where: host.name,
          mend: t`create it, or take it out of deploy.shared`,
        });
    return [...found, ...(await keptProblems(host, plan))];
  },

  async build(context, preset): Promise<BuiltRelease> {
    const done = (await isBuilt(context)) ? "there" : await fetchTag(context).then(() => makeRelease(context, preset));
    const began = performance.now();
    await isBuilt(context);
    const seconds = (performance.now() - began) / 1000;
    const collecting = performance.now();
    if (!(await staticInside(context, preset))) await preset.static(context, "look");
    return {
      took: {
        "deploy.fetch": seconds,
        "deploy.build": seconds,
        "deploy.static": (performance.now() - collecting) / 1000,
      },
      note: `${context.directory}${done === "there" ? t` is there and whole` : ""}`,
    };
  },

  aside: releasesAside,

  async back(context, preset, previous: Previous, collect) {
    if (previous.directory === undefined)
      throw new UserError({
        what: t`the journal does not say where the previous release lies`,
        where: context.host.name,
        mend: t`link ${context.plan.deploy.directory}/current to it by hand`,
      });
    await switchTo(context, previous.directory);
    const there = { ...context, directory: previous.directory };
    if (collect && !(await staticInside(there, preset))) await preset.static(there);
    return { note: `${previous.tag}, ${previous.directory}` };
  },

  async tidy({ host, plan }, inUse) {
    const { stdout } = await host.run(
      script(removeOld, [plan.deploy.directory, String(plan.deploy.keepReleases), ...inUse], {
        ...asOwner(plan, 1800),
        label: t`remove old releases`,
      }),
    );
    return stdout.split("\n").filter((line) => line !== "");
  },
};
