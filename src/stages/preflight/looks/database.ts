import { prepareDatabase, prepareSpace } from "../../../journal/steps/steps.ts";
import type { Problem } from "../../../core/errors.ts";
import { showSize } from "../../../core/text/figures.ts";
import { t } from "../../../core/text/text.ts";
import { pgbackrestProblems } from "../../../database/pgbackrest/check.ts";
import { poolerProblems } from "../../../database/pooler/poolers.ts";
import { sideName } from "../../../database/postgres.ts";
import { type DatabaseFacts, databaseProblems, spaceProblems } from "../../../database/preflight/preflight.ts";
import type { Host } from "../../../hosts/host.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import type { Connections } from "../../launch/connect/connect.ts";
import type { Finding } from "../finding.ts";

/** Names of databases that a launch makes beside the service's. */
const sides = ["copy", "restored", "failed", "proof"];

/** The database, and once that could be asked, whether there is room for what a launch makes of it. */
export async function databaseFindings(
  plan: Plan,
  { hosts }: Pick<Connections, "hosts">,
  id: string,
): Promise<Finding[]> {
  const { database } = plan;
  const host = hosts.get(database.host);
  const names = sides.map((purpose) => sideName(database.name, purpose, id));
  const { problems, facts } = await databaseProblems(host, database, names);
  if (facts === null) return [{ step: prepareDatabase.id, problems }];
  const all = [...problems, ...(await clusterProblems(host, plan)), ...(await poolerProblems(database, hosts))];
  const { copy } = database.backup;
  return [
    { step: prepareDatabase.id, problems: all, note: databaseNote(plan, facts) },
    { step: prepareSpace.id, ...(await spaceProblems(host, database, facts, { copy })) },
  ];
}

async function clusterProblems(host: Host, { database }: Plan): Promise<readonly Problem[]> {
  const { pgbackrest } = database.backup;
  return pgbackrest ? pgbackrestProblems(host, database, pgbackrest) : [];
}

function databaseNote({ database }: Plan, { serverVersion, bytes }: DatabaseFacts): string {
  return t`${database.name}, PostgreSQL ${serverVersion}, ${showSize(bytes)}`;
}
