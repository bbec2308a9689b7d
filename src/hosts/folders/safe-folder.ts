import { type CommandOptions, script } from "../../core/command.ts";
import { type Problem, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../host.ts";

/**
 * Shell functions for folders that hold what is built or kept for a while. `safe_way PATH`: whatever is there of it, and
 * of where its links lead, is this user's or root's, and nobody else may put something else in its place (a folder for
 * all, as /var/tmp is, keeps what is in it to its owner). `make_safe PATH`: makes what is missing, each part itself and
 * closed to others, so that one that somebody made in between is seen. Whoever runs this as another user by sudo may do
 * all that user may, and counts as that user. Both say on standard error which part is not so.
 */
export const safeFolder = `safe_part() {
  part=$1; set -- $(stat -c '%u %g %a %f' -- "$1" 2>/dev/null)
  [ "$#" = 4 ] || { echo "unsafe $part" >&2; return 95; }
  case $1 in 0|"$(id -u)"|"\${SUDO_UID:-0}") ;; *) echo "unsafe $part" >&2; return 95 ;; esac
  case $4 in a*) return 0 ;; 4*) ;; *) echo "unsafe $part" >&2; return 95 ;; esac
  [ $((0$3 & 01000)) = 0 ] || return 0
  [ $((0$3 & 2)) = 0 ] || { echo "unsafe $part" >&2; return 95; }
  [ $((0$3 & 020)) = 0 ] || [ "$2" = 0 ] || [ "$2" = "$(id -g)" ] || { echo "unsafe $part" >&2; return 95; }
}
safe_parts() {
  way=$1
  while [ "$way" != / ] && [ "$way" != . ]; do safe_part "$way" || return; way=$(dirname -- "$way"); done
}
there() {
  found=$1; while [ ! -e "$found" ] && [ ! -L "$found" ]; do found=$(dirname -- "$found"); done
}
safe_way() {
  there "$1"; safe_parts "$found" && safe_parts "$(readlink -f -- "$found")"
}
make_safe() {
  if [ ! -e "$1" ] && [ ! -L "$1" ]; then
    make_safe "$(dirname -- "$1")" || return
    mkdir -m 700 -- "$1" || [ -d "$1" ] || return 1
  fi
  safe_way "$1"
}
`;

/** What is wrong with a folder that golive is going to make on a host, or use. Changes nothing. */
export async function safeFolderProblems(
  host: Host,
  path: string,
  key: string,
  options: CommandOptions,
): Promise<Problem[]> {
  const look = `${safeFolder}safe_way "$1" || exit 95; there "$1"; [ -d "$found" ] && [ -w "$found" ] && [ -x "$found" ]`;
  const { code, stderr } = await host.attempt(script(look, [path], { timeoutSeconds: 30, ...options }));
  if (code === 0) return [];
  const who = options.user === undefined ? "" : t` by ${options.user}`;
  const unsafe = /^unsafe (.*)$/m.exec(stderr)?.[1];
  if (unsafe === undefined)
    return [
      {
        code: "folder-not-writable",
        what: t`${path} cannot be made or written${who} (${key})`,
        where: host.name,
        mend: t`create it and give it to that user, or name another folder in ${key}`,
      },
    ];
  return [
    {
      code: "folder-not-safe",
      what: t`others may put something else in the place of ${unsafe} (${key})`,
      where: host.name,
      mend: t`every folder on the way has to be root's or that user's, and written by no one else; or name another in ${key}`,
    },
  ];
}

/** Throws a UserError when a command that makes a folder safely ended because it could not. */
export function requireSafe({ code, stderr }: { code: number | null; stderr: string }, where: string): void {
  const unsafe = /^unsafe (.*)$/m.exec(stderr)?.[1];
  if (code !== 95 || unsafe === undefined) return;
  throw new UserError({
    code: "folder-not-safe",
    what: t`others may put something else in the place of ${unsafe}`,
    where,
    mend: t`every folder on the way has to be root's or that user's, and written by no one else`,
  });
}
