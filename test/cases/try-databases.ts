import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test, type TestContext } from "node:test";
import { psql } from "../../packages/rehearsal/production/servers/psql.ts";
import type { Application } from "../../packages/rehearsal/try/database/applications/application.ts";
import { PackageMissing } from "../../packages/rehearsal/try/database/applications/packages.ts";
import type { Carried } from "../../packages/rehearsal/try/database/carry.ts";
import { type Cluster, serviceName, startCluster } from "../../packages/rehearsal/try/database/cluster.ts";
import { type Files, tryDatabase } from "../../packages/rehearsal/try/database.ts";
import { type Case, casesOf } from "../cases.ts";

type Printed = Omit<Carried, "why" | "differs">;

interface Expected {
  /** Both where it is not said. */
  readonly proofs?: Files["proofs"];
  /** For a case that changes the whole server, or needs settings that are read at its start. */
  readonly ownServer?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
  /** Extensions that are too large to be installed for the tests; without them the case is passed over. */
  readonly needs?: readonly string[];
  /** What `script/try database` prints, without `why`; where it is not said, that of a healthy database. */
  readonly printed?: Partial<Printed>;
  /** What is known to be wrong, and printed as yet. Whoever mends it takes this out. */
  readonly known?: Partial<Printed> & { readonly because: string };
}

const healthy: Printed = { preflight: [], proved: true, same: true, wayBack: true, written: {}, rows: 0 };

/** As many at a time as there are servers to share. */
const lanes = 2;

/** Tries every case below `test/cases/<front>`, on shared servers where the case does not need one of its own. */
export async function tryAll(front: string, what: string): Promise<void> {
  const cases = await casesOf<Expected>(front);
  describe(what, { concurrency: lanes }, () => {
    const shared: Cluster[] = [];
    const free: Cluster[] = [];
    before(async () => {
      for (let lane = 0; lane < lanes; lane++) shared.push(await startCluster());
      free.push(...shared);
    });
    after(async () => {
      for (const cluster of shared) await cluster.stop();
    });

    for (const one of cases) {
      test(one.name, async (context) => {
        const { ownServer = false, settings } = one.expected;
        const cluster = ownServer || settings !== undefined ? undefined : free.pop();
        if (cluster === undefined) return onServerOfItsOwn(context, one);
        try {
          await empty(cluster);
          await judge(context, cluster, one);
        } finally {
          free.push(cluster);
        }
      });
    }
  });
}

async function onServerOfItsOwn(context: TestContext, one: Case<Expected>): Promise<void> {
  const cluster = await startCluster(one.expected.settings);
  try {
    await judge(context, cluster, one);
  } finally {
    await cluster.stop();
  }
}

async function judge(context: TestContext, cluster: Cluster, one: Case<Expected>): Promise<void> {
  const missing = await missingOf(cluster, one.expected.needs ?? []);
  if (missing !== "") return context.skip(`the server does not have ${missing}`);
  const { printed: wanted, known } = one.expected;
  const found = await carried(context, cluster, one);
  if (found === null) return;
  const { why = [], differs = [], ...printed } = found;
  const rightful = { ...healthy, ...wanted };
  if (known === undefined) return assert.deepEqual(printed, rightful, [...why, ...differs].join("\n"));
  const { because, ...asYet } = known;
  assert.notDeepEqual(printed, rightful, `this is mended; take \`known\` out of ${one.directory}/expected.json`);
  assert.deepEqual(printed, { ...rightful, ...asYet }, [because, ...why, ...differs].join("\n"));
}

async function missingOf({ facts }: Cluster, names: readonly string[]): Promise<string> {
  const wanted = names.map((name) => `('${name}')`).join(", ");
  if (wanted === "") return "";
  return psql(
    facts,
    `SELECT string_agg(n, ', ') FROM (VALUES ${wanted}) v (n) WHERE NOT EXISTS (SELECT FROM pg_available_extensions WHERE name = n);\n`,
  );
}

/** Null where a package that the case needs is not to be had. */
async function carried(context: TestContext, cluster: Cluster, one: Case<Expected>): Promise<Carried | null> {
  try {
    return await tryDatabase(cluster, await filesOf(one));
  } catch (error) {
    if (!(error instanceof PackageMissing)) throw error;
    context.skip(error.message);
    return null;
  }
}

async function filesOf({ directory, expected }: Case<Expected>): Promise<Files> {
  const read = async (name: string) => {
    const path = join(directory, name);
    return existsSync(path) ? await readFile(path, "utf8") : null;
  };
  const application = await read("application.json");
  return {
    sql: (await read("schema.sql")) ?? "",
    after: await read("after.sql"),
    proofs: expected.proofs ?? ["restore", "content"],
    ...(application === null ? {} : { application: JSON.parse(application) as Application }),
  };
}

/** Drops what the case before made, and makes the service's database anew. */
async function empty({ facts }: Cluster): Promise<void> {
  const own = `'${facts.adminUser}', '${facts.owner}'`;
  const sql = `SELECT format('DROP DATABASE %I WITH (FORCE)', datname) FROM pg_database WHERE NOT datistemplate AND datname <> 'postgres' \\gexec
SELECT format('DROP TABLESPACE %I', spcname) FROM pg_tablespace WHERE spcname !~ '^pg_' \\gexec
SELECT format('DROP ROLE %I', rolname) FROM pg_roles WHERE rolname !~ '^pg_' AND rolname NOT IN (${own}) \\gexec
CREATE DATABASE ${serviceName} OWNER ${facts.owner};
`;
  await psql(facts, sql, "postgres");
}
