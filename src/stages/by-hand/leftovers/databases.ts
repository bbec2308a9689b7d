import { backupCopy, backupProof, rollbackDatabase } from "../../../journal/steps/steps.ts";
import { UserError } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import {
  type DatabasePlan,
  maintenanceOf,
  psqlCommand,
  query,
  besideName,
  rootOf,
} from "../../../database/postgres.ts";
import { mark } from "../../../database/trial/trial.ts";
import type { Host } from "../../../hosts/host.ts";
import { readerOf } from "../../day-before/scratch.ts";
import { heldUnderWay } from "./holds.ts";
import { type Ground, type Launched, type Leftover, sinceOf } from "./leftover.ts";
import { ifPostgresql, postgresqlOf } from "../../../plan/engine/engine.ts";

interface There {
  readonly name: string;
  readonly oid: string;
  readonly bytes: number;
  readonly marked: boolean;
}

interface Known {
  readonly name: string;
  /** As the journal has it; undefined in what was written before it was kept there. */
  readonly oid?: string | undefined;
  readonly release: string;
  readonly since: string;
}

/** Databases of launches on record, and scratch databases that bear golive's mark. A name alone is never enough. */
export async function leftDatabases(ground: Ground): Promise<Leftover[]> {
  const { plan, hosts } = ground;
  if (ifPostgresql(plan) === undefined) return [];
  const database = postgresqlOf(plan);
  const host = hosts.get(database.host);
  const there = await databasesOn(host, database);
  const serving = changedOver(ground.launches);
  const known = ground.launches.flatMap((launch) => knownOf(database, launch));
  const own = known.flatMap(({ name, oid, release, since }) => {
    const found = there.find((one) => one.name === name && (oid === undefined || oid === one.oid));
    if (found === undefined || name === database.name || serving.has(name)) return [];
    return [leftover(host, database, found, { release, since, held: ground.holds(release) })];
  });
  return [...own, ...(await scratches(ground))];
}

/** Databases that a way back let the service change over to: one of them serves. */
function changedOver(launches: readonly Launched[]): ReadonlySet<string> {
  return new Set(launches.flatMap(({ state }) => rollbackDatabase.facts(state).uses ?? []));
}

function knownOf(database: DatabasePlan, { id: release, state }: Launched): Known[] {
  const { copy } = backupCopy.facts(state);
  const { kept, failed } = rollbackDatabase.facts(state);
  const begun = (step: string) => state.steps.has(step);
  const side = (purpose: string, step: string): Known[] =>
    begun(step) ? [{ name: besideName(database, purpose, release), release, since: sinceOf(state, step) }] : [];
  return [
    ...(copy ? [{ name: copy.name, oid: copy.oid, release, since: sinceOf(state, backupCopy.id) }] : []),
    ...(typeof kept === "string"
      ? [
          {
            name: kept,
            oid: failed ?? undefined,
            release,
            since: sinceOf(state, rollbackDatabase.id),
          },
        ]
      : []),
    ...side("proof", backupProof.id),
    ...side("restored", rollbackDatabase.id),
  ];
}

async function scratches({ plan, hosts, launches }: Ground): Promise<Leftover[]> {
  const { host, database } = readerOf({ plan, hosts });
  const held = heldUnderWay(launches);
  return (await databasesOn(host, database))
    .filter(({ name, marked }) => marked && name.startsWith(`${rootOf(database)}_trial_`))
    .map((one) =>
      leftover(host, database, one, {
        release: null,
        since: new Date().toISOString(),
        held,
      }),
    );
}

const besideSql = `SELECT oid, pg_database_size(oid), coalesce(shobj_description(oid, 'pg_database') = :'mark', false), datname
FROM pg_database WHERE starts_with(datname, :'prefix')`;

async function databasesOn(host: Host, database: DatabasePlan): Promise<There[]> {
  const rows = await query(host, database, {
    database: maintenanceOf(database),
    sql: besideSql,
    variables: { mark, prefix: rootOf(database) },
  });
  return rows.map(([oid = "", bytes = "0", marked = "f", ...name]) => ({
    name: name.join("|"),
    oid,
    bytes: Number(bytes),
    marked: marked === "t",
  }));
}

function leftover(
  host: Host,
  database: DatabasePlan,
  { name, oid, bytes }: There,
  said: Pick<Leftover, "release" | "since" | "held">,
): Leftover {
  return {
    id: `database:${name}`,
    kind: "database",
    host: host.name,
    what: name,
    bytes,
    people: true,
    ...said,
    remove: () => drop(host, database, { name, oid }),
  };
}

// That very database, and not the service's; whoever is connected to it is not thrown out.
const dropSql = `SELECT format('DROP DATABASE %I', datname) FROM pg_database
WHERE datname = :'name' AND oid = :'oid' AND datname <> :'service' \\gexec
SELECT count(*) FROM pg_database WHERE datname = :'name' AND oid = :'oid';
`;

async function drop(host: Host, database: DatabasePlan, { name, oid }: Pick<There, "name" | "oid">): Promise<void> {
  const dropped = await host.attempt(
    psqlCommand(database, maintenanceOf(database), dropSql, { variables: { name, oid, service: database.name } }),
  );
  if (dropped.code === 0 && dropped.stdout.trim() === "0") return;
  throw new UserError({
    code: "clean-database-used",
    what: t`${name} could not be dropped; somebody may be connected to it`,
    where: host.name,
    mend: t`look at pg_stat_activity, then try again`,
  });
}
