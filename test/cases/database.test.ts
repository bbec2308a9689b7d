import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { psql } from "../../packages/rehearsal/production/servers/psql.ts";
import { type Cluster, serviceName, startCluster } from "../../packages/rehearsal/try/database/cluster.ts";
import { type Files, tryDatabase } from "../../packages/rehearsal/try/database.ts";
import { type Case, casesOf } from "../cases.ts";

interface Expected {
  /** `restore` where it is not said. */
  readonly proof?: Files["proof"];
  /** For a case that changes the whole server. */
  readonly ownServer?: boolean;
  /** What `script/try database` prints, without `why`. */
  readonly printed: Readonly<Record<string, unknown>>;
}

const cases = await casesOf<Expected>("database");

/** As many at a time as there are servers to share. */
const lanes = 2;

describe("databases of the world are proved, counted and taken back", { concurrency: lanes }, () => {
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
    test(one.name, async () => {
      const cluster = one.expected.ownServer ? undefined : free.pop();
      if (cluster === undefined) return onServerOfItsOwn(one);
      try {
        await empty(cluster);
        await judge(cluster, one);
      } finally {
        free.push(cluster);
      }
    });
  }
});

async function onServerOfItsOwn(one: Case<Expected>): Promise<void> {
  const cluster = await startCluster();
  try {
    await judge(cluster, one);
  } finally {
    await cluster.stop();
  }
}

async function judge(cluster: Cluster, one: Case<Expected>): Promise<void> {
  const { why, ...printed } = await tryDatabase(cluster, await filesOf(one));
  assert.deepEqual(printed, one.expected.printed, why?.join("\n"));
}

async function filesOf({ directory, expected }: Case<Expected>): Promise<Files> {
  const path = join(directory, "after.sql");
  return {
    sql: await readFile(join(directory, "schema.sql"), "utf8"),
    after: existsSync(path) ? await readFile(path, "utf8") : null,
    proof: expected.proof ?? "restore",
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
