import { CommandError, errorLine, UserError } from "../../core/errors.ts";
import { showSize } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { backupOf, noRoomFor, pgbackrestCommand, pgbackrestScript, runPgbackrest } from "./command.ts";
import type { PgbackrestPlan } from "./schema.ts";
import { type DatabasePlan, query } from "../postgres.ts";

export interface RestoreOptions {
  readonly label: string;
  /** Gets `data` (PostgreSQL's data directory) and `golive-restore`, the mark by which golive knows it again. */
  readonly directory: string;
  /** Restores over an earlier restore of golive's in this folder: only files that differ are fetched. */
  readonly delta?: boolean;
  /** Goes on from the backup through the archived log to this point, when the server is started. */
  readonly target?: { readonly type: "time" | "lsn" | "xid" | "name"; readonly value: string };
}

export interface Restored {
  /** The data directory, ready to be started: it ends recovery by itself and never archives. */
  readonly data: string;
  readonly seconds: number;
}

// What runs in the folder $1 is known by where it runs: process ids in files left behind may be somebody else's by now.
// QUIT is PostgreSQL's immediate shutdown, which frees its shared memory.
const stopText = `inside() {
  find /proc -mindepth 2 -maxdepth 2 -name cwd -printf '%h %l\\n' 2>/dev/null | while read -r p l; do
    case "$l" in "$1"|"$1/"*|"$1 (deleted)") ;; *) continue ;; esac
    case "$(cat "$p/comm" 2>/dev/null)" in postgres|pgbackrest) printf '%s\\n' "\${p#/proc/}" ;; esac
  done
}
stop() {
  n=0
  while found=$(inside "$1") && [ -n "$found" ]; do
    [ "$n" -lt 300 ] || { echo "error: processes of $1 do not end" >&2; return 1; }
    if [ $((n % 150)) = 0 ]; then
      for p in $found; do
        case "$n:$(cat "/proc/$p/comm" 2>/dev/null)" in 0:postgres) kill -QUIT "$p" ;; 0:*) kill -TERM "$p" ;; *) kill -KILL "$p" ;; esac 2>/dev/null
      done
    fi
    n=$((n + 1)); sleep 0.1
  done
}
`;

// $1 the folder, $2 new or delta, $3 bytes that have to be free. Never touches a folder without golive's mark.
const prepareText = `${stopText}[ "$(id -u)" != 0 ] || exit 86
umask 077
d=$1
if [ -e "$d" ] || [ -L "$d" ]; then
  held=$(ls -A -- "$d") || exit 81
  if [ -n "$held" ]; then
    [ -f "$d/golive-restore" ] && [ -O "$d/golive-restore" ] || exit 81
    [ "$2" = delta ] || exit 82
  fi
fi
p=$d; while [ ! -d "$p" ]; do p=$(dirname -- "$p"); done
have=$(LC_ALL=C df --output=avail -B1 -- "$p" | tail -n1 | tr -d ' ') || exit
used=$(du -cB1 -- "$d/data" "$d/tablespaces" 2>/dev/null | tail -n1 | cut -f1)
if [ $((have + \${used:-0})) -lt "$3" ]; then printf '%s\\n' "$((have + \${used:-0}))"; exit 84; fi
mkdir -p -- "$d" && chmod 700 -- "$d" && d=$(cd -- "$d" && pwd -P) && cat > "$d/golive-restore" || exit 83
stop "$d" || exit
rm -f -- "$d/data/postmaster.pid"
# Without these pgbackrest does not take it for a data directory, and would restore nothing over it.
[ -e "$d/data/PG_VERSION" ] || [ -e "$d/data/backup.manifest" ] || rm -rf -- "$d/data" "$d/tablespaces"
mkdir -p -- "$d/data" "$d/socket" || exit 83
printf '%s\\n' "$d"`;

const removeText = `${stopText}[ -d "$1" ] || exit 0
[ -n "$(ls -A -- "$1")" ] || exit 0
[ -f "$1/golive-restore" ] && [ -O "$1/golive-restore" ] || exit 81
d=$(cd -- "$1" && pwd -P) && stop "$d" && rm -rf -- "$d"`;

