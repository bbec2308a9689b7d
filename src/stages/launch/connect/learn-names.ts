import { script } from "../../../core/command.ts";
import type { Known } from "../../../core/redact/known.ts";
import { psqlCommand } from "../../../database/postgres.ts";
import type { Hosts } from "../../../hosts/open-hosts.ts";
import { factsOfTree, treeFunctions } from "../../../hosts/folders/tree.ts";
import { repositoryOf } from "../../../plan/layout.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import { readTrees } from "./scripts.ts";
import { ifPostgresql } from "../../../plan/engine/engine.ts";

/** Nobody waits long for this: it is asked when something has failed already. */
const seconds = 8;

/**
 * What the release's tree and the database's catalog hold, so that the message of a program that failed may be told
 * with the names that are the service's own. Each part may fail: then its names are masked.
 */
export async function learnNames(known: Known, plan: Plan, hosts: Hosts): Promise<void> {
  await Promise.all([learnTree(known, plan, hosts).catch(() => {}), learnCatalog(known, plan, hosts).catch(() => {})]);
}

const readTree = `${treeFunctions}${readTrees}`;

async function learnTree(known: Known, plan: Plan, hosts: Hosts): Promise<void> {
  const [first] = plan.deploy.hosts;
  if (first === undefined) return;
  const user = plan.deploy.runAs;
  const options = { timeoutSeconds: seconds, ...(user === undefined ? {} : { user }) };
  const { stdout } = await hosts.get(first).attempt(script(readTree, [repositoryOf(plan)], options));
  known.learn(factsOfTree(stdout));
}

// Names of a schema or a role may be those of a customer; what lies in the schemas is the service's own.
const catalog = `SELECT relname FROM pg_class WHERE relnamespace NOT IN (SELECT oid FROM pg_namespace WHERE nspname LIKE 'pg\\_t%')
UNION SELECT attname FROM pg_attribute JOIN pg_class ON attrelid = pg_class.oid
  WHERE attnum > 0 AND NOT attisdropped AND relkind IN ('r', 'p', 'v', 'm', 'f')
UNION SELECT conname FROM pg_constraint
UNION SELECT typname FROM pg_type WHERE typtype IN ('e', 'd', 'c')
UNION SELECT proname FROM pg_proc WHERE pronamespace NOT IN (SELECT oid FROM pg_namespace WHERE nspname = 'pg_catalog')
UNION SELECT tgname FROM pg_trigger WHERE NOT tgisinternal
UNION SELECT name FROM pg_available_extensions
UNION SELECT name FROM pg_settings
LIMIT 100000;
`;

async function learnCatalog(known: Known, plan: Plan, hosts: Hosts): Promise<void> {
  const database = ifPostgresql(plan);
  if (database === undefined) return;
  const host = hosts.get(database.host);
  const asked = psqlCommand(database, database.name, catalog, { timeoutSeconds: seconds });
  const { stdout } = await host.attempt(asked);
  known.learn({ names: stdout.split("\n") });
}
