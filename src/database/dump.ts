import { CommandError, UserError } from "../core/errors.ts";
import type { Host } from "../hosts/host.ts";
import { type Counts, countsSql, parseCounts } from "./counts.ts";
import { type DatabasePlan, databaseScript } from "./postgres.ts";

export interface Dump {
  /** Folder on the database host that holds `dump/` and, later, `manifest.json`. */
  readonly directory: string;
  readonly bytes: number;
  readonly counts: Counts;
  readonly serverVersion: string;
  readonly seconds: number;
}

// One transaction exports its snapshot, pg_dump dumps as of it, and the rows are counted as of it as well, so the
// counts are those of the dump even while somebody writes. psql before 16 cannot see how `\!` ended: it is printed.
const dumpSql = `SET TimeZone = 'UTC';
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT pg_export_snapshot() AS snapshot \\gset
\\setenv GOLIVE_SNAPSHOT :snapshot
\\! pg_dump --no-password --format=directory --compress=1 --jobs="$GOLIVE_JOBS" --lock-wait-timeout=30s --snapshot="$GOLIVE_SNAPSHOT" --file="$GOLIVE_DUMP" --dbname="$GOLIVE_DATABASE" >&2; echo "exit|$?"
SELECT 'server', current_setting('server_version');
${countsSql}COMMIT;
`;

// Into a name of its own first: a dump under the final name is always one that pg_dump finished.
const dumpScript = `umask 077
p="$1/partial.$$"
mkdir -p -m 700 -- "$1" && rm -rf -- "$1"/partial.* && mkdir -m 700 -- "$p" || exit 1
GOLIVE_DUMP="$p/dump"; export GOLIVE_DUMP
psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -d "$2" -f - > "$p/psql.out" || { c=$?; rm -rf -- "$p"; exit "$c"; }
grep -q '^exit|0$' "$p/psql.out" || { rm -rf -- "$p"; exit 1; }
rm -rf -- "$1/dump" && mv -- "$p/dump" "$1/dump" && sync -f "$1/dump" && cat -- "$p/psql.out" && rm -rf -- "$p" && printf 'bytes|%s\\n' "$(du -sb -- "$1/dump" | cut -f1)"`;

/** Dumps the database in directory format, 0600 files in a 0700 folder, and counts its rows in the same snapshot. */
export async function takeDump(host: Host, plan: DatabasePlan, directory: string): Promise<Dump> {
  const env = { GOLIVE_JOBS: String(plan.backup.jobs), GOLIVE_DATABASE: plan.name };
  const asked = databaseScript(plan, dumpScript, [directory, plan.name], { stdin: dumpSql, env, timeoutSeconds: 4 * 3600 });
  const finished = await host.attempt(asked);
  if (finished.code !== 0 || finished.timedOut) {
    const mend = dumpMend(finished.stderr);
    if (mend === null) throw new CommandError(host.name, asked, finished);
    throw new UserError({ ...mend, where: `${host.name}:${directory}` }, { cause: new CommandError(host.name, asked, finished) });
  }
  const value = (kind: string) => new RegExp(`^${kind}\\|(.*)$`, "m").exec(finished.stdout)?.[1] ?? "";
  return { directory, bytes: Number(value("bytes")), counts: parseCounts(finished.stdout), serverVersion: value("server"), seconds: finished.seconds };
}

function dumpMend(stderr: string): { what: string; mend: string } | null {
  if (/No space left on device|Disk quota exceeded/i.test(stderr)) return { what: "there is no room left for the dump; the unfinished one was removed", mend: "make room, or move database.backup.directory to a larger disk" };
  if (/Permission denied/i.test(stderr) && /mkdir|directory/i.test(stderr)) return { what: "the folder for the dump cannot be made", mend: "create it for the user of database.run-as, mode 0700" };
  if (/server version mismatch|aborting because of server version/i.test(stderr)) return { what: "pg_dump is older than the server", mend: "install the client programs of the server's version on that host" };
  if (/lock timeout|canceling statement due to lock timeout/i.test(stderr)) return { what: "somebody's open transaction holds a lock that the dump needs", mend: "end that session (SELECT * FROM pg_stat_activity), then run again" };
  return null;
}
