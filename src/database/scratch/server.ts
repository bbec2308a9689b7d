import { createHash } from "node:crypto";
import { command, script } from "../../core/command.ts";
import { CommandError, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { type DatabasePlan, query } from "../postgres.ts";
import { longestLife, parentText, removeText, startText } from "./server-text.ts";

/** A server in which a backup of strangers may say what it likes. */
export interface Scratch {
  readonly host: Host;
  /** As a database of the plan: its connection, the user its programs run as, and a folder for dumps. */
  readonly database: DatabasePlan;
  /** Made for this one time, and gone afterwards; otherwise the plan names one that is there already. */
  readonly throwaway: boolean;
}

export interface Wanted {
  /** User of the host that it runs as. */
  readonly user: string;
  /** Folder in which it gets one of its own. */
  readonly directory: string;
  /** The folder lies in that of the journal, which may be closed to others. */
  readonly inControl: boolean;
  /** Users of the host, beside its own, that get in as any role: those whose programs are tried on it. */
  readonly guests: readonly string[];
  readonly connections: number;
}

// Only what a restore or a migration may depend on; a value of several lines is none that these settings have.
const likeServiceSql = `SELECT 'version', (current_setting('server_version_num')::int / 10000)::text
UNION ALL SELECT 'role', rolname FROM pg_roles WHERE rolcanlogin
UNION ALL SELECT 'space', spcname FROM pg_tablespace WHERE spcname !~ '^pg_'
UNION ALL SELECT 'setting ' || name, setting FROM pg_settings
WHERE name IN ('shared_preload_libraries', 'max_locks_per_transaction', 'TimeZone', 'default_text_search_config', 'DateStyle')
  AND setting !~ E'\\n'
ORDER BY 1, 2`;

const settings = `listen_addresses = ''
port = 5432
shared_buffers = 64MB
huge_pages = off
fsync = off
full_page_writes = off
synchronous_commit = off
wal_level = minimal
max_wal_senders = 0
max_logical_replication_workers = 0
max_parallel_maintenance_workers = 0
max_parallel_workers_per_gather = 0
logging_collector = off
log_min_error_statement = panic
log_min_messages = fatal
`;

/**
 * Makes a server beside the service's, of the same version, as a user that gets nowhere else, and starts it: reached by
 * its own socket only, by that user and the guests. What a lost run left is removed first.
 */
export async function startScratch(host: Host, service: DatabasePlan, wanted: Wanted): Promise<Scratch> {
  requireShort(host, wanted.directory);
  await removeScratches(host, service, wanted);
  const rows = await query(host, service, { database: "postgres", sql: likeServiceSql });
  const of = (kind: string) => rows.flatMap(([one, ...value]) => (one === kind ? [value.join("|")] : []));
  const [major = ""] = of("version");
  const asked = script(startText, [wanted.directory, prefix(service), major, String(longestLife)], {
    user: wanted.user,
    stdin: filesOf(rows, of("role"), of("space"), wanted),
    env: { GOLIVE_PROGRAMS: service.programs ?? "" },
    timeoutSeconds: 300,
    label: t`start a throwaway server as ${wanted.user}`,
  });
  const started = await host.attempt(asked);
  if (started.code !== 0) {
    const cause = new CommandError(host, asked, started);
    await removeScratches(host, service, wanted);
    throw new UserError({ ...refusal(started.code, wanted, major, cause), where: host.name }, { cause });
  }
  const value = (kind: string) => new RegExp(`^${kind}\\|(.*)$`, "m").exec(started.stdout)?.[1] ?? "";
  const directory = value("directory");
  return { host, throwaway: true, database: planOf(service, wanted.user, directory, value("programs")) };
}

/** Ends and removes every throwaway server that golive made for this service in that folder. */
export async function removeScratches(
  host: Host,
  service: DatabasePlan,
  { directory, inControl, user }: Pick<Wanted, "directory" | "inControl" | "user">,
): Promise<void> {
  const parent = script(parentText, [directory, inControl ? "yes" : "no"], { timeoutSeconds: 60 });
  const seen = await host.attempt(parent);
  if (seen.code !== 0)
    throw new UserError(
      {
        code: "scratch-no-folder",
        what: t`the folder for the throwaway server cannot be made, or is somebody else's`,
        where: `${host.name}:${directory}`,
        mend: t`as root: install -d -o ${await whoIs(host)} ${directory}; or name another in prepare.test-restore.directory`,
      },
      { cause: new CommandError(host, parent, seen) },
    );
  const left = seen.stdout.split("\n").filter((name) => name.startsWith(prefix(service)));
  if (left.length === 0) return;
  await host.run(script(removeText, [directory, ...left], { user, timeoutSeconds: 600 }));
}

/** The user of the connection. */
export async function whoIs(host: Host): Promise<string> {
  return (await host.run(command("id", ["-un"], { timeoutSeconds: 30 }))).stdout.trim();
}

function prefix({ name }: DatabasePlan): string {
  return createHash("sha256").update(name).digest("hex").slice(0, 4);
}

/** Behind it come a name of ten letters, the socket's folder and its file; libpq takes 107 bytes. */
function requireShort(host: Host, directory: string): void {
  if (Buffer.byteLength(directory) <= 79 && !/[,'"\\\s]/.test(directory)) return;
  throw new UserError({
    code: "scratch-folder-name",
    what: t`the folder for the throwaway server has too long a path for its socket, or a comma, quote or space in it`,
    where: `${host.name}:${directory}`,
    mend: t`name one of at most 79 bytes in prepare.test-restore.directory`,
  });
}

/** Who gets in is known by the kernel, whatever password comes with it: its own user, and the guests. */
function filesOf(
  rows: readonly (readonly string[])[],
  roles: readonly string[],
  spaces: readonly string[],
  { user, guests, connections }: Wanted,
): string {
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
  const names = [...new Set(["postgres", ...roles])].filter((name) => !/[\n"]/.test(name));
  const ident = [...new Set([user, ...guests])].flatMap((one) =>
    names.map((role) => `golive ${quoted(one)} ${quoted(role)}`),
  );
  const kept = rows.flatMap(([kind = "", ...value]) => {
    const name = /^setting (\w+)$/.exec(kind)?.[1];
    return name === undefined ? [] : [`${name} = '${value.join("|").replaceAll("\\", "\\\\").replaceAll("'", "''")}'`];
  });
  const lines = (file: string, all: readonly string[]) => all.map((line) => `${file}|${line}\n`).join("");
  return [
    lines("pg_hba.conf", ["local all all peer map=golive"]),
    lines("pg_ident.conf", ident),
    lines("postgresql.conf", [...settings.trim().split("\n"), `max_connections = ${connections + 10}`, ...kept]),
    lines(
      "spaces",
      spaces.map((_, index) => String(index)),
    ),
  ].join("");
}

function planOf(service: DatabasePlan, user: string, directory: string, programs: string): DatabasePlan {
  const { backup, ...rest } = service;
  return {
    ...rest,
    programs,
    runAs: user,
    connection: { host: `${directory}/s`, port: 5432, user: "postgres" },
    backup: { ...backup, directory: `${directory}/dumps` },
  };
}

/** Folders of the server, by what they are for. */
export function folderOf({ connection }: DatabasePlan, purpose: "home" | "spaces"): string {
  return `${(connection.host ?? "").slice(0, -"/s".length)}/${purpose}`;
}

function refusal(code: number | null, { user, directory }: Wanted, major: string, error: CommandError) {
  switch (code) {
    case 82:
      return {
        code: "scratch-no-way",
        what: t`${user} cannot get to ${directory}, or make a folder in it`,
        mend: t`open its parent folders for passing through (chmod a+x), or name another in prepare.test-restore.directory`,
      };
    case 84:
      return {
        code: "scratch-no-room",
        what: t`there is no room left for the throwaway server`,
        mend: t`make room in ${directory}, or name another folder in prepare.test-restore.directory`,
      };
    case 85:
      return {
        code: "scratch-no-programs",
        what: t`initdb and postgres of PostgreSQL ${major} are missing, so the backup has no server to be tried in`,
        mend: t`install postgresql-${major} there (only its programs are used), or name a server in prepare.test-restore.server`,
      };
    case 86:
      return {
        code: "scratch-user-root",
        what: t`PostgreSQL does not run as root, and no backup should`,
        mend: t`name another user in prepare.test-restore.run-as, one made for it: useradd --system --shell /usr/sbin/nologin golive-scratch`,
      };
    default:
      return {
        code: "scratch-not-started",
        what: t`the throwaway server does not start: ${error.brief}`,
        mend: t`look at what it said, on the control host; or name a server in prepare.test-restore.server`,
      };
  }
}
