import { CommandError, type Problem, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { requireSafe, safeFolder } from "../../hosts/folders/safe-folder.ts";
import { parseStreams } from "../contents/archive/contents.ts";
import { streamsSql } from "../contents/streams-sql.ts";
import { parseContents } from "../contents/contents.ts";
import { anyBytes, asOfSnapshot, contentSettings, contentsSql } from "../contents/contents-sql.ts";
import { parseObjects } from "../contents/objects.ts";
import { extensionsSql, recipeSql } from "../create.ts";
import type { Source } from "../contents/source.ts";
import { leftOutSql, parseLeftOut } from "../contents/extension-rows.ts";
import { type DatabasePlan, databaseScript } from "../postgres.ts";
import { locksNeeded, locksRoom } from "../lock-room.ts";
import { dumpBeside, takeDump as takeDumpSh } from "./shell/scripts.ts";

export interface Dump {
  /** Folder on the database host that holds `dump/`, how the database is made, and, later, `manifest.json`. */
  readonly directory: string;
  readonly bytes: number;
  /** Of the cluster; the same for all its databases and replicas. */
  readonly systemIdentifier: string;
  readonly seconds: number;
}

const whole = "\\qecho -- whole\n";
/** In whose encoding it is fed to psql again. */
const encoded = "SELECT format('SET client_encoding = %L;', pg_client_encoding());\n";

// One transaction exports its snapshot and keeps it: the archive, the schema and the contents are read as of it, so that
// they are of one moment even while somebody writes. It holds no locks of its own.
const keepSnapshotSql = `${anyBytes}BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT pg_export_snapshot() AS snapshot, getdatabaseencoding() AS encoding, 3 * ${locksNeeded} < ${locksRoom} AS roomy \\gset
\\setenv GOLIVE_SNAPSHOT :snapshot
\\setenv GOLIVE_ENCODING :encoding
\\setenv GOLIVE_ROOMY :roomy
\\! sh "$GOLIVE_WORK/beside"
SELECT 'server', current_setting('server_version');
\\set file :work '/database.sql'
\\o :file
${encoded}${recipeSql}${whole}\\set file :work '/extensions.sql'
\\o :file
${encoded}${extensionsSql}${whole}\\o
COMMIT;
`;

const readSql = `${contentSettings}${asOfSnapshot(`${contentsSql}${leftOutSql}`)}`;
const copySql = `${anyBytes}${streamsSql}`;

const dumpScript = `${safeFolder}${takeDumpSh}`;

/** Dumps a database in directory format, 0600 files in a 0700 folder, with what it held in the same snapshot. */
export async function takeDump(host: Host, plan: DatabasePlan, directory: string, database = plan.name): Promise<Dump> {
  const env = { GOLIVE_JOBS: String(plan.backup.jobs), GOLIVE_DATABASE: database };
  const counted = plan.backup.countOnly.join(",");
  const texts = [readSql, plan.backup.proof === "content" ? copySql : "", dumpBeside];
  const asked = databaseScript(plan, dumpScript, [directory, database, counted, ...texts], {
    stdin: keepSnapshotSql,
    env,
    timeoutSeconds: 4 * 3600,
  });
  const finished = await host.attempt({ ...asked, label: `pg_dump ${database}` });
  if (finished.code !== 0 || finished.timedOut) {
    requireSafe(finished, `${host.name}:${directory}`);
    const problem = dumpProblem(finished.stderr);
    const cause = new CommandError(host, asked, finished);
    if (problem === null) throw cause;
    throw new UserError({ ...problem, where: `${host.name}:${directory}` }, { cause });
  }
  const value = (kind: string) => new RegExp(`^${kind}\\|(.*)$`, "m").exec(finished.stdout)?.[1] ?? "";
  return { directory, bytes: Number(value("bytes")), systemIdentifier: value("system"), seconds: finished.seconds };
}

/** What was read in the snapshot of the dump in this folder. */
export async function readSource(host: Host, plan: DatabasePlan, directory: string): Promise<Source> {
  const read = (name: string) =>
    host.run(databaseScript(plan, 'cat -- "$1"', [`${directory}/${name}`], { bytes: true }));
  const [lines, schema] = await Promise.all([read("source.txt"), read("schema.sql")]);
  return {
    contents: parseContents(lines.stdout),
    objects: parseObjects(schema.stdout),
    leftOut: parseLeftOut(lines.stdout),
    ...parseStreams(lines.stdout),
    serverVersion: /^server\|(.*)$/m.exec(lines.stdout)?.[1] ?? "",
  };
}

/** What is known of why pg_dump failed. */
function dumpProblem(stderr: string): Problem | null {
  if (/No space left on device|Disk quota exceeded/i.test(stderr))
    return {
      code: "dump-no-room",
      what: t`there is no room left for the dump; the unfinished one was removed`,
      mend: t`make room, or move database.backup.directory to a larger disk`,
    };
  if (/Permission denied/i.test(stderr) && /mkdir|directory/i.test(stderr))
    return {
      code: "dump-folder-forbidden",
      what: t`the folder for the dump cannot be made`,
      mend: t`create it for the user of database.run-as, mode 0700`,
    };
  if (/server version mismatch|aborting because of server version/i.test(stderr))
    return {
      code: "dump-older-than-server",
      what: t`pg_dump is older than the server`,
      mend: t`install the client programs of the server's version on that host`,
    };
  if (/lock timeout|canceling statement due to lock timeout/i.test(stderr))
    return {
      code: "dump-locked-out",
      what: t`somebody's open transaction holds a lock that the dump needs`,
      mend: t`end that session (SELECT * FROM pg_stat_activity), then run again`,
    };
  return null;
}