// A server for one look: reached by its own user only, through its own socket, and it reaches nobody. What the live
// server was told by ALTER SYSTEM would win over these settings, so of postgresql.auto.conf only the recovery is kept.
const startText = `umask 077
cd -- "$1/data" || exit
v=$(cat PG_VERSION) || exit
for b in "$GOLIVE_PROGRAMS" "/usr/lib/postgresql/$v/bin" "/usr/pgsql-$v/bin" "$(pg_config --bindir 2>/dev/null)" "$(dirname -- "$(command -v postgres)")" ''; do
  [ -x "$b/postgres" ] && [ -x "$b/pg_ctl" ] || continue
  case "$("$b/postgres" --version)" in *"(PostgreSQL) $v"[!0-9]*) break ;; esac
done
[ -n "$b" ] || { printf '%s\\n' "$v"; exit 85; }
grep -E '^(restore_command|recovery_target[a-z_]*) = ' postgresql.auto.conf > ../recovery && mv -f -- ../recovery postgresql.auto.conf || exit
echo 'local all all trust' > pg_hba.conf && : > pg_ident.conf || exit
held() { LC_ALL=C "$b/pg_controldata" . | sed -n "s/^$1 setting: *//p"; }
cat > postgresql.conf <<END || exit
listen_addresses = ''
port = 5432
unix_socket_directories = '../socket'
unix_socket_permissions = 0700
archive_mode = off
hot_standby = off
max_wal_senders = 0
max_logical_replication_workers = 0
max_connections = $(held max_connections)
max_worker_processes = $(held max_worker_processes)
max_prepared_transactions = $(held max_prepared_xacts)
max_locks_per_transaction = $(held max_locks_per_xact)
shared_preload_libraries = ''
shared_buffers = 64MB
huge_pages = off
autovacuum = off
fsync = off
full_page_writes = off
synchronous_commit = off
logging_collector = off
log_line_prefix = ''
log_min_error_statement = panic
END
# pg_ctl takes a server that is still recovering for one that is ready.
if "$b/pg_ctl" -D "$1/data" -l "$1/log" -w -t "$2" -s start; then
  while [ -e postmaster.pid ]; do "$b/pg_isready" -q -h "$1/socket" -p 5432 && exit; sleep 0.1; done
fi
tail -n 20 -- "$1/log" >&2
exit 1`;

/** Restores one backup into a folder of its own, as of its end or of a later point. Refuses any folder that is not empty and not golive's own. */
export async function restoreTo(
  host: Host,
  plan: DatabasePlan,
  settings: PgbackrestPlan,
  { label, directory, delta = false, target }: RestoreOptions,
): Promise<Restored> {
  const { entry } = await backupOf(host, plan, settings, label);
  const where = `${host.name}:${directory}`;
  const needed = entry.info.size + plan.backup.leastFree * 1024 * 1024;
  const prepare = pgbackrestScript(
    plan,
    `prepare ${directory}`,
    prepareText,
    [directory, delta ? "delta" : "new", String(needed)],
    { stdin: `${label}\n`, timeoutSeconds: 120 },
  );
  const prepared = await host.attempt(prepare);
  if (prepared.code !== 0) {
    const failed = new CommandError(host, prepare, prepared);
    const problem = refusal(prepared.code, plan, showSize(needed), showSize(Number(prepared.stdout)));
    throw problem === null ? failed : new UserError({ ...problem, where }, { cause: failed });
  }
  const own = prepared.stdout.trim();
  const to = target === undefined ? ["--type=immediate"] : [`--type=${target.type}`, `--target=${target.value}`];
  const asked = pgbackrestCommand(
    plan,
    settings,
    "restore",
    [
      `--repo=${entry.database["repo-key"]}`,
      `--set=${label}`,
      `--pg1-path=${own}/data`,
      ...to,
      "--target-action=promote",
      "--archive-mode=off",
      delta ? "--delta" : "--no-delta",
      // Nothing of it may land outside: tablespaces and links would be restored over those of the live server.
      "--reset-tablespace-map",
      `--tablespace-map-all=${own}/tablespaces`,
      "--no-link-all",
      "--reset-link-map",
      "--reset-recovery-option",
      "--reset-db-include",
      "--reset-db-exclude",
    ],
    12 * 3600,
  );
  try {
    // Where it runs is how a restore that was left behind is found.
    const { seconds } = await runPgbackrest(host, plan, settings, { ...asked, cwd: `${own}/data` });
    return { data: `${own}/data`, seconds };
  } catch (error) {
    // A disk that is full is let go at once: the live server may be on it.
    if (
      !delta &&
      error instanceof UserError &&
      error.cause instanceof CommandError &&
      noRoomFor(error.cause.finished.stderr) !== null
    )
      await removeRestored(host, plan, own);
    throw error;
  }
}

