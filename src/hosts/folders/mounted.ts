import { type CommandOptions, script } from "../../core/command.ts";
import { type Host, hostLike } from "../host.ts";
import { why } from "../why.ts";

/** A folder that is seen in the place of another. */
export interface Mount {
  readonly from: string;
  readonly at: string;
}

// $1 how many mounts, then each as two paths; sealed or -; the user and group to be again, or -; the directory; the
// program. Nothing runs unless every place really shows the other folder, and where it is sealed nothing else can be
// written: what follows would be done to what is live. A place may hold others: what is mounted later hides the earlier.
const inside = `is_shown() {
  IFS='
'
  for place in $shown; do case $1/ in "$place"/*) unset IFS; return 0 ;; esac; done
  unset IFS; return 1
}
set -f; n=$1; shift; shown=
while [ "$n" -gt 0 ]; do
  at=$(readlink -f -- "$2")
  mount --rbind -- "$1" "$at" && [ "$(stat -L -c %d:%i -- "$1")" = "$(stat -L -c %d:%i -- "$2")" ] ||
    { echo "golive: $1 cannot be shown at $2" >&2; exit 97; }
  shown="$shown
$at"
  shift 2; n=$((n - 1))
done
if [ "$1" = sealed ]; then
  while read -r _ _ _ _ at how _; do
    case ,$how, in *,ro,*) continue ;; esac
    at=$(printf '%b.' "$at"); at=\${at%.}
    case $at in /proc|/proc/*|/sys|/sys/*|/dev|/dev/*) continue ;; esac
    is_shown "$at" && continue
    # A single file that this user may not write anyway, as those that a container is given.
    [ ! -d "$at" ] && [ ! -w "$at" ] && continue
    mount -o remount,bind,ro -- "$at" || { echo "golive: $at cannot be closed to writing" >&2; exit 97; }
  done < /proc/self/mountinfo
fi
shift
u=$1; g=$2; cd -- "$3" || exit 97; shift 3
[ "$u" = - ] && exec "$@"
exec unshare --user --map-user="$u" --map-group="$g" -- "$@"`;
// $1 the script above, $2 how many mounts, $3 sealed or -; then its values without these and without the user and group:
// only the host knows them.
const outside = `s=$1; n=$2; sealed=$3; u=$(id -u); g=$(id -g); shift 3; i=$((n * 2)); m=$#
while [ "$i" -gt 0 ]; do set -- "$@" "$1"; shift; i=$((i - 1)); m=$((m - 1)); done
if [ "$u" = 0 ]; then set -- "$@" "$sealed" - -; else set -- "$@" "$sealed" "$u" "$g"; fi
while [ "$m" -gt 0 ]; do set -- "$@" "$1"; shift; m=$((m - 1)); done
if [ "$u" = 0 ]; then exec unshare --mount -- sh -c "$s" sh "$n" "$@"; fi
exec unshare --user --map-root-user --mount -- sh -c "$s" sh "$n" "$@"`;

/**
 * The same host, where every command sees each folder `from` at the path `at`, and nobody else does: in a mount
 * namespace of its own, as the same user. `sealed`: all else of the host's files can be read only. Exit 97, and nothing
 * is run, where that cannot be had.
 */
export function mounted(host: Host, mounts: readonly Mount[], { sealed = false } = {}): Host {
  const pairs = mounts.flatMap(({ from, at }) => [from, at]);
  return hostLike(host, (asked) => {
    // The live folder's lock is not this copy's; and a directory entered before the mounts would be the live one.
    const { exclusive: _, cwd = "/", file, args, ...options } = asked;
    const shown = asked.label ?? [file, ...(file === "sh" ? args.slice(3) : args)].join(" ");
    return host.attempt({
      ...options,
      ...script(outside, [inside, String(mounts.length), sealed ? "sealed" : "-", ...pairs, cwd, file, ...args]),
      label: shown,
    });
  });
}

/** Why commands cannot be shown other folders there; null when they can. Changes nothing. */
export async function mountProblem(host: Host, options: CommandOptions): Promise<string | null> {
  const there = mounted(host, [{ from: "/usr", at: "/usr" }], { sealed: true });
  const asked = { ...script("exit 0", []), timeoutSeconds: 30, ...options };
  const tried = await there.attempt(asked);
  return tried.code === 0 ? null : await why(host, asked, tried);
}
