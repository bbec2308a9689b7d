import assert from "node:assert/strict";
import { appendFile, cp, readdir, readFile, rename, rm, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { after, before, describe, test } from "node:test";
import { CommandError, UserError } from "../../src/core/errors.ts";
import { compareArchive } from "../../src/database/contents/archive/contents.ts";
import { compareContents } from "../../src/database/contents/contents.ts";
import type { Source } from "../../src/database/contents/source.ts";
import { readSource, takeDump } from "../../src/database/dump/dump.ts";
import { hashFiles, readManifest, writeManifest } from "../../src/database/dump/manifest.ts";
import { contentsOf, dropSide, readThrough, requireSame, restoreBeside } from "../../src/database/dump/restore.ts";
import { localHost } from "../../src/hosts/local.ts";
import { type Cluster, startCluster } from "./throwaway-cluster.ts";

const schema = `
CREATE TYPE mood AS ENUM ('calm', 'low');
CREATE DOMAIN phone AS text CHECK (VALUE ~ '^\\+');
CREATE EXTENSION citext;
CREATE TABLE clients (id int PRIMARY KEY, name varchar(40) COLLATE "C", mail citext, state varchar(8) CHECK (state IN ('new', 'old')), balance numeric, ratio float8, mood mood, phone phone, tags text[], extra jsonb, born timestamptz DEFAULT now(), CONSTRAINT positive CHECK (balance >= 0 AND id > (0 - 1)));
INSERT INTO clients SELECT i, 'client ' || i, 'C' || i || '@example.test', 'new', i + 0.50, i / 7.0, 'calm', '+7' || i, ARRAY['a', i::text], jsonb_build_object('n', i), '2026-01-01' FROM generate_series(1, 500) i;
CREATE TABLE visits (id int, day date) PARTITION BY RANGE (day);
CREATE TABLE visits_2025 PARTITION OF visits FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
INSERT INTO visits SELECT i, '2025-03-01' FROM generate_series(1, 7) i;
CREATE TABLE notes (id serial, client int REFERENCES clients, length int GENERATED ALWAYS AS (client * 2) STORED);
CREATE TABLE private_notes () INHERITS (notes);
INSERT INTO notes (client) VALUES (1); INSERT INTO private_notes VALUES (2, 2), (3, 3);
CREATE INDEX by_name ON clients (lower(name)) WHERE id > 3;
CREATE VIEW newcomers AS SELECT name FROM clients WHERE state IN ('new', 'old');
CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql AS 'SELECT n * 2';
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.born = now(); RETURN NEW; END';
CREATE TRIGGER stamped BEFORE UPDATE ON clients FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE SCHEMA "Odd|Schema"; CREATE TABLE "Odd|Schema"."a b" (x int); INSERT INTO "Odd|Schema"."a b" VALUES (1);
CREATE TABLE empty (x int); CREATE TABLE bare ();
CREATE MATERIALIZED VIEW totals AS SELECT count(*) FROM clients;
CREATE UNLOGGED TABLE cache (x int); INSERT INTO cache VALUES (1);
CREATE ROLE auditor; GRANT SELECT ON clients TO auditor;
COMMENT ON TABLE clients IS 'people';
SELECT lo_from_bytea(4711, '\\x0102'); SELECT setval('notes_id_seq', 41);
`;

describe("a dump and its proof", () => {
  const host = localHost("db-1");
  let cluster: Cluster;
  before(async () => {
    cluster = await startCluster();
    await cluster.sql(schema);
  });
  after(() => cluster.stop());

  async function dumped(name: string, change: Partial<ReturnType<Cluster["plan"]>["backup"]> = {}) {
    const all = cluster.plan();
    const plan = { ...all, backup: { ...all.backup, ...change } };
    const directory = join(cluster.directory, "backups", name);
    const dump = await takeDump(host, plan, directory);
    const source = await readSource(host, plan, directory);
    const sha256 = await writeManifest(host, plan, directory, {
      format: 2,
      service: "clinic",
      release: "r1",
      tag: "v1",
      commit: "c",
      database: plan.name,
      systemIdentifier: dump.systemIdentifier,
      takenAt: "2026-01-01T00:00:00Z",
      source,
      files: await hashFiles(host, plan, directory),
    });
    return { plan, directory, dump, source, sha256 };
  }

  test("every table of the user's is there once, partitions and children for themselves", async () => {
    const { source, dump } = await dumped("counts");
    const rows = Object.fromEntries(Object.entries(source.contents.tables).map(([name, table]) => [name, table.rows]));
    assert.deepEqual(rows, {
      "Odd|Schema.a b": 1,
      "public.bare": 0,
      "public.cache": 1,
      "public.clients": 500,
      "public.empty": 0,
      "public.notes": 1,
      "public.private_notes": 2,
      "public.visits_2025": 7,
    });
    assert.deepEqual(source.contents.sequences, { "public.notes_id_seq": "41 true" });
    assert.equal(source.contents.largeObjects.rows, 1);
    assert.match(source.serverVersion, /^\d+/);
    assert.match(dump.systemIdentifier, /^\d{15,}$/);
  });

  test("it holds health data: nobody else may read it", async () => {
    const { directory, dump } = await dumped("rights");
    assert.equal((await stat(directory)).mode & 0o777, 0o700);
    const files = await readdir(directory, { recursive: true, withFileTypes: true });
    assert.deepEqual((await readdir(directory)).toSorted(), [
      "database.sql",
      "dump",
      "extensions.sql",
      "globals.sql",
      "manifest.json",
      "schema.sql",
      "source.txt",
    ]);
    for (const file of files) assert.equal((await stat(join(file.parentPath, file.name))).mode & 0o077, 0, file.name);
    assert.doesNotMatch(await readFile(join(directory, "globals.sql"), "utf8"), /PASSWORD '/);
    assert.ok(dump.bytes > 1000);
  });

  test("restored beside it is the same; the service's database is not touched; the scratch is gone", async () => {
    const { plan, directory, source } = await dumped("restore");
    const scratch = `${plan.name}_proof_r1`;
    await readThrough(host, plan, directory);
    await restoreBeside(host, plan, directory, scratch);
    await restoreBeside(host, plan, directory, scratch);
    await requireSame(host, plan, { database: scratch, source, directory });
    assert.equal(await cluster.sql("SELECT count(*) FROM clients"), "500");
    await dropSide(host, plan, scratch);
    assert.equal(await cluster.sql(`SELECT count(*) FROM pg_database WHERE datname = '${scratch}'`), "0");
    await assert.rejects(dropSide(host, plan, plan.name), /not golive's to drop/);
  });

  test("settings of a role do not change how contents are hashed", async () => {
    const before = await contentsOf(host, cluster.plan(), cluster.plan().name);
    await cluster.sql(
      `ALTER ROLE "${cluster.facts.adminUser}" SET TimeZone TO 'Asia/Tokyo'; ALTER ROLE "${cluster.facts.adminUser}" SET DateStyle TO 'SQL, DMY'; ALTER ROLE "${cluster.facts.adminUser}" SET extra_float_digits TO 0; ALTER ROLE "${cluster.facts.adminUser}" SET IntervalStyle TO 'iso_8601'; ALTER ROLE "${cluster.facts.adminUser}" SET bytea_output TO 'escape'; ALTER ROLE "${cluster.facts.adminUser}" SET statement_timeout TO '1ms'`,
    );
    try {
      assert.deepEqual(await contentsOf(host, cluster.plan(), cluster.plan().name), before);
    } finally {
      await cluster.sql(`SET statement_timeout = 0; ALTER ROLE "${cluster.facts.adminUser}" RESET ALL`);
    }
  });

  // What went wrong on the way into another database; the proof has to name it.
  const differences: readonly (readonly [string, string, RegExp])[] = [
    ["a row is gone", "DELETE FROM clients WHERE id = 500", /table public\.clients has 499 rows instead of 500/],
    ["a row too many", "INSERT INTO empty VALUES (1)", /table public\.empty has 1 row instead of 0/],
    [
      "a value is another",
      "ALTER TABLE clients DISABLE TRIGGER stamped; UPDATE clients SET name = 'client 4x' WHERE id = 4; ALTER TABLE clients ENABLE TRIGGER stamped",
      /table public\.clients has the same number of rows, but not the same values/,
    ],
    [
      "two values have changed places",
      "ALTER TABLE clients DISABLE TRIGGER stamped; UPDATE clients a SET name = b.name FROM clients b WHERE a.id IN (1, 2) AND b.id = 3 - a.id; ALTER TABLE clients ENABLE TRIGGER stamped",
      /clients .*not the same values/,
    ],
    [
      "a number with other digits after the point",
      "ALTER TABLE clients DISABLE TRIGGER stamped; UPDATE clients SET balance = 4.500 WHERE id = 4; ALTER TABLE clients ENABLE TRIGGER stamped",
      /clients .*not the same values/,
    ],
    [
      "a mail address in other case",
      "ALTER TABLE clients DISABLE TRIGGER stamped; UPDATE clients SET mail = 'c4@EXAMPLE.test' WHERE id = 4; ALTER TABLE clients ENABLE TRIGGER stamped",
      /clients .*not the same values/,
    ],
    ["a partition is gone", "DROP TABLE visits_2025", /table public\.visits_2025 is missing/],
    ["a constraint is gone", "ALTER TABLE clients DROP CONSTRAINT positive", /public\.clients is defined otherwise/],
    [
      "a foreign key is gone",
      "ALTER TABLE notes DROP CONSTRAINT notes_client_fkey",
      /FK CONSTRAINT public\.notes notes_client_fkey is missing/,
    ],
    [
      "the primary key is gone",
      "ALTER TABLE notes DROP CONSTRAINT notes_client_fkey; ALTER TABLE clients DROP CONSTRAINT clients_pkey",
      /CONSTRAINT public\.clients clients_pkey is missing/,
    ],
    ["an index is gone", "DROP INDEX by_name", /INDEX public\.by_name is missing/],
    [
      "an index on something else",
      "DROP INDEX by_name; CREATE INDEX by_name ON clients (upper(name)) WHERE id > 3",
      /INDEX public\.by_name is defined otherwise/,
    ],
    [
      "a sequence stands elsewhere",
      "SELECT setval('notes_id_seq', 1)",
      /sequence public\.notes_id_seq is at 1 true instead of 41 true/,
    ],
    [
      "a view is another",
      "CREATE OR REPLACE VIEW newcomers AS SELECT name FROM clients",
      /VIEW public\.newcomers is defined otherwise/,
    ],
    [
      "a function is another",
      "CREATE OR REPLACE FUNCTION twice(n int) RETURNS int LANGUAGE sql AS 'SELECT n * 3'",
      /FUNCTION public\.twice\(integer\) is defined otherwise/,
    ],
    ["a trigger is gone", "DROP TRIGGER stamped ON clients", /TRIGGER public\.clients stamped is missing/],
    [
      "an extension is gone",
      "ALTER TABLE clients ALTER mail TYPE text; DROP EXTENSION citext",
      /EXTENSION citext is missing/,
    ],
    ["another owner", "ALTER TABLE notes OWNER TO auditor", /TABLE public\.notes is defined otherwise/],
    [
      "a grant is gone",
      "REVOKE ALL ON clients FROM auditor",
      /ACL public\.TABLE clients is (missing|defined otherwise)/,
    ],
    ["a large object has other bytes", "SELECT lo_put(4711, 0, '\\xff')", /large objects are not the same/],
    [
      "a comment is another",
      "COMMENT ON TABLE clients IS 'others'",
      /COMMENT public\.TABLE clients is defined otherwise/,
    ],
    [
      "a default is another",
      "ALTER TABLE clients ALTER born SET DEFAULT '2020-01-01'",
      /TABLE public\.clients is defined otherwise/,
    ],
  ];
  test("the proof names each thing that differs", async (t) => {
    const { plan, directory, source } = await dumped("differences");
    const scratch = `${plan.name}_proof_template`;
    await restoreBeside(host, plan, directory, scratch);
    for (const [what, sql, said] of differences) {
      await t.test(what, async () => {
        const changed = `${plan.name}_proof_changed`;
        await dropSide(host, plan, changed);
        await cluster.sql(`CREATE DATABASE "${changed}" TEMPLATE "${scratch}"`, "postgres");
        await cluster.sql(sql, changed);
        await assert.rejects(
          requireSame(host, plan, { database: changed, source, directory }),
          (error) =>
            error instanceof UserError && said.test(error.message) && !/clients\.id|@example/i.test(error.message),
        );
      });
    }
    await dropSide(host, plan, `${plan.name}_proof_changed`);
    await dropSide(host, plan, scratch);
  });

  const files = async (directory: string) =>
    (
      await Promise.all(
        (
          await readdir(join(directory, "dump"))
        )
          .filter((name) => name.endsWith(".gz"))
          .map(async (name) => ({
            path: join(directory, "dump", name),
            size: (await stat(join(directory, "dump", name))).size,
          })),
      )
    ).toSorted((a, b) => b.size - a.size);
  const largest = async (directory: string) => (await files(directory))[0]?.path ?? "";
  const damages: readonly (readonly [string, (directory: string) => Promise<void>, RegExp])[] = [
    [
      "a flipped bit",
      async (directory) => {
        const bytes = await readFile(await largest(directory));
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
        await writeFile(await largest(directory), bytes);
      },
      /file dump\/.*\.gz is damaged/,
    ],
    [
      "a file that is cut off",
      async (directory) => truncate(await largest(directory), 200),
      /file dump\/.*\.gz is damaged/,
    ],
    ["a file that is gone", async (directory) => rm(await largest(directory)), /file dump\/.*\.gz is missing/],
    ["an empty file", async (directory) => truncate(await largest(directory)), /file dump\/.*\.gz is damaged/],
    [
      "a table of contents that is cut off",
      async (directory) => truncate(join(directory, "dump/toc.dat"), 2000),
      /file dump\/toc\.dat is damaged/,
    ],
    [
      "a file too many",
      async (directory) => writeFile(join(directory, "dump", "9999.dat.gz"), ""),
      /9999\.dat\.gz does not belong/,
    ],
    [
      "two tables' files changed places",
      async (directory) => {
        const [one, two] = await files(directory);
        await rename(one?.path ?? "", `${directory}/x`);
        await rename(two?.path ?? "", one?.path ?? "");
        await rename(`${directory}/x`, two?.path ?? "");
      },
      /is damaged/,
    ],
    [
      "roles of another server",
      async (directory) => appendFile(join(directory, "globals.sql"), "CREATE ROLE x;"),
      /file globals\.sql is damaged/,
    ],
    [
      "an edited manifest",
      async (directory) => appendFile(join(directory, "manifest.json"), " "),
      /not the one in the journal/,
    ],
    [
      "an older dump under the new name",
      async (directory) => {
        await cluster.sql('UPDATE "Odd|Schema"."a b" SET x = x + 1');
        const older = await dumped("older");
        await rm(directory, { recursive: true });
        await cp(older.directory, directory, { recursive: true });
      },
      /not the one in the journal/,
    ],
  ];
  for (const [what, damage, said] of damages) {
    test(`${what} is seen before anything is restored`, async () => {
      const { plan, directory, sha256 } = await dumped(`damage-${what.replaceAll(/\W/g, "-")}`);
      assert.equal(
        (await readManifest(host, plan, directory, sha256)).source.contents.tables["public.clients"]?.rows,
        500,
      );
      await damage(directory);
      await assert.rejects(
        readManifest(host, plan, directory, sha256),
        (error) => error instanceof UserError && said.test(error.message),
      );
    });
  }

  describe("without restoring it (proof: content)", () => {
    const found = async (name: string, damage: (directory: string, source: Source) => Promise<Source | void>) => {
      const { plan, directory, source } = await dumped(name, { proof: "content" });
      const compared = (await damage(directory, source)) ?? source;
      return compareArchive(host, plan, directory, compared);
    };
    test("a good dump holds the bytes of every table", async () => {
      assert.deepEqual(
        await found("content-good", async (_, source) => {
          assert.deepEqual(
            Object.values(source.streams)
              .map(({ name }) => name)
              .toSorted(),
            [
              "Odd|Schema.a b",
              "public.bare",
              "public.cache",
              "public.clients",
              "public.empty",
              "public.notes",
              "public.private_notes",
              "public.visits_2025",
            ],
          );
        }),
        [],
      );
    });
    test("one value changed and packed again", async () => {
      const said = await found("content-value", async (directory) => {
        const file = await largest(directory);
        await writeFile(
          file,
          gzipSync(
            gunzipSync(await readFile(file))
              .toString("latin1")
              .replace("client 77", "client 78"),
            { level: 1 },
          ),
        );
      });
      assert.deepEqual(said, ["table public.clients does not have the same bytes in the dump"]);
    });
    test("a large object changed and packed again, or one that their list does not name", async () => {
      const differ = "the large objects do not have the same bytes in the dump";
      const changed = await found("content-object", (directory) =>
        writeFile(join(directory, "dump/blob_4711.dat.gz"), gzipSync(Buffer.from([1, 3]))),
      );
      assert.deepEqual(changed, [differ]);
      assert.ok(
        (await found("content-unnamed", (directory) => truncate(join(directory, "dump/blobs.toc")))).includes(differ),
      );
    });
    test("rows cut off at a boundary, a missing file, an unreadable one", async () => {
      const cut = await found("content-cut", async (directory) => {
        const file = await largest(directory);
        const text = gunzipSync(await readFile(file)).toString("latin1");
        await writeFile(file, gzipSync(`${text.split("\n").slice(0, 100).join("\n")}\n\\.\n\n\n`));
      });
      assert.deepEqual(cut, ["table public.clients does not have the same bytes in the dump"]);
      assert.match(
        (await found("content-gone", async (directory) => rm(await largest(directory)))).join(),
        /public\.clients/,
      );
      assert.match(
        (await found("content-torn", async (directory) => truncate(await largest(directory), 300))).join(),
        /public\.clients/,
      );
    });
    test("the dump of another database", async () => {
      const other = `${cluster.plan().name}_proof_other`;
      await cluster.sql(`CREATE DATABASE "${other}"`, "postgres");
      await cluster.sql("CREATE TABLE clients (id int); INSERT INTO clients VALUES (1)", other);
      const said = await found("content-other", async (directory) => {
        const elsewhere = join(cluster.directory, "backups/other");
        await takeDump(host, { ...cluster.plan(), name: other }, elsewhere);
        await rm(join(directory, "dump"), { recursive: true });
        await cp(join(elsewhere, "dump"), join(directory, "dump"), { recursive: true });
      });
      await dropSide(host, cluster.plan(), other);
      assert.ok(
        said.some((line) => /table public\.notes is not in the dump/.test(line)),
        said.join("\n"),
      );
      assert.ok(said.some((line) => /CONSTRAINT public\.clients clients_pkey is missing/.test(line)));
    });
  });

  test("what hashes holds few locks at a time, however many tables there are", async () => {
    const name = `${cluster.plan().name}_proof_many`;
    await cluster.sql(`CREATE DATABASE "${name}"`, "postgres");
    const make = "EXECUTE format('CREATE TABLE t%s (id int PRIMARY KEY); INSERT INTO t%s VALUES (1)', i, i)";
    await cluster.sql(`DO $$ BEGIN FOR i IN 1..500 LOOP ${make}; END LOOP; END $$`, name);
    const plan = cluster.plan({ name });
    let over = false;
    const taken = takeDump(host, plan, join(cluster.directory, "backups/many")).finally(() => {
      over = true;
    });
    // pg_dump locks tables, and what reads them locks their indexes as well.
    const held = `SELECT coalesce(max(n), 0) FROM (SELECT count(*) AS n FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
WHERE c.relname ~ '^t[0-9]+_pkey$' GROUP BY l.pid) x`;
    let most = 0;
    while (!over) most = Math.max(most, Number(await cluster.sql(held, name)));
    await taken;
    await dropSide(host, plan, name).catch(() => cluster.sql(`DROP DATABASE "${name}"`, "postgres"));
    assert.ok(most > 0 && most <= 50, `${most} locks`);
  });

  test("tables that are only counted are told apart by their rows alone", async () => {
    const { source } = await dumped("counted", { countOnly: ["public.clients"] });
    assert.deepEqual(source.contents.tables["public.clients"], { rows: 500, hash: null });
    const again = await dumped("counted-2");
    assert.deepEqual(compareContents(source.contents, again.source.contents), []);
  });

  test("a dump that fails leaves the one before it, and nothing half-done", async () => {
    const { plan, directory, sha256 } = await dumped("again");
    await assert.rejects(
      takeDump(host, { ...plan, name: "nowhere" }, directory),
      (error) => error instanceof CommandError && /database "nowhere" does not exist/.test(error.message),
    );
    assert.equal(
      (await readdir(directory)).some((name) => name.startsWith("partial")),
      false,
    );
    await readManifest(host, plan, directory, sha256);
  });
});
