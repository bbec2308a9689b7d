import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pollUntil } from "../../packages/rehearsal/production/processes/poll-until.ts";
import { takeCopy } from "../../src/database/copy.ts";
import { openDoors } from "../../src/database/doors.ts";
import { takeDump } from "../../src/database/dump/dump.ts";
import { restoreBeside } from "../../src/database/dump/restore.ts";
import { openingMark, writtenSince } from "../../src/database/written/written.ts";
import { localHost } from "../../src/hosts/local.ts";
import { type Cluster, startCluster } from "./throwaway-cluster.ts";

describe("what was written since", () => {
  const host = localHost("db-1");
  let cluster: Cluster;
  let copy = "";
  let openedAt = "";
  before(async () => {
    cluster = await startCluster();
    const plan = cluster.plan();
    await cluster.sql(`CREATE TABLE clients (id int PRIMARY KEY, name text, extra json);
INSERT INTO clients SELECT i, 'client ' || i, '{"n": 1}' FROM generate_series(1, 1000) i;
CREATE TABLE visits (client int, day text, PRIMARY KEY (client, day)); INSERT INTO visits SELECT i, 'monday' FROM generate_series(1, 50) i;
CREATE TABLE log (line text); INSERT INTO log SELECT 'same' FROM generate_series(1, 5);
CREATE TABLE quiet (id int PRIMARY KEY); INSERT INTO quiet VALUES (1);
CREATE TABLE dropped (id int); CREATE TABLE django_migrations (id int)`);
    await mkdir(plan.backup.directory);
    copy = `${plan.name}_copy_r1`;
    await takeCopy(host, plan, copy);
    await openDoors(host, plan, copy);
    // The release's own doing: a column more, rows rewritten, a table more, one less.
    await cluster.sql(`ALTER TABLE clients ADD COLUMN state text DEFAULT 'new'; UPDATE clients SET state = 'old' WHERE id < 10; UPDATE clients SET name = upper(name) WHERE id = 20;
CREATE TABLE fresh (id int PRIMARY KEY); INSERT INTO fresh VALUES (1); DROP TABLE dropped; INSERT INTO django_migrations VALUES (7)`);
    openedAt = await openingMark(host, plan);
    await cluster.sql(`INSERT INTO clients VALUES (2001, 'new one', '{}'), (2002, 'another', '{}'); UPDATE clients SET name = 'changed' WHERE id IN (5, 6, 7); UPDATE clients SET name = name WHERE id = 8; DELETE FROM clients WHERE id IN (100, 101);
UPDATE visits SET day = 'tuesday' WHERE client = 1; INSERT INTO log VALUES ('same'), ('other'); DELETE FROM log WHERE ctid = (SELECT min(ctid) FROM log); INSERT INTO fresh VALUES (2)`);
  });
  after(() => cluster.stop());

  test("inserted, changed and deleted rows by content; the release's own apart", async () => {
    const plan = cluster.plan();
    assert.deepEqual(
      await writtenSince(host, plan, { now: plan.name, then: copy, cloned: true, openedAt, out: null }),
      [
        { table: "public.clients", inserted: 2, changed: 5, deleted: 2, byPeople: 6, leftOut: ["state"] },
        { table: "public.fresh", inserted: 2, changed: 0, deleted: 0, byPeople: 1, leftOut: [] },
        { table: "public.log", inserted: 1, changed: 0, deleted: 0, byPeople: 1, leftOut: [] },
        { table: "public.visits", inserted: 1, changed: 0, deleted: 1, byPeople: 1, leftOut: [] },
      ],
    );
  });

  test("the rows themselves go to a file on the host that nobody else reads", async () => {
    const plan = cluster.plan();
    const out = join(cluster.directory, "written.jsonl");
    await writtenSince(host, plan, { now: plan.name, then: copy, cloned: true, openedAt, out });
    assert.equal((await stat(out)).mode & 0o077, 0);
    const rows = (await readFile(out, "utf8"))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const clients = rows.filter(({ table }) => table === "public.clients");
    assert.deepEqual(clients.map(({ change, key }) => `${change} ${key}`).toSorted(), [
      "changed (5)",
      "changed (6)",
      "changed (7)",
      // Written with what it held before; whether its new column is as the release left it cannot be told.
      "changed (8)",
      "deleted (100)",
      "deleted (101)",
      "inserted (2001)",
      "inserted (2002)",
    ]);
    assert.equal(clients.find(({ key }) => key === "(2001)").row.name, "new one");
    assert.equal(clients.find(({ key }) => key === "(100)").row, null);
  });

  test("nothing written is an empty list", async () => {
    const plan = cluster.plan();
    assert.deepEqual(
      await writtenSince(host, plan, { now: copy, then: copy, cloned: true, openedAt: null, out: null }),
      [],
    );
  });

  test("a transaction that ran when the site opened belongs to what came after", async () => {
    const plan = cluster.plan();
    const { host: address, port, adminUser, passfile, binaries } = cluster.facts;
    const words = ["-X", "-q", "-h", address, "-p", String(port), "-U", adminUser, "-d", plan.name];
    const session = spawn(join(binaries, "psql"), words, {
      env: { PATH: process.env.PATH, PGPASSFILE: passfile },
      stdio: ["pipe", "ignore", "ignore"],
    });
    const ended = once(session, "exit");
    session.stdin.write("BEGIN; UPDATE quiet SET id = 2;\n");
    const writes = "SELECT count(*) FROM pg_stat_activity WHERE backend_xid IS NOT NULL AND state LIKE 'idle in%'";
    await pollUntil(async () => (await cluster.sql(writes)) === "1", { what: "the session does not write" });
    const mark = await openingMark(host, plan);
    session.stdin.end("COMMIT;\n");
    await ended;
    const compared = { now: plan.name, then: copy, cloned: true, openedAt: mark, out: null };
    const written = await writtenSince(host, plan, compared);
    const quiet = { table: "public.quiet", inserted: 1, changed: 0, deleted: 1, byPeople: 1, leftOut: [] };
    assert.deepEqual(
      written.find(({ table }) => table === "public.quiet"),
      quiet,
    );
  });

  test("against a restored dump a renamed column is left out and told, and its rows count all the same", async () => {
    const plan = cluster.plan({ name: "renaming" });
    await cluster.sql("CREATE DATABASE renaming", "postgres");
    await cluster.sql(
      "CREATE TABLE clients (id int PRIMARY KEY, name text); INSERT INTO clients SELECT i, 'a' FROM generate_series(1, 9) i",
      plan.name,
    );
    const directory = join(plan.backup.directory, "renaming");
    await takeDump(host, plan, directory);
    await restoreBeside(host, plan, directory, "renaming_proof_r1");
    await cluster.sql("ALTER TABLE clients RENAME name TO full_name", plan.name);
    const mark = await openingMark(host, plan);
    await cluster.sql("UPDATE clients SET full_name = 'b' WHERE id <= 4", plan.name);
    const compared = { now: plan.name, then: "renaming_proof_r1", cloned: false, openedAt: mark, out: null };
    const leftOut = ["full_name", "name"];
    assert.deepEqual(await writtenSince(host, plan, compared), [
      { table: "public.clients", inserted: 0, changed: 4, deleted: 0, byPeople: 4, leftOut },
    ]);
  });

  test("rows that could not all be set aside are not called so", async () => {
    const plan = cluster.plan();
    const openedAt = await openingMark(host, plan);
    await cluster.sql("INSERT INTO fresh VALUES (3)");
    const compared = { now: plan.name, then: copy, cloned: true, openedAt, out: "/dev/full" };
    await assert.rejects(writtenSince(host, plan, compared), /compare public\.fresh|No space left/);
  });
});
