import { prepareDatabase, prepareSpace, rollbackDatabase } from "../../../journal/steps/steps.ts";
import type { Problem } from "../../../core/errors.ts";
import { showSize } from "../../../core/text/figures.ts";
import { t } from "../../../core/text/text.ts";
import { oidOf } from "../../../database/doors.ts";
import { pgbackrestProblems } from "../../../database/pgbackrest/check.ts";
import { poolerProblems } from "../../../database/pooler/poolers.ts";
import { besideName } from "../../../database/postgres.ts";
import { wayBackText } from "../../../database/preflight/way-back.ts";
import { type DatabaseFacts, databaseProblems, spaceProblems } from "../../../database/preflight/preflight.ts";
import type { Host } from "../../../hosts/host.ts";
import type { Entry } from "../../../journal/event.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import type { Connections } from "../../launch/connect/connect.ts";
import type { Finding } from "../finding.ts";
import { type PostgresqlPlan, postgresqlOf } from "../../../plan/engine/engine.ts";

/** Names of databases that a launch makes beside the service's. */
const sides = ["copy", "restored", "failed", "proof"];

/** The database, and once that could be asked, whether there is room for what a launch makes of it. */
export async function databaseFindings(
  plan: Plan,
  { hosts, journal }: Pick<Connections, "hosts" | "journal">,
  id: string,
): Promise<Finding[]> {
  const database = postgresqlOf(plan);
  const host = hosts.get(database.host);
  const names = sides.map((purpose) => besideName(database, purpose, id));
  const { problems, facts } = await databaseProblems(host, database, names);
  if (facts === null) return [{ step: prepareDatabase.id, problems }];
  const left = await leftBehind(host, database, await journal.read());
  const cluster = await clusterProblems(host, database);
  const all = [...problems, ...left, ...cluster, ...(await poolerProblems(database, hosts))];
  const copy = database.backup.copy === true;
  return [
    { step: prepareDatabase.id, problems: all, note: databaseNote(database, facts) },
    { step: prepareSpace.id, ...(await spaceProblems(host, database, facts, { copy })) },
  ];
}

/** A way back may have let the service change over to another database than the plan still names. */
async function leftBehind(host: Host, database: PostgresqlPlan, entries: readonly Entry[]): Promise<Problem[]> {
  const own = await oidOf(host, database, database.name);
  const back = entries.findLast(
    (entry) => entry.kind === "step" && entry.step === rollbackDatabase.id && entry.facts?.failed === own,
  );
  const uses = back?.kind === "step" ? back.facts?.uses : undefined;
  if (typeof uses !== "string") return [];
  return [
    {
      code: "db-changed-over",
      what: t`the last way back let the service change over to the database ${uses}, and the plan still names ${database.name}`,
      where: host.name,
      mend: t`name ${uses} in database.name of the plan`,
    },
  ];
}

async function clusterProblems(host: Host, database: PostgresqlPlan): Promise<readonly Problem[]> {
  const { pgbackrest } = database.backup;
  return pgbackrest ? pgbackrestProblems(host, database, pgbackrest) : [];
}

function databaseNote(database: PostgresqlPlan, { serverVersion, bytes }: DatabaseFacts): string {
  return `${t`${database.name}, PostgreSQL ${serverVersion}, ${showSize(bytes)}`}; ${wayBackText(database)}`;
}
