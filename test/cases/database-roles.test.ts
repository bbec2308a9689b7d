import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { CommandFailed } from "../../packages/rehearsal/production/processes/run.ts";
import { psql } from "../../packages/rehearsal/production/servers/psql.ts";
import { type Cluster, serviceName, startCluster } from "../../packages/rehearsal/try/database/cluster.ts";
import type { DatabasePlan } from "../../src/database/postgres.ts";
import { databaseProblems } from "../../src/database/preflight/preflight.ts";
import { localHost } from "../../src/hosts/local.ts";
import { type Case, casesOf } from "../cases.ts";
import { night, sidesOf } from "../database/night.ts";

interface Expected {
  readonly ownServer?: boolean;
  readonly proof?: "restore" | "content";
  readonly settings?: unknown;
  readonly needs?: unknown;
  /** Where it is not said, that of a healthy database. */
  readonly printed?: {
    readonly preflight?: readonly string[];
    readonly proved?: boolean;
    readonly same?: boolean;
    readonly wayBack?: boolean;
  };
  readonly known?: unknown;
}

const cases = (await casesOf<Expected>("database")).filter(({ directory }) =>
  existsSync(join(directory, "schema.sql")),
);
const host = localHost("db-1");

test("where preflight finds nothing, the superuser's night brings the database back", () => {
  const surprises = cases.filter(
    ({ expected: { printed: { preflight = [], proved = true, same = true, wayBack = true } = {} } }) =>
      preflight.length === 0 && !(proved && same && wayBack),
  );
  assert.deepEqual(
    surprises.map(({ name }) => name),
    [],
  );
});

describe("what preflight passes, the night does: for a role that is no superuser, as the docs want it", () => {
  let cluster: Cluster;
  let carried = 0;
  before(async () => {
    cluster = await startCluster();
    await psql(
      cluster.facts,
      `CREATE ROLE operator LOGIN CREATEDB PASSWORD 'o'; GRANT ${cluster.facts.owner}, pg_signal_backend, pg_read_all_stats, pg_read_all_data TO operator`,
      "postgres",
    );
    await writeFile(join(cluster.directory, "operator.pgpass"), "*:*:*:operator:o\n", { mode: 0o600 });
  });
  after(async () => {
    await cluster.stop();
    assert.ok(carried > cases.length / 3, `only ${carried} of ${cases.length} went all the way`);
  });

  for (const one of cases.filter(
    ({ expected: { ownServer, settings, needs } }) => !ownServer && settings === undefined && needs === undefined,
  ))
    test(one.name, async (context) => {
      await anew(cluster);
      if (!(await loaded(cluster, one))) return context.skip("only a superuser may make it");
      const plan = asOperator(cluster, one.expected.proof ?? "restore");
      const { problems } = await databaseProblems(host, plan, sidesOf(plan));
      if (problems.length > 0) return context.skip(problems.map(({ code }) => code).join(", "));
      await night(host, plan);
      carried += 1;
    });
});

async function anew({ facts }: Cluster): Promise<void> {
  const sql = `SELECT format('DROP DATABASE %I WITH (FORCE)', datname) FROM pg_database WHERE datname LIKE '${serviceName}%' \\gexec
CREATE DATABASE ${serviceName} OWNER ${facts.owner};
`;
  await psql(facts, sql, "postgres");
}

/** By the service's own role, as a service would have made it. */
async function loaded({ directory, facts }: Cluster, one: Case<Expected>): Promise<boolean> {
  const owner = { ...facts, adminUser: facts.owner, passfile: join(directory, "settings/owner.pgpass") };
  try {
    await psql(owner, await readFile(join(one.directory, "schema.sql"), "utf8"), serviceName);
    return true;
  } catch (error) {
    if (error instanceof CommandFailed) return false;
    throw error;
  }
}

function asOperator(cluster: Cluster, proof: "restore" | "content"): DatabasePlan {
  const plan = cluster.plan(proof);
  const connection = { ...plan.connection, user: "operator", passfile: join(cluster.directory, "operator.pgpass") };
  return { ...plan, connection };
}
