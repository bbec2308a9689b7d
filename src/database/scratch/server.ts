import { createHash } from "node:crypto";
import { command, script } from "../../core/command.ts";
import { CommandError, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { type DatabasePlan, elsewhere, maintenanceOf, query } from "../postgres.ts";
import { serverFiles } from "./server-files.ts";
import { scratchRefusal } from "./server-refusal.ts";
import type { ScratchSettings } from "./settings.ts";
import { longestLife, parentText, removeText, startText } from "./server-text.ts";

/** A server in which a backup of strangers may say what it likes. */
export interface Scratch {
  readonly host: Host;
  /** As a database of the plan: its connection, the user its programs run as, and a folder for dumps. */
  readonly database: DatabasePlan;
  /** Made for this one time, and gone afterwards; otherwise the plan names one that is there already. */
  readonly throwaway: boolean;
}

// Only what a restore or a migration may depend on; a value of several lines is none that these settings have.
const likeServiceSql = `SELECT 'version', (current_setting('server_version_num')::int / 10000)::text
UNION ALL SELECT 'role', rolname FROM pg_roles WHERE rolcanlogin
UNION ALL SELECT 'space', spcname FROM pg_tablespace WHERE spcname !~ '^pg_'
UNION ALL SELECT 'setting ' || name, setting FROM pg_settings
WHERE name IN ('shared_preload_libraries', 'max_locks_per_transaction', 'TimeZone', 'default_text_search_config', 'DateStyle')
  AND setting !~ E'\\n'
ORDER BY 1, 2`;

/**
 * Makes a server beside the service's, of the same version, as a user that gets nowhere else, and starts it: reached by
 * its own socket only, by that user and the guests. What a lost run left is removed first.
 */
export async function startScratch(host: Host, service: DatabasePlan, wanted: ScratchSettings): Promise<Scratch> {
  requireShort(host, wanted.directory);
  await removeScratches(host, service, wanted);
  const rows = await query(host, service, { database: maintenanceOf(service), sql: likeServiceSql });
  const of = (kind: string) => rows.flatMap(([one, ...value]) => (one === kind ? [value.join("|")] : []));
  const [major = ""] = of("version");
  const asked = script(startText, [wanted.directory, prefix(service), major, String(longestLife)], {
    user: wanted.user,
    stdin: serverFiles(rows, wanted),
    env: { GOLIVE_PROGRAMS: service.programs ?? "" },
    timeoutSeconds: 300,
    label: t`start a throwaway server as ${wanted.user}`,
  });
  const started = await host.attempt(asked);
  if (started.code !== 0) {
    const cause = new CommandError(host, asked, started);
    await removeScratches(host, service, wanted);
    throw new UserError({ ...scratchRefusal(started.code, wanted, major, cause), where: host.name }, { cause });
  }
  const value = (kind: string) => new RegExp(`^${kind}\\|(.*)$`, "m").exec(started.stdout)?.[1] ?? "";
  const directory = value("directory");
  return { host, throwaway: true, database: planOf(service, wanted.user, directory, value("programs")) };
}

/** Ends and removes every throwaway server that golive made for this service in that folder. */
export async function removeScratches(
  host: Host,
  service: DatabasePlan,
  { directory, inControl, user }: Pick<ScratchSettings, "directory" | "inControl" | "user">,
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

function planOf(service: DatabasePlan, user: string, directory: string, programs: string): DatabasePlan {
  const { backup, ...rest } = elsewhere(service);
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