/**
 * Restores one backup into a folder of its own, starts a server on it that nothing else can reach, and hands `work` the
 * plan's database there. Server and folder are gone at the end, whatever happened; those of a lost run are removed first.
 */
export async function withRestored<T>(
  host: Host,
  plan: DatabasePlan,
  settings: PgbackrestPlan,
  label: string,
  directory: string,
  work: (scratch: DatabasePlan) => Promise<T>,
): Promise<T> {
  // Behind it comes /socket/.s.PGSQL.5432, and libpq takes 107 bytes and reads a comma as the next host.
  if (Buffer.byteLength(directory) > 86 || directory.includes(","))
    throw new UserError({
      what: t`the folder for the restored server has too long a path for its socket, or a comma in it`,
      where: `${host.name}:${directory}`,
      mend: t`choose one of at most 86 bytes without a comma`,
    });
  await removeRestored(host, plan, directory);
  let result: T;
  try {
    const { data } = await restoreTo(host, plan, settings, { label, directory });
    const own = data.slice(0, -"/data".length);
    await startRestored(host, plan, label, own);
    const user =
      plan.connection.user ??
      (plan.connection.service === undefined
        ? undefined
        : (await query(host, plan, { database: "postgres", sql: "SELECT current_user" }))[0]?.[0]);
    result = await work({
      ...plan,
      connection: { host: `${own}/socket`, port: 5432, ...(user === undefined ? {} : { user }) },
    });
  } catch (error) {
    await removeRestored(host, plan, directory).catch((left: unknown) => {
      throw new UserError(
        [
          { what: errorLine(error), where: host.name },
          {
            what: t`a restored copy of the database was left behind: ${errorLine(left)}`,
            where: `${host.name}:${directory}`,
            mend: t`run again, or stop the server there and remove the folder`,
          },
        ],
        { cause: error },
      );
    });
    throw error;
  }
  await removeRestored(host, plan, directory);
  return result;
}

async function startRestored(host: Host, plan: DatabasePlan, label: string, directory: string): Promise<void> {
  const limit = 4 * 3600;
  const asked = pgbackrestScript(plan, `pg_ctl start in ${directory}`, startText, [directory, String(limit)], {
    timeoutSeconds: limit + 60,
  });
  const finished = await host.attempt(asked);
  if (finished.code === 0 && !finished.timedOut) return;
  const failed = new CommandError(host, asked, finished);
  const problem = refusal(finished.code, plan, finished.stdout.trim(), "") ?? {
    what: t`the restored backup ${label} does not start: ${failed.brief}`,
    mend: t`a part of its log may be missing: pgbackrest verify; take another backup`,
  };
  throw new UserError({ ...problem, where: `${host.name}:${directory}` }, { cause: failed });
}

/** Stops what runs in a folder that golive restored into, and removes it. Leaves any other folder alone. */
async function removeRestored(host: Host, plan: DatabasePlan, directory: string): Promise<void> {
  const asked = pgbackrestScript(plan, `remove ${directory}`, removeText, [directory], { timeoutSeconds: 600 });
  const finished = await host.attempt(asked);
  if (finished.code === 0) return;
  const failed = new CommandError(host, asked, finished);
  const problem = refusal(finished.code, plan, "", "");
  throw problem === null
    ? failed
    : new UserError({ ...problem, where: `${host.name}:${directory}` }, { cause: failed });
}

function refusal(
  code: number | null,
  plan: DatabasePlan,
  needed: string,
  free: string,
): { what: string; mend: string } | null {
  const who = plan.runAs ?? t`the user golive runs as`;
  switch (code) {
    case 81:
      return {
        what: t`the folder is not empty, and was not made by golive`,
        mend: t`name a folder that does not exist yet; golive leaves this one as it is`,
      };
    case 82:
      return {
        what: t`the folder holds an earlier restore`,
        mend: t`look at it and remove it, or restore over it with delta`,
      };
    case 83:
      return { what: t`${who} may not make or write this folder`, mend: t`make its parent folder writable for ${who}` };
    case 84:
      return {
        what: t`${free} free for the restored server, ${needed} needed`,
        mend: t`make room, or choose a folder on another disk`,
      };
    case 85:
      return {
        what: t`postgres and pg_ctl of PostgreSQL ${needed} are missing`,
        mend: t`install postgresql-${needed} there, or name their folder in database.programs`,
      };
    case 86:
      return {
        what: t`PostgreSQL does not run as root`,
        mend: t`set database.run-as in the plan to its user (mostly postgres)`,
      };
    default:
      return null;
  }
}
