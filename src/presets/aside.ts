import { dirname } from "node:path";
import { type Command, script } from "../core/command.ts";
import { CommandError, UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Mount } from "../hosts/folders/mounted.ts";
import { requireSafe, safeFolder } from "../hosts/folders/safe-folder.ts";
import { releaseDirectory } from "../plan/layout.ts";
import type { DeployContext, Previous } from "./preset.ts";

/**
 * A copy of what serves, to go forward and back in by day: `directory` holds it, `leftOut` are folders (absolute) whose
 * files are not copied, because people uploaded them. Returns what has to be shown where; nothing live changes.
 */
export type MakeAside = (
  context: DeployContext,
  previous: Previous,
  directory: string,
  leftOut: readonly string[],
) => Promise<readonly Mount[]>;

// What is built there is run: nobody else may put something else in its place meanwhile.
const fresh = `${safeFolder}
fresh() { make_safe "$(dirname -- "$1")" && rm -rf -- "$1" && mkdir -m 700 -- "$1" && safe_way "$1"; }
`;
// copy FROM TO, leaving out what is named after them, each relative to FROM: there an empty folder stands for it.
// What cannot be read by the user that deploys is not part of what its steps can change.
const copyTree = `${fresh}copy() {
  from=$1; to=$2; shift 2
  mkdir -p -m 700 -- "$to" || return 1
  n=$#; while [ "$n" -gt 0 ]; do set -- "$@" "--exclude=./$1"; shift; n=$((n - 1)); done
  { tar -C "$from" --anchored --no-wildcards --ignore-failed-read "$@" -cf - . 2>"$to.said"; echo $? > "$to.code"; } | tar -C "$to" -xpf - || return 1
  # 1: a file changed while it was read, as a log does.
  [ "$(cat -- "$to.code")" -le 1 ] || { cat -- "$to.said" >&2; return 1; }
  rm -f -- "$to.code" "$to.said"
  for x; do mkdir -p -- "$to/\${x#--exclude=./}" || return 1; done
}
`;
// $1 the live checkout, $2 where the copy goes, then what is left out. git's objects are never changed, only added:
// they may be the same files.
const copyCheckout = `${copyTree}
live=$1; to=$2; shift 2
[ -d "$live/.git" ] && [ ! -L "$live/.git" ] || exit 91
fresh "$to" || exit
copy "$live" "$to" .git/objects "$@" || exit 1
rm -rf -- "$to/.git/objects"
cp -al -- "$live/.git/objects" "$to/.git/objects" 2>/dev/null || { rm -rf -- "$to/.git/objects" && cp -a --reflink=auto -- "$live/.git/objects" "$to/.git/objects"; }`;
// $1 base, $2 where the copy goes, $3 the new release's directory, $4 the live one's, then what of shared is left out.
const copyReleases = `${copyTree}
base=$1; to=$2; new=$3; old=$4; shift 4
fresh "$to" || exit
mkdir -- "$to/repo" "$to/golive" "$to/releases" || exit 1
[ ! -d "$base/golive" ] || cp -a -- "$base/golive/." "$to/golive/" || exit 1
cp -a -P -- "$base/current" "$to/current" || exit 1
[ ! -d "$base/shared" ] || copy "$base/shared" "$to/shared" "$@" || exit 1
for d in "$new" "$old"; do
  case $d in "$base"/*) mkdir -p -- "$(dirname -- "$to\${d#"$base"}")" && cp -a --reflink=auto -T -- "$d" "$to\${d#"$base"}" || exit 1 ;; esac
done`;

/** Those of the folders that lie below one, relative to it. */
function below(parent: string, folders: readonly string[]): string[] {
  return folders.filter((one) => one.startsWith(`${parent}/`)).map((one) => one.slice(parent.length + 1));
}

function asOwner({ plan }: DeployContext, label: string) {
  const { runAs: user } = plan.deploy;
  return { timeoutSeconds: 3600, label, ...(user === undefined ? {} : { user }) };
}

