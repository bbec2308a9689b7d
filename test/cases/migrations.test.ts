import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { psql } from "../../packages/rehearsal/production/servers/psql.ts";
import { type Cluster, startCluster } from "../../packages/rehearsal/try/database/cluster.ts";
import { type Catalog, catalogOf } from "../../src/database/effects/catalog.ts";
import { effectsBetween } from "../../src/database/effects/effects.ts";
import { localHost } from "../../src/hosts/local.ts";

// What a migration did is found in the database, whatever it is written in: each file is run, and `-- says:` is all
// that may be told of it.
const folder = join(import.meta.dirname, "migrations");
const files = (await readdir(folder)).filter((name) => name !== "database.sql");

describe("what a migration did", () => {
  const host = localHost("db-1");
  let cluster: Cluster;
  let first: Catalog;

  before(async () => {
    cluster = await startCluster();
    await psql(cluster.facts, await readFile(join(folder, "database.sql"), "utf8"));
    first = await catalogOf(host, cluster.plan("content"), cluster.facts.database);
  });
  after(() => cluster.stop());

  for (const file of files)
    test(file.replace(/\.sql$/, ""), async () => {
      const text = await readFile(join(folder, file), "utf8");
      const name = file.replace(/\W/g, "_").slice(0, 60);
      await psql(cluster.facts, `CREATE DATABASE ${name} TEMPLATE ${cluster.facts.database}`, "postgres");
      const plan = cluster.plan("content");
      const was = await catalogOf(host, plan, name);
      assert.deepEqual(effectsBetween(first, { ...was, ...counted(first) }), [], "a copy is the same");
      await psql(cluster.facts, text, name);
      const found = effectsBetween(was, await catalogOf(host, plan, name));
      const said = found.map(({ does, words, on, rows }) =>
        [does, words, on, rows].filter((part) => part !== undefined).join(" "),
      );
      const says = [...text.matchAll(/^-- says: (.+)$/gm)].map(([, line = ""]) => line);
      assert.deepEqual(said.toSorted(), says.toSorted());
    });
});

/** What belongs to one database alone: files and counts. */
function counted({ relations, largeObjects }: Catalog): Partial<Catalog> {
  return { relations, largeObjects };
}
