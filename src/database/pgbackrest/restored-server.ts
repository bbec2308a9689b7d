import { CommandError, errorLine, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { type DatabasePlan, maintenanceOf, query } from "../postgres.ts";
import { pgbackrestScript } from "./command.ts";
import { refusal, refusedError } from "./refusal.ts";
import { removeRestored, restoreTo } from "./restore.ts";
import { startText } from "./restore-text.ts";
import type { PgbackrestPlan } from "./schema.ts";

/** Which backup is restored, and into which folder of its own. */
export interface RestoredBackup {
  readonly settings: PgbackrestPlan;
  readonly label: string;
  readonly directory: string;
}

/**
 * Restores one backup into a folder of its own, starts a server on it that nothing else can reach, and hands `work` the
 * plan's database there. Server and folder are gone at the end, whatever happened; those of a lost run are removed first.
 */
export async function withRestored<T>(
  host: Host,
  plan: DatabasePlan,
  { settings, label, directory }: RestoredBackup,
  work: (scratch: DatabasePlan) => Promise<T>,
): Promise<T> {
  requireShort(host, directory);
  await removeRestored(host, plan, directory);
  let result: T;
  try {
    const { data } = await restoreTo(host, plan, settings, { label, directory });
    const own = data.slice(0, -"/data".length);
    await startRestored(host, plan, label, own);
    const user = await connectingUser(host, plan);
    result = await work({
      ...plan,
      connection: { host: `${own}/socket`, port: 5432, ...(user === undefined ? {} : { user }) },
    });
  } catch (error) {
    await removeRestored(host, plan, directory).catch((left: unknown) => {
      throw leftBehind(`${host.name}:${directory}`, { error, left }, host.name);
    });
    throw error;
  }
  await removeRestored(host, plan, directory);
  return result;
}

/** Behind it comes /socket/.s.PGSQL.5432, and libpq takes 107 bytes and reads a comma as the next host. */
function requireShort(host: Host, directory: string): void {
  if (Buffer.byteLength(directory) <= 86 && !directory.includes(",")) return;
  throw new UserError({
    code: "restore-folder-name",
    what: t`the folder for the restored server has too long a path for its socket, or a comma in it`,
    where: `${host.name}:${directory}`,
    mend: t`choose one of at most 86 bytes without a comma`,
  });
}

async function startRestored(host: Host, plan: DatabasePlan, label: string, directory: string): Promise<void> {
  const limit = 4 * 3600;
  const asked = pgbackrestScript(plan, startText, [directory, String(limit)], {
    label: `pg_ctl start in ${directory}`,
    timeoutSeconds: limit + 60,
  });
  const finished = await host.attempt(asked);
  if (finished.code === 0 && !finished.timedOut) return;
  const problem = refusal(finished.code, { plan, version: finished.stdout.trim() }) ?? {
    code: "restored-server-not-started",
    what: t`the restored backup ${label} does not start: ${new CommandError(host, asked, finished).brief}`,
    mend: t`a part of its log may be missing: pgbackrest verify; take another backup`,
  };
  throw refusedError(host, directory, { asked, finished }, problem);
}

/** The role that the plan's connection leads to; undefined where it is libpq's own default. */
async function connectingUser(host: Host, plan: DatabasePlan): Promise<string | undefined> {
  const { user, service } = plan.connection;
  if (user !== undefined || service === undefined) return user;
  const [[found] = []] = await query(host, plan, { database: maintenanceOf(plan), sql: "SELECT current_user" });
  return found;
}

function leftBehind(folder: string, { error, left }: { error: unknown; left: unknown }, where: string): UserError {
  return new UserError(
    [
      { code: "restored-look-failed", what: errorLine(error), where },
      {
        code: "restored-copy-left",
        what: t`a restored copy of the database was left behind: ${errorLine(left)}`,
        where: folder,
        mend: t`run again, or stop the server there and remove the folder`,
      },
    ],
    { cause: error },
  );
}
