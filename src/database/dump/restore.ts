import { CommandError, InternalError, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { compareContents, type Contents, type Hashing, parseContents } from "../contents/contents.ts";
import { contentSettings, contentsSql } from "../contents/contents-sql.ts";
import { archiveProblems } from "../contents/archive/archive.ts";
import { makeFrame, makeSchemaOf, providedEnvironment, restoreTools } from "./frame.ts";
import { mayBeRewritten, objectDifferences, parseObjects, toldObjects, withoutRewritten } from "../contents/objects.ts";
import { isBefore, type KeptObjects, type Objects } from "../contents/objects-before.ts";
import {
  besideName,
  databaseCommand,
  type DatabasePlan,
  databaseScript,
  maintenanceOf,
  psqlCommand,
  query,
  rootOf,
} from "../postgres.ts";
import { oidOf } from "../doors.ts";
import { dropProvided, isProvided } from "../provider/beside.ts";
import { dumpSchema, restoreDump } from "./shell/scripts.ts";

/** Reads every byte of the archive and turns it into SQL that goes nowhere. Sees damaged and missing files. */
export async function readThrough(host: Host, plan: DatabasePlan, directory: string): Promise<number> {
  return (await host.run(databaseCommand(plan, "pg_restore", ["--file=/dev/null", "--", `${directory}/dump`]))).seconds;
}

const restoreScript = `${restoreTools}\n${restoreDump}`;

/**
 * Restores the dump into a new database beside the service's. The name has to be one of golive's own
 * (`sideName`): one left by an earlier try is dropped first. What is no archive of this database is refused before that.
 * All that belongs to a database itself is made before anything is restored into it, as values, order and checks may
 * depend on it. Errors of pg_restore are failures.
 */
export async function restoreBeside(host: Host, plan: DatabasePlan, directory: string, name: string): Promise<void> {
  const [[systemIdentifier = ""] = []] = await query(host, plan, {
    database: maintenanceOf(plan),
    sql: "SELECT system_identifier FROM pg_control_system()",
  });
  const problems = await archiveProblems(host, plan, `${directory}/dump`, { database: plan.name, systemIdentifier });
  if (problems.length > 0) throw new UserError(problems);
  await dropSide(host, plan, name);
  await makeFrame(host, plan, directory, name);
  const restore = databaseScript(plan, restoreScript, [directory, name, String(plan.backup.jobs)], {
    env: providedEnvironment(plan),
    timeoutSeconds: 4 * 3600,
  });
  const asked = { ...restore, label: `pg_restore ${name}` };
  const finished = await host.attempt(asked);
  if (finished.code === 0 && !finished.timedOut) return;
  const failed = new CommandError(host, asked, finished);
  if (!/No space left on device/i.test(finished.stderr)) throw failed;
  throw new UserError(
    {
      code: "restore-no-room-beside",
      what: t`there is no room left to restore the dump beside the database`,
      where: host.name,
      mend: t`make room where PostgreSQL keeps its data`,
    },
    { cause: failed },
  );
}

/**
 * What a database holds now (`logged`: without unlogged tables, which a restored server has empty), hashed with as many
 * workers as the plan gives a dump.
 */
export async function contentsOf(
  host: Host,
  plan: DatabasePlan,
  database: string,
  { logged = false, byName = true, inParts = true, wholeBits = true }: Hashing & { readonly logged?: boolean } = {},
): Promise<Contents> {
  const variables = {
    jobs: String(plan.backup.jobs),
    counted: plan.backup.countOnly.join(","),
    logged: String(logged),
    byname: String(byName),
    inparts: String(inParts),
    wholebits: String(wholeBits),
    snapshot: "",
  };
  const sql = `${contentSettings}${contentsSql}`;
  const asked = psqlCommand(plan, database, sql, { variables, timeoutSeconds: 4 * 3600 });
  const { stdout } = await host.run({ ...asked, bytes: true });
  return parseContents(stdout);
}

/** The text of a database's schema, as bytes: in its own encoding, or in the one that earlier versions of golive kept it in. */
async function schemaOf(
  host: Host,
  plan: DatabasePlan,
  database: string,
  { encoding = "", env = {} }: { readonly encoding?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  const asked = databaseScript(plan, dumpSchema, [database, encoding], { bytes: true, env });
  const { stdout } = await host.run({ ...asked, label: `pg_dump --schema-only ${database}` });
  return stdout;
}

/** Two servers may have time zones of their own, in which they write the bounds of partitions, defaults and checks. */
const anyServer = { PGTZ: "UTC" };

/** The objects of a database, as another server with the same files tells them too. */
export async function objectsOf(host: Host, plan: DatabasePlan, database: string): Promise<Objects> {
  return parseObjects(await schemaOf(host, plan, database, { env: anyServer }));
}

/** A database that a dump was restored into, and what its source held. */
export interface Restored {
  readonly database: string;
  readonly source: { readonly contents: Contents; readonly objects: KeptObjects };
  /** Folder of the dump; none where a server's own files were restored, which say all in the words of the source. */
  readonly directory: string | null;
  /** Without unlogged tables, which a restored server has empty. */
  readonly logged?: boolean;
}

/** Contents and schema of a restored database against those of the source; throws a UserError naming each that differs. */
export async function requireSame(
  host: Host,
  plan: DatabasePlan,
  { database, source, directory, logged = false }: Restored,
): Promise<void> {
  const { byName = false, inParts = false, wholeBits = false } = source.contents;
  const encoding = isBefore(source.objects) ? "UTF8" : "";
  const [contents, schema] = await Promise.all([
    contentsOf(host, plan, database, { logged, byName, inParts, wholeBits }),
    schemaOf(host, plan, database, { encoding, env: directory === null ? anyServer : {} }),
  ]);
  const differences = objectDifferences(source.objects, schema);
  const real =
    directory !== null && mayBeRewritten(differences)
      ? withoutRewritten(differences, {
          copy: schema,
          again: await schemaAgain(host, plan, { directory, database, encoding }),
        })
      : differences;
  requireNone([...compareContents(source.contents, contents), ...toldObjects(real)], host.name);
}

/** The schema of the source once it was restored without its rows, in a database that is gone afterwards. */
async function schemaAgain(
  host: Host,
  plan: DatabasePlan,
  {
    directory,
    database,
    encoding,
  }: { readonly directory: string; readonly database: string; readonly encoding: string },
): Promise<string> {
  const name = besideName(plan, "proof", `${database}-again`);
  await dropSide(host, plan, name);
  try {
    await makeSchemaOf(host, plan, directory, name);
    return await schemaOf(host, plan, name, { encoding });
  } finally {
    await dropSide(host, plan, name);
  }
}

type SourceContents = Pick<Restored["source"], "contents">;

/**
 * What of the database itself and of its extensions would not be the same once it is made again: made beside, without
 * anything of the dump in it, for as long as the look takes.
 */
export async function compareFrame(
  host: Host,
  plan: DatabasePlan,
  { directory, name, source }: { readonly directory: string; readonly name: string; readonly source: SourceContents },
): Promise<string[]> {
  const { members, properties } = source.contents;
  if (members === undefined || properties === undefined) return [];
  await dropSide(host, plan, name);
  try {
    await makeFrame(host, plan, directory, name);
    const made = await contentsOf(host, plan, name);
    return compareContents({ ...made, members, properties }, made);
  } finally {
    await dropSide(host, plan, name);
  }
}

/** Throws a UserError for differences between a dump and its source. */
export function requireNone(differences: readonly string[], where: string): void {
  if (differences.length === 0) return;
  throw new UserError(
    differences.map((what) => ({
      code: "dump-not-the-database",
      what: t`the dump is not the database: ${what}`,
      where,
      mend: t`this backup is worthless; find out why before anything is deployed`,
    })),
  );
}

const sidePurposes = ["proof", "restored", "copy", "trial"];

/** Drops a database that golive itself made for a proof or a restore; refuses any other name. */
export async function dropSide(host: Host, plan: DatabasePlan, name: string): Promise<void> {
  const owns = (root: string) => sidePurposes.some((purpose) => name.startsWith(`${root}_${purpose}_`));
  if (name === plan.name || !(owns(plan.name) || owns(rootOf(plan))))
    throw new InternalError(t`${name} is not golive's to drop`);
  if (isProvided(plan) && (await oidOf(host, plan, name)) !== null) await dropProvided(host, plan, name);
  const force = `SELECT format('DROP DATABASE %I WITH (FORCE)', datname) FROM pg_database WHERE datname = :'name' \\gexec\n`;
  await host.run(psqlCommand(plan, maintenanceOf(plan), force, { variables: { name } }));
}
