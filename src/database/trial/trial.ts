import { CommandError, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import type { TestRestore } from "../../plan/schema/prepare-schema.ts";
import { scratchRecipe } from "../create.ts";
import type { FoundBackup } from "../dump/found-backup.ts";
import { type DatabasePlan, maintenanceOf, psqlCommand, query, rootOf } from "../postgres.ts";
import { dropSide } from "../dump/restore.ts";
import { feed } from "../scratch/feed.ts";
import { makeRoles } from "../scratch/roles.ts";
import type { Scratch } from "../scratch/server.ts";

/** Which backup is restored, under which name, and within which limits of the plan. */
export interface TrialRestore {
  readonly backup: FoundBackup;
  readonly name: string;
  readonly settings: TestRestore;
}

interface Service {
  readonly host: Host;
  readonly plan: DatabasePlan;
}

/** Restores a backup into a scratch database of golive's own that is made like the service's. Seconds it took. */
export async function restoreTrial(
  service: Service,
  scratch: Scratch,
  { backup, name, settings }: TrialRestore,
): Promise<number> {
  if (scratch.throwaway) await makeRoles(service, scratch);
  await createTrial(service, scratch, name, settings.connections);
  const seconds = await feed(scratch, service.plan, {
    backup,
    name,
    limits: { statementSeconds: settings.statementTimeout, lockSeconds: settings.lockTimeout },
  });
  await requireRows(service, scratch, name, backup);
  return seconds;
}

async function createTrial(
  service: Service,
  { host, database, throwaway }: Scratch,
  name: string,
  connections: number,
) {
  await dropTrials(host, database);
  const [taken] = await query(host, database, {
    database: maintenanceOf(database),
    sql: "SELECT datname FROM pg_database WHERE datname = :'name'",
    variables: {
      name,
    },
  });
  if (taken)
    throw new UserError({
      code: "db-name-taken",
      what: t`there is a database ${name} already, and golive did not make it`,
      where: host.name,
      mend: t`rename it, or drop it if nobody needs it`,
    });
  const elsewhere = throwaway || service.plan.connection !== database.connection;
  const recipe = await scratchRecipe(service.host, service.plan, { elsewhere, roles: throwaway });
  const create = psqlCommand(
    database,
    maintenanceOf(database),
    `${recipe}SELECT format('COMMENT ON DATABASE %I IS %L', :'name', :'mark') \\gexec\n`,
    { variables: { name, mark } },
  );
  const created = await host.attempt(create);
  const role = /role "([^"]+)" does not exist/.exec(created.stderr)?.[1];
  if (role !== undefined)
    throw new UserError({
      code: "db-role-missing",
      what: t`the scratch server has no role ${role}, to whom the service's database belongs`,
      where: host.name,
      mend: t`as superuser there: CREATE ROLE "${role}" LOGIN`,
    });
  if (created.code !== 0) throw new CommandError(host, create, created);
  // What comes out of a backup connects as the service does; a limit keeps it from eating the server's connections.
  const limited = "SELECT format('ALTER DATABASE %I CONNECTION LIMIT %s', :'name', :'limit') \\gexec\n";
  await host.run(
    psqlCommand(database, maintenanceOf(database), limited, {
      variables: { name, limit: String(connections) },
      timeoutSeconds: 60,
    }),
  );
}

const filledSql = `SELECT count(*), count(*) FILTER (WHERE pg_relation_size(c.oid) > 0)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`;

/** A backup in which nothing is can be restored without an error. */
async function requireRows(service: Service, { host, database }: Scratch, name: string, backup: FoundBackup) {
  const counted = async (from: Host, plan: DatabasePlan, of: string) =>
    ((await query(from, plan, { database: of, sql: filledSql }))[0] ?? []).map(Number);
  const [tables = 0, filled = 0] = await counted(host, database, name);
  const [, serves = 0] = await counted(service.host, service.plan, service.plan.name);
  if (filled > 0 || serves === 0) return;
  const where = `${host.name}:${backup.path}`;
  const mend = t`find out how it is made (pg_dump --schema-only?); as it is, it is no way back`;
  if (tables === 0)
    throw new UserError({ code: "backup-without-tables", what: t`the newest backup holds no table`, where, mend });
  throw new UserError({
    code: "backup-without-rows",
    what: t`no table of the newest backup holds a row`,
    where,
    mend,
  });
}

/** What tells a scratch database of golive's from one that somebody else named so. */
export const mark = "golive: scratch database, dropped by the next rehearsal";

const trialsSql = `SELECT datname FROM pg_database
WHERE starts_with(datname, :'prefix') AND shobj_description(oid, 'pg_database') = :'mark'`;

/** Drops every scratch database that golive made for this service; a run that was lost may have left one. */
export async function dropTrials(host: Host, plan: DatabasePlan): Promise<void> {
  const left = await query(host, plan, {
    database: maintenanceOf(plan),
    sql: trialsSql,
    variables: { prefix: `${rootOf(plan)}_trial_`, mark },
  });
  for (const [name = ""] of left) await dropSide(host, plan, name);
}
