import { type CommandOptions, script } from "../core/command.ts";
import { type Host, hostFrom } from "./host.ts";

/** A folder that is seen in the place of another. */
export interface Mount {
  readonly from: string;
  readonly at: string;
}

// $1 how many mounts, then each as two paths; the user and group to be again, or -; the directory; the program.
// Nothing runs unless every place really shows the other folder: what follows would be done to the live one.
const inside = `n=$1; shift
while [ "$n" -gt 0 ]; do
  mount --rbind -- "$1" "$2" && [ "$(stat -c %d:%i -- "$1")" = "$(stat -c %d:%i -- "$2")" ] || { echo "golive: $1 cannot be shown at $2" >&2; exit 97; }
  shift 2; n=$((n - 1))
done
u=$1; g=$2; cd -- "$3" || exit 97; shift 3
[ "$u" = - ] && exec "$@"
exec unshare --user --map-user="$u" --map-group="$g" -- "$@"`;
// $1 the script above, then its values with the user and group still to be told: only the host knows them.
const outside = `s=$1; n=$2; u=$(id -u); g=$(id -g); shift 2; i=$((n * 2)); m=$#
while [ "$i" -gt 0 ]; do set -- "$@" "$1"; shift; i=$((i - 1)); m=$((m - 1)); done
if [ "$u" = 0 ]; then set -- "$@" - -; else set -- "$@" "$u" "$g"; fi
while [ "$m" -gt 0 ]; do set -- "$@" "$1"; shift; m=$((m - 1)); done
if [ "$u" = 0 ]; then exec unshare --mount -- sh -c "$s" sh "$n" "$@"; fi
exec unshare --user --map-root-user --mount -- sh -c "$s" sh "$n" "$@"`;

/**
 * The same host, where every command sees each folder `from` at the path `at`, and nobody else does: in a mount
 * namespace of its own, as the same user. Exit 97, and nothing is run, where that cannot be had.
 */
export function mounted(host: Host, mounts: readonly Mount[]): Host {
  const pairs = mounts.flatMap(({ from, at }) => [from, at]);
  return hostFrom(host.name, (asked) => {
    // The live folder's lock is not this copy's; and a directory entered before the mounts would be the live one.
    const { exclusive: _, cwd = "/", file, args, ...options } = asked;
    const shown = asked.label ?? [file, ...(file === "sh" ? args.slice(3) : args)].join(" ");
    return host.attempt({
      ...options,
      ...script(outside, [inside, String(mounts.length), ...pairs, cwd, file, ...args]),
      label: shown,
    });
  });
}

/** Why commands cannot be shown other folders there; null when they can. Changes nothing. */
export async function mountProblem(host: Host, options: CommandOptions): Promise<string | null> {
  const there = mounted(host, [{ from: "/usr", at: "/usr" }]);
  const { code, stderr } = await there.attempt({ ...script("exit 0", []), timeoutSeconds: 30, ...options });
  return code === 0 ? null : (stderr.trim().split("\n").at(-1)?.slice(0, 200) ?? `exit ${code}`);
}
