import assert from "node:assert/strict";
import { appendFile, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { CommandError, UserError } from "../../src/core/errors.ts";
import { takeDump } from "../../src/database/dump.ts";
import { hashFiles, type Manifest, readManifest, writeManifest } from "../../src/database/manifest.ts";
import { databaseProblems, spaceProblems } from "../../src/database/preflight.ts";
import { countRows, dropSide, readThrough, requireSameRows, restoreBeside } from "../../src/database/restore.ts";
import { localHost } from "../../src/hosts/local.ts";
import { type Cluster, connectionOf, startCluster } from "./throwaway-cluster.ts";

const schema = `
CREATE TABLE clients (id int PRIMARY KEY, name text);
INSERT INTO clients SELECT i, 'client ' || i FROM generate_series(1, 500) i;
CREATE TABLE visits (id int, day date) PARTITION BY RANGE (day);
CREATE TABLE visits_2025 PARTITION OF visits FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
INSERT INTO visits SELECT i, '2025-03-01' FROM generate_series(1, 7) i;
CREATE TABLE notes (id int);
CREATE TABLE private_notes () INHERITS (notes);
INSERT INTO notes VALUES (1); INSERT INTO private_notes VALUES (2), (3);
CREATE SCHEMA "Odd|Schema"; CREATE TABLE "Odd|Schema"."a b" (x int); INSERT INTO "Odd|Schema"."a b" VALUES (1);
CREATE TABLE empty (x int);
CREATE MATERIALIZED VIEW totals AS SELECT count(*) FROM clients;
CREATE UNLOGGED TABLE cache (x int); INSERT INTO cache VALUES (1);
`;

describe("a dump and its proof", () => {
  const host = localHost("db-1");
  let cluster: Cluster;
  before(async () => {
    cluster = await startCluster();
    await cluster.sql(schema);
  });
  after(() => cluster.stop());

  const manifestOf = (counts: Manifest["counts"], files: Manifest["files"]): Manifest => ({ format: 1, service: "clinic", release: "r1", tag: "v1", commit: "c", database: "d", serverVersion: "15", takenAt: "2026-01-01T00:00:00Z", counts, files });

  async function dumped(name: string) {
    const plan = cluster.plan();
    const directory = join(cluster.directory, "backups", name);
    const dump = await takeDump(host, plan, directory);
    const sha256 = await writeManifest(host, plan, directory, manifestOf(dump.counts, await hashFiles(host, plan, directory)));
    return { plan, directory, dump, sha256 };
  }

  test("every table of the user's is counted once, partitions and children for themselves", async () => {
    const { dump } = await dumped("counts");
    assert.deepEqual(dump.counts, { "Odd|Schema.a b": 1, "public.cache": 1, "public.clients": 500, "public.empty": 0, "public.notes": 1, "public.private_notes": 2, "public.visits_2025": 7 });
    assert.equal(Number.parseInt(dump.serverVersion, 10) >= 13, true);
  });

  test("it holds health data: nobody else may read it", async () => {
    const { directory, dump } = await dumped("rights");
    assert.equal((await stat(directory)).mode & 0o777, 0o700);
    const files = await readdir(join(directory, "dump"));
    for (const file of [...files.map((name) => join("dump", name)), "manifest.json"]) assert.equal((await stat(join(directory, file))).mode & 0o077, 0, file);
    assert.ok(dump.bytes > 1000);
  });

  test("restored beside it is the same; the service's database is not touched; the scratch is gone", async () => {
    const { plan, directory, dump } = await dumped("restore");
    const scratch = `${plan.name}_proof_r1`;
    await readThrough(host, plan, directory);
    await restoreBeside(host, plan, directory, scratch);
    await restoreBeside(host, plan, directory, scratch);
    requireSameRows(dump.counts, await countRows(host, plan, scratch), "db-1");
    await cluster.sql("DELETE FROM clients WHERE id = 7", scratch);
    const lost = await countRows(host, plan, scratch);
    assert.throws(() => requireSameRows(dump.counts, lost, "db-1"), (error: UserError) => /table public\.clients has 499 rows instead of 500/.test(error.message));
    assert.equal(await cluster.sql("SELECT count(*) FROM clients"), "500");
    await dropSide(host, plan, scratch);
    assert.equal(await cluster.sql(`SELECT count(*) FROM pg_database WHERE datname = '${scratch}'`), "0");
    await assert.rejects(dropSide(host, plan, plan.name), /not golive's to drop/);
  });

  const largest = async (directory: string) => {
    const files = await Promise.all((await readdir(join(directory, "dump"))).filter((name) => name.endsWith(".gz")).map(async (name) => ({ name, size: (await stat(join(directory, "dump", name))).size })));
    return files.toSorted((a, b) => b.size - a.size)[0]?.name ?? "";
  };
  const damages: readonly (readonly [string, (directory: string) => Promise<void>, RegExp])[] = [
    ["a flipped bit", async (directory) => {
      const file = join(directory, "dump", await largest(directory));
      const bytes = await readFile(file);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      await writeFile(file, bytes);
    }, /file .*\.gz is damaged/],
    ["a file that is gone", async (directory) => rm(join(directory, "dump", await largest(directory))), /file .*\.gz is missing/],
    ["a file too many", async (directory) => writeFile(join(directory, "dump", "9999.dat.gz"), ""), /9999\.dat\.gz does not belong/],
    ["an edited manifest", async (directory) => appendFile(join(directory, "manifest.json"), " "), /not the one in the journal/],
  ];
  for (const [what, damage, said] of damages) {
    test(`${what} is seen before anything is restored`, async () => {
      const { plan, directory, sha256 } = await dumped(`damage-${what.replaceAll(" ", "-")}`);
      assert.deepEqual((await readManifest(host, plan, directory, sha256)).counts["public.clients"], 500);
      await damage(directory);
      await assert.rejects(readManifest(host, plan, directory, sha256), (error) => error instanceof UserError && said.test(error.message));
    });
  }

  test("a dump that fails leaves the one before it, and nothing half-done", async () => {
    const { plan, directory, sha256 } = await dumped("again");
    await assert.rejects(takeDump(host, { ...plan, name: "nowhere" }, directory), (error) => error instanceof CommandError && /database "nowhere" does not exist/.test(error.message));
    assert.deepEqual((await readdir(directory)).toSorted(), ["dump", "manifest.json"]);
    await readManifest(host, plan, directory, sha256);
  });

  test("before the window: a wrong name, a role that may not, a server that is not there, a full disk", async () => {
    const plan = cluster.plan();
    const said = async (change: Parameters<typeof cluster.plan>[0]) => (await databaseProblems(host, cluster.plan(change))).problems.map(({ what, mend }) => `${what} → ${mend}`).join("\n");
    assert.equal(await said({}), "");
    assert.match(await said({ name: `${plan.name}x` }), new RegExp(`there is no database "${plan.name}x" → did you mean "${plan.name}"`));
    await cluster.sql("CREATE ROLE weak LOGIN PASSWORD 'w'");
    const weak = await said({ connection: await connectionOf(cluster, "weak", "w") });
    assert.match(weak, /may not create databases/);
    assert.match(weak, /not a member of the owner/);
    assert.match(await said({ connection: { ...plan.connection, port: 1 } }), /PostgreSQL does not answer: .*refused/s);
    assert.match(await said({ programs: "/nowhere" }), /missing|does not answer/);
    const { facts } = await databaseProblems(host, plan);
    assert.ok(facts);
    assert.deepEqual((await spaceProblems(host, plan, facts)).problems, []);
    const full = await spaceProblems(host, { ...plan, backup: { ...plan.backup, "least-free": 1 << 30 } }, facts);
    assert.match(full.problems[0]?.what ?? "", /free for the dump/);
  });
});
