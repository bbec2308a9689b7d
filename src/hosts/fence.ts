import { createHash, randomBytes } from "node:crypto";
import { type Command, type Finished, script } from "../core/command.ts";
import { saidBy, UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "./host.ts";

/**
 * What binds commands to the owner of the launch lock. Every owner gets a higher token than all before it; a host
 * remembers the highest it was told, and runs nothing for a lower one.
 */
export interface Fence {
  /** The same for all launches of one service: where its lock lies. Hexadecimal. */
  readonly scope: string;
  readonly token: number;
}

/** Shared by the hosts of one process. Without a fence commands run unbound: looks before the lock is taken. */
export interface Bond {
  fence: Fence | null;
}

export function scopeOf(host: string, directory: string): string {
  return createHash("sha256").update(`${host}\n${directory}`).digest("hex").slice(0, 16);
}

/** The environment variable by which a command is found again on its host. */
export const markVariable = "GOLIVE_COMMAND";

export function newMark({ fence }: Bond): string {
  return `${fence?.scope ?? "0"}:${fence?.token ?? 0}:${randomBytes(8).toString("hex")}`;
}

/** Exit code and word of a command that its host refused for a newer owner's sake. */
const fencedCode = 77;
const fencedWord = "golive-fenced";

const stateFolder = `d=\${XDG_STATE_HOME:-\${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}/.local/state}/golive`;
const check = `${stateFolder}; t=0; [ ! -e "$d/$1" ] || read -r t < "$d/$1" || t=x
[ "$t" -le "$2" ] || { echo "${fencedWord} $t" >&2; exit ${fencedCode}; }
shift 2; exec "$@"`;

/** The words of a command that its host runs only while nobody has a higher token. */
export function fencedWords(words: readonly string[], mark: string, fence: Fence | null): readonly string[] {
  // The mark comes first: whoever raises the fence finds either a command that will be refused, or one that is marked.
  return fence === null
    ? words
    : ["env", `${markVariable}=${mark}`, "sh", "-c", check, "sh", fence.scope, String(fence.token), ...words];
}

/** Throws when the host refused the command because a later owner has the lock. */
export function requireUnfenced(finished: Finished, host: string): void {
  if (finished.code !== fencedCode || !new RegExp(`^${fencedWord} `, "m").test(finished.stderr)) return;
  throw new UserError({
    what: t`this run lost the launch lock to a later one, so it can no longer do anything here`,
    code: "lock-lost",
    where: host,
    mend: t`see the later run of the workflow, or \`golive status\``,
  });
}

const raise = `${stateFolder}; umask 077; mkdir -p -- "$d" && exec 9> "$d/.$1.lock" && flock 9 || exit 1
t=0; [ ! -s "$d/$1" ] || read -r t < "$d/$1"
[ "$t" -le "$2" ] || { echo "${fencedWord} $t" >&2; exit ${fencedCode}; }
printf '%s\\n' "$2" > "$d/.$1.new" && sync "$d/.$1.new" && mv -f -- "$d/.$1.new" "$d/$1"`;

// A command's own `timeout` is what is looked for: it hands TERM on to all of the command, and what a command left
// running on purpose is none. $1 what a mark has to begin with, $2 tokens below this, or empty for any; $3 seconds until KILL.
const endMarked = `found() {
  grep -lzs -- "^${markVariable}=$1" /proc/[0-9]*/environ | while read -r f; do
    p=\${f#/proc/}; p=\${p%/environ}
    [ "$(head -c 21 "/proc/$p/cmdline" 2>/dev/null | tr '\\0' ' ')" = "timeout --kill-after=" ] || continue
    t=$(tr '\\0' '\\n' < "$f" 2>/dev/null | sed -n 's/^${markVariable}=[0-9a-f]*:\\([0-9]*\\):.*/\\1/p' | head -n 1)
    [ -n "$t" ] || continue
    [ -z "$2" ] || { [ "$t" -gt 0 ] && [ "$t" -lt "$2" ]; } || continue
    echo "$p"
  done
}
n=0; empty=0; sent=
while [ "$empty" -lt 3 ]; do
  left=$(found "$1" "$2")
  [ -z "$left" ] && empty=$((empty + 1)) || empty=0
  for p in $left; do
    case "$sent " in *" $p "*) ;; *) kill -TERM "$p" 2>/dev/null; sent="$sent $p" ;; esac
    [ "$n" -lt $(($3 * 10)) ] || kill -KILL -- "-$p" "$p" 2>/dev/null
  done
  [ "$n" -lt $((($3 + 5) * 10)) ] || { echo "$left"; exit 1; }
  n=$((n + 1)); sleep 0.1
done
for p in $sent; do echo "$p"; done`;

/** Ends one command, wherever it is in its life, together with what it started. For the user that it runs as. */
export function endCommand(mark: string, user: string | undefined): Command {
  return script(endMarked, [`${mark}$`, "", "2"], { timeoutSeconds: 6, ...(user === undefined ? {} : { user }) });
}

/**
 * From here on no command of an earlier owner runs on this host: later ones are refused, those that still run are ended
 * first. Returns how many were ended. Throws when a later owner has the lock, or one cannot be ended.
 */
export async function raiseFence(host: Host, fence: Fence, users: readonly (string | undefined)[]): Promise<number> {
  const asked = script(raise, [fence.scope, String(fence.token)], { timeoutSeconds: 60 });
  const raised = await host.attempt(asked);
  requireUnfenced(raised, host.name);
  if (raised.code !== 0) {
    const why = saidBy(asked, raised, { known: host.known }) || t`exit ${raised.code}`;
    throw new UserError({
      code: "fence-not-written",
      what: t`golive cannot write down which launch may act here: ${why}`,
      where: host.name,
      mend: t`the user of the connection needs a home folder that it can write (docs/hosts.md)`,
    });
  }
  const ended = await Promise.all(users.map((user) => endEarlier(host, fence, user)));
  return ended.reduce((sum, count) => sum + count, 0);
}

/** Ends what commands of earlier owners still run as that user; returns how many. */
async function endEarlier(host: Host, fence: Fence, user: string | undefined): Promise<number> {
  const found = await host.attempt(
    script(endMarked, [`${fence.scope}:`, String(fence.token), "5"], {
      timeoutSeconds: 60,
      ...(user === undefined ? {} : { user }),
    }),
  );
  const pids = found.stdout.split("\n").filter((line) => line !== "");
  // Whoever may not run commands as that user has none left running either.
  if (found.code === 0 || (pids.length === 0 && !found.timedOut)) return pids.length;
  throw new UserError({
    code: "earlier-commands-run",
    what:
      pids.length > 0
        ? t`${pids.length} {0:command|commands|commands} of an earlier run still {0:runs|run|run} and cannot be ended (${pids.join(", ")})`
        : t`commands of an earlier run still run and cannot be ended`,
    where: host.name,
    mend: t`end them by hand, then run the job again`,
  });
}
