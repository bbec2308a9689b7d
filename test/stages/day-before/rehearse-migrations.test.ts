import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { psql } from "../../../packages/rehearsal/production/servers/psql.ts";
import { type Cluster, startCluster } from "../../../packages/rehearsal/try/database/cluster.ts";
import { command } from "../../../src/core/command.ts";
import { UserError } from "../../../src/core/errors.ts";
import { localHost } from "../../../src/hosts/local.ts";
import type { NewMigration, ReleaseTrial } from "../../../src/presets/preset.ts";
import { migrationsText } from "../../../src/stages/day-before/trial/migrations-text.ts";
import { rehearseMigrations } from "../../../src/stages/day-before/trial/rehearse-migrations.ts";
import type { Tried } from "../../../src/stages/day-before/trial/tried.ts";

// A tool like knex: JavaScript that talks to the database, and a table of what ran.
const tool = `import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
const [, , words, ...psql] = process.argv;
const run = (sql) => execFileSync(psql[0], [...psql.slice(1), "-c", sql], { encoding: "utf8" });
const done = run("SELECT name FROM knex_migrations").split("\\n");
const left = readdirSync(".").filter((name) => name.endsWith(".js") && !done.includes(name)).sort();
if (words === "list") console.log(left.join("\\n"));
for (const name of words === "latest" ? left : words === "up" ? left.slice(0, 1) : []) {
  (await import(process.cwd() + "/" + name)).up(run);
  run("INSERT INTO knex_migrations VALUES ('" + name + "')");
}
`;

const migrations = {
  "1_phone.js": 'exports.up = (run) => run("ALTER TABLE clients ADD COLUMN " + "telephone text");',
  "2_fill.js": `exports.up = (run) => {
  for (const id of run("SELECT id FROM clients").trim().split("\\n")) run("UPDATE clients SET telephone = phone WHERE id = " + id);
};`,
  "3_old.js": 'exports.up = (run) => run(["ALTER TABLE clients", "DROP", "COLUMN phone"].join(" "));',
};

describe("migrations on the scratch database", () => {
  const host = localHost("app-1");
  let cluster: Cluster;
  let directory: string;

  before(async () => {
    cluster = await startCluster();
    directory = join(cluster.directory, "release");
    await mkdir(directory);
    await writeFile(join(directory, "tool.mjs"), tool);
    await writeFile(join(directory, "package.json"), "{}");
    for (const [name, text] of Object.entries(migrations)) await writeFile(join(directory, name), text);
    await psql(
      cluster.facts,
      `CREATE TABLE knex_migrations (name text);
       CREATE TABLE clients (id int PRIMARY KEY, phone text);
       INSERT INTO clients SELECT i, 'secret-' || i FROM generate_series(1, 12) i;`,
    );
  });
  after(() => cluster.stop());

  /** As of a preset of commands, in a copy of the database. */
  async function triedIn(name: string, migrateNext?: readonly string[]): Promise<Tried> {
    const { facts } = cluster;
    await psql(facts, `CREATE DATABASE ${name} TEMPLATE ${facts.database}`, "postgres");
    const options = ["-XqAtw", "-h", facts.host, "-p", String(facts.port), "-U", facts.adminUser, "-d", name];
    const words = (...asked: readonly string[]) => ["tool.mjs", ...asked, join(facts.binaries, "psql"), ...options];
    const inRelease = (...asked: readonly string[]) =>
      command(process.execPath, words(...asked), { cwd: directory, env: { PGPASSFILE: facts.passfile } });
    const trial: ReleaseTrial = {
      database: async () => name,
      async pending() {
        const left = (await host.run(inRelease("list"))).stdout.trim();
        return left === "" ? [] : [left.split("\n").join(" + ")];
      },
      async apply() {
        await host.run(inRelease("latest"));
      },
      command: (asked) => inRelease(...asked),
    };
    return {
      ...{ host, directory, database: name, server: undefined, trial },
      scratch: { host, database: cluster.plan("content"), throwaway: false },
      plan: {
        tests: [],
        settings: {},
        ...(migrateNext === undefined ? {} : { migrateNext }),
      } as unknown as Tried["plan"],
    };
  }

  const read: NewMigration[] = Object.keys(migrations).map((name) => ({
    name: `db/${name}`,
    drops: [],
    rewrites: ["not read"],
  }));

  test("of JavaScript, all at once, what they did is told as one; no row of anybody's is", async () => {
    const ran = await rehearseMigrations(await triedIn("at_once"));
    const text = migrationsText(ran.migrations, read)
      .replaceAll(/\d+(\.\d+)? s/g, "N s")
      .replace(/ \([^()]* wait[^()]*\)/, "");
    assert.equal(
      text,
      "1_phone.js + 2_fill.js + 3_old.js N s, ⚠️ DROP COLUMN clients.phone, UPDATE clients (12 rows), ADD COLUMN clients.telephone",
    );
    assert.doesNotMatch(JSON.stringify(ran), /secret/);
  });

  test("each by itself where the plan says how to apply the next", async () => {
    const ran = await rehearseMigrations(await triedIn("one_by_one", ["up"]));
    assert.deepEqual(
      ran.migrations.map(({ name, effects }) => [name, effects?.map(({ words, on, rows }) => [words, on, rows ?? 0])]),
      [
        ["1_phone.js", [["ADD COLUMN", "clients.telephone", 0]]],
        ["2_fill.js", [["UPDATE", "clients", 12]]],
        ["3_old.js", [["DROP COLUMN", "clients.phone", 0]]],
      ],
    );
    await assert.rejects(rehearseMigrations(await triedIn("none", ["nothing"])), (error: unknown) => {
      assert.ok(error instanceof UserError);
      assert.deepEqual(
        error.problems.map(({ code }) => code),
        ["migrate-next-applies-none"],
      );
      return true;
    });
  });

  test("where rows are not counted, it is told that they were not, and what the files say", async () => {
    const { facts } = cluster;
    const tried = await triedIn("uncounted");
    await psql(facts, "ALTER DATABASE uncounted SET track_counts = off", "postgres");
    const { migrations: ran } = await rehearseMigrations(tried);
    assert.equal(ran[0]?.effects, null);
    assert.match(migrationsText(ran, read), /⚠️ what it does could not be seen, not read/);
    assert.ok((await readFile(join(directory, "tool.mjs"), "utf8")) === tool);
  });
});
