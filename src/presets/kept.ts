import { script } from "../core/command.ts";
import type { Problem } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import { lockFile } from "../plan/layout.ts";
import type { Plan } from "../plan/schema/schema.ts";
import type { DeployContext } from "./preset.ts";

// What follows runs in the checkout. A store holds what was kept under r (inside the checkout) and a (absolute),
// each at its own path; done: it is whole; failed: what the release had made under these names.

/** `at`: sets p to a pattern as the shell shall read it, and s to its half of the store. */
const at = `at() { case $1 in /*) p=$1; h=a ;; *) p=./$1; h=r ;; esac; }`;

// $1 store, $2 the stores' common beginning, then the patterns. Older stores go: their launches are over.
const keepScript = `${at}
store=$1; for d in "$2"*; do [ "$d" = "$store" ] || rm -rf -- "$d" || exit 1; done; shift 2
[ -e "$store/done" ] && { cat -- "$store/done"; exit 0; }
rm -rf -- "$store" && mkdir -m 700 -- "$store" && mkdir -- "$store/r" "$store/a" "$store/failed" || exit 1
IFS=; n=0
for given; do
  at "$given"
  for f in $p; do
    [ -e "$f" ] || [ -L "$f" ] || continue
    case $h in a) (cd / && exec cp -a --reflink=auto --parents -- ".$f" "$store/a") ;; *) cp -a --reflink=auto --parents -- "$f" "$store/r" ;; esac || exit 1
    n=$((n + 1))
  done
done
echo "$n" > "$store/part" && sync "$store/part" && mv -- "$store/part" "$store/done" && echo "$n"`;

// $1 store, then the patterns. What is as it was stays; what the release made goes aside; what was there comes back.
const putBackScript = `${at}
same() { if [ -L "$1" ] || [ -L "$2" ]; then [ "$(readlink -- "$1")" = "$(readlink -- "$2")" ]; else diff -r --no-dereference -- "$1" "$2" >/dev/null 2>&1; fi; }
aside() { k=$store/failed/$h/$1; mkdir -p -- "$(dirname -- "$k")" && rm -rf -- "$k" && mv -- "$1" "$k"; }
store=$1; shift
[ -e "$store/done" ] || { echo none; exit 0; }
mkdir -p -- "$store/failed/r" "$store/failed/a" || exit 1
IFS=; n=0
for given; do
  at "$given"
  for f in $p; do
    [ -e "$f" ] || [ -L "$f" ] || continue
    case $f in *.golive-back) continue ;; esac
    [ -e "$store/$h/$f" ] || [ -L "$store/$h/$f" ] || { aside "$f" && n=$((n + 1)); } || exit 1
  done
  here=$PWD
  cd "$store/$h" || exit 1
  case $h in a) set -- .$p ;; *) set -- $p ;; esac
  cd "$here" || exit 1
  for f; do
    kept=$store/$h/$f
    [ -e "$kept" ] || [ -L "$kept" ] || continue
    case $h in a) f=\${f#.} ;; esac
    rm -rf -- "$f.golive-back" || exit 1
    same "$kept" "$f" && continue
    mkdir -p -- "$(dirname -- "$f")" && cp -a --reflink=auto -T -- "$kept" "$f.golive-back" || exit 1
    if [ -e "$f" ] || [ -L "$f" ]; then aside "$f" || exit 1; fi
    mv -T -- "$f.golive-back" "$f" || exit 1
    n=$((n + 1))
  done
done
echo "$n"`;

/** A folder may be written with a slash at its end: what is moved aside and back is the folder. */
function patternsOf({ deploy }: Plan): readonly string[] {
  return deploy.keep.map((pattern) => pattern.replace(/\/+$/, ""));
}

function stores({ deploy }: DeployContext["plan"]): string {
  return deploy.strategy === "releases" ? `${deploy.directory}/golive/kept-` : `${deploy.directory}/.git/golive-kept-`;
}

function asOwner({ plan }: Pick<DeployContext, "plan">) {
  const { runAs: user, strategy, directory } = plan.deploy;
  return {
    cwd: strategy === "releases" ? `${directory}/shared` : directory,
    exclusive: lockFile(plan),
    timeoutSeconds: 1800,
    ...(user === undefined ? {} : { user }),
  };
}

/** Copies what the plan names under deploy.keep aside, once for a release. The note says how much there was. */
export async function keepFiles(context: DeployContext): Promise<string> {
  const { host, plan, release } = context;
  const { stdout } = await host.run(
    script(keepScript, [`${stores(plan)}${release.id}`, stores(plan), ...patternsOf(plan)], {
      ...asOwner(context),
      label: t`keep ${plan.deploy.keep.join(", ")}`,
    }),
  );
  return t`${Number(stdout.trim())} kept aside: ${plan.deploy.keep.join(", ")}`;
}

const unreadableScript = `${at}
IFS=
for given; do
  at "$given"
  for f in $p; do [ ! -e "$f" ] || find "$f" ! -readable -print -prune; done
done 2>/dev/null | head -n 3`;

/** What of deploy.keep could not be copied aside. Changes nothing. */
export async function keptProblems(host: Host, plan: Plan): Promise<Problem[]> {
  if (plan.deploy.keep.length === 0) return [];
  const { exclusive: _, ...options } = asOwner({ plan });
  const { stdout } = await host.attempt(
    script(unreadableScript, patternsOf(plan), { ...options, timeoutSeconds: 300 }),
  );
  const paths = stdout.split("\n").filter((line) => line !== "");
  return paths.map((path) => ({
    code: "keep-unreadable",
    what: t`${path} cannot be read, so it could not be kept (deploy.keep)`,
    where: host.name,
    mend: t`let the user that deploys read it, or name what it does read`,
  }));
}

/** Puts back what was kept; null when nothing was kept, or all is as it was. May be run again. */
export async function putFilesBack(context: DeployContext): Promise<string | null> {
  const { host, plan, release } = context;
  if (plan.deploy.keep.length === 0) return null;
  const { stdout } = await host.run(
    script(putBackScript, [`${stores(plan)}${release.id}`, ...patternsOf(plan)], {
      ...asOwner(context),
      label: t`put ${plan.deploy.keep.join(", ")} back`,
    }),
  );
  const count = Number(stdout.trim());
  return Number.isNaN(count) || count === 0 ? null : t`${count} built {0:file|files|files} as before`;
}