/** Runs a copying script; throws a UserError where its folder is not safe, or the checkout cannot be copied. */
async function copied({ host, plan }: DeployContext, asked: Command): Promise<void> {
  const finished = await host.attempt(asked);
  requireSafe(finished, host.name);
  if (finished.code === 91)
    throw new UserError({
      what: t`${plan.deploy.directory}/.git is no folder, so a copy of the checkout would share what git changes`,
      where: host.name,
      mend: t`make it a clone of its own`,
    });
  if (finished.code !== 0 || finished.timedOut) throw new CommandError(host, asked, finished);
}

export const checkoutAside: MakeAside = async (context, _previous, directory, leftOut) => {
  const live = context.plan.deploy.directory;
  const copy = `${directory}/live`;
  const values = [live, copy, ...below(live, leftOut)];
  await copied(context, script(copyCheckout, values, asOwner(context, t`copy ${live}`)));
  return [{ from: copy, at: live }];
};

export const releasesAside: MakeAside = async (context, previous, directory, leftOut) => {
  const base = context.plan.deploy.directory;
  const copy = `${directory}/base`;
  const release = releaseDirectory(context.plan, context.release);
  const old = previous.directory ?? release;
  const values = [base, copy, release, old, ...below(`${base}/shared`, leftOut)];
  await copied(context, script(copyReleases, values, asOwner(context, t`copy ${release} and ${old}`)));
  return [
    { from: `${base}/repo`, at: `${copy}/repo` },
    { from: copy, at: base },
  ];
};

// $1 what is copied, $2 where it goes; a folder that is not there yet is an empty one.
const copyOutside = `mkdir -p -m 700 -- "$2" || exit 1
[ ! -d "$1" ] || cp -a --reflink=auto -- "$1/." "$2/" 2>/dev/null; [ -d "$1" ]`;

/**
 * Copies of folders outside of the release that its steps write to: where the static files go, what deploy.keep names
 * there, and what the plan says. One that is not there is nothing to show.
 */
export async function outsideAside(
  context: DeployContext,
  statics: string | null,
  directory: string,
): Promise<Mount[]> {
  const { plan, host } = context;
  const temporary = `${directory}/tmp`;
  await host.run(script('mkdir -p -m 700 -- "$1"', [temporary], asOwner(context, t`make ${temporary}`)));
  const kept = plan.deploy.keep.filter((pattern) => pattern.startsWith("/")).map(fixedFolder);
  const named = [...kept, ...(plan.prepare.trial?.scratch ?? []), ...(statics === null ? [] : [statics])];
  const inside = (one: string) => `${one}/`.startsWith(`${plan.deploy.directory}/`);
  const folders = [...new Set(named)].filter((one) => !inside(one));
  const outermost = folders.filter((one) => !folders.some((other) => one.startsWith(`${other}/`)));
  const mounts: Mount[] = [];
  for (const [index, at] of outermost.entries()) {
    const from = `${directory}/outside/${index}`;
    const { code } = await host.attempt(script(copyOutside, [at, from], asOwner(context, t`copy ${at}`)));
    if (code === 0) mounts.push({ from, at });
  }
  return mounts;
}

/** The folder that a pattern's files lie in, as far as it has no pattern itself. */
function fixedFolder(pattern: string): string {
  const parts = pattern.split("/").slice(0, -1);
  const wild = parts.findIndex((part) => /[*?[]/.test(part));
  return (wild === -1 ? parts : parts.slice(0, wild)).join("/") || "/";
}

/** Removes it; what is not there is not missed. */
export async function removeAside(context: DeployContext, directory: string): Promise<void> {
  await context.host.run(
    script('rm -rf -- "$1"; rmdir -- "$2" 2>/dev/null; [ ! -e "$1" ]', [directory, dirname(directory)], {
      ...asOwner(context, t`remove ${directory}`),
      timeoutSeconds: 1800,
    }),
  );
}
