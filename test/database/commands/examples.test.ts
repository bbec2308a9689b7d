import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Plan } from "../../../src/plan/schema/schema.ts";
import { Measured } from "../../../src/stages/day-before/measured.ts";
import { engineOf } from "../../../src/stages/engine/registry.ts";
import { deployMigrate, openOff } from "../../../src/journal/steps/steps.ts";
import { launchOn, planWith, through } from "./through.ts";

const examples = fileURLToPath(new URL("../../../examples/databases", import.meta.url));
const there = (program: string) => spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;

/** A database of the world's, asked and changed as its own program does it. */
interface Real {
  /** Text of one SQL statement after another; what it prints. */
  sql(text: string): string;
  readonly plan: Plan;
}

/** What was written: by a release's migration, and by people once the site was open. */
const migration = "ALTER TABLE bookings ADD COLUMN note VARCHAR(40); DELETE FROM clients WHERE id = 2;";
const people = "INSERT INTO bookings (id, client) VALUES (70, 1), (71, 1);";
const rows = "SELECT count(*) FROM bookings; SELECT count(*) FROM clients;";

/** By day, through the window, a release that migrates and people who write, and back. Nothing of it is lost. */
async function goThrough({ sql, plan }: Real): Promise<void> {
  const launch = launchOn(plan);
  const engine = engineOf(plan);
  const was = sql(rows);
  const found = await engine.findings(plan, launch, launch.release.id);
  assert.deepEqual(
    found.flatMap(({ problems }) => problems),
    [],
  );
  await through(launch, engine.byDay(plan, new Measured()));
  assert.ok((await engine.bytes(launch)) > 0);
  await through(launch, engine.backup(launch));
  await launch.record({ kind: "step", step: deployMigrate.on("app-1").id, status: "done", facts: { migrated: true } });
  sql(migration);
  await launch.record({ kind: "step", step: openOff.id, status: "done" });
  sql(people);
  const newer = sql(rows);
  await launch.record({ kind: "recalled", by: ["anna"], because: "sev-1" });
  await through(launch, engine.wayBack(launch));
  assert.equal(sql(rows), was);
  const { newer: folders } = launch.state().steps.get("rollback.written")?.facts as { newer: string[] };
  assert.equal(folders.length, 1);
  const said = launch.state().steps.get("rollback.written")?.note ?? "";
  assert.match(said, /^newer data kept at app-1:\/\S+-newer-1 \(/);
  // A run that was killed goes on: what is back is not backed up as if it were newer.
  await launch.record({ kind: "step", step: "rollback.database", status: "failed", note: "killed" });
  await through(launch, engine.wayBack(launch));
  assert.equal(sql(rows), was);
  assert.deepEqual(launch.state().steps.get("rollback.written")?.facts.newer, folders);
  // Whoever wants what is newer has all of it.
  await restoreFrom(plan, `${folders[0]}/data`);
  assert.equal(sql(rows), newer);
}

async function restoreFrom({ database }: Plan, folder: string): Promise<void> {
  assert.ok(database.engine === "commands");
  const [file = "", ...words] = database.restore.run;
  const ended = spawnSync(
    file,
    words.map((word) => word.replace("{directory}", folder)),
    { encoding: "utf8" },
  );
  assert.equal(ended.status, 0, ended.stderr);
}

const schema = `CREATE TABLE clients (id INTEGER PRIMARY KEY, name VARCHAR(60));
CREATE TABLE bookings (id INTEGER PRIMARY KEY, client INTEGER, picture BLOB);
CREATE VIEW busy AS SELECT client FROM bookings;
INSERT INTO clients VALUES (1, 'Анна O''Hara \\\\ "x"'), (2, NULL), (3, '');
INSERT INTO bookings VALUES (1, 1, x'00ff0a'), (2, 3, NULL);`;

describe("SQLite by the commands of examples/databases", { skip: there("sqlite3") ? false : "no sqlite3" }, () => {
  for (const mode of ["wal", "delete"])
    test(`journal_mode ${mode}: day, window, way back, and 0 lost`, async (t) => {
      const folder = await mkdtemp(join(tmpdir(), "golive-sqlite-"));
      t.after(() => rm(folder, { recursive: true, force: true }));
      const file = join(folder, "shop's own.db");
      const sql = (text: string) => {
        const { status, stdout, stderr } = spawnSync("sqlite3", ["-bail", file], { input: text, encoding: "utf8" });
        assert.equal(status, 0, stderr);
        return stdout;
      };
      sql(`PRAGMA journal_mode = ${mode}; CREATE TABLE "it's ""odd""" (x); ${schema}`);
      const run = (program: string, ...more: string[]) => [join(examples, "sqlite", program), file, ...more];
      const directory = join(folder, "backups");
      await goThrough({ sql, plan: planWith(databaseOf(run, directory, "database.sqlite")) });
    });
});

function databaseOf(run: (program: string, ...more: string[]) => string[], directory: string, leaves: string) {
  return {
    engine: "commands",
    host: "app-1",
    name: "The shop",
    directory,
    "back-up": { run: run("back-up", "{directory}"), leaves: [leaves], "at-least": 100 },
    prove: { run: run("prove", "{directory}") },
    restore: { run: run("restore", "{directory}") },
    size: { run: run("size") },
    state: { run: run("state") },
    "least-free": 1,
  };
}

const mariadb = there("mariadbd") && process.getuid?.() === 0;
describe("MariaDB by the commands of examples/databases", {
  skip: mariadb ? false : "no mariadbd, or not root",
}, () => {
  let folder = "";
  let server: ReturnType<typeof spawn> | undefined;
  const options = () => join(folder, "client.cnf");
  const sql = (text: string, database = "shop") => {
    const words = [`--defaults-extra-file=${options()}`, "-N", "-B", "--default-character-set=utf8mb4", database];
    const { status, stdout, stderr } = spawnSync("mariadb", words, { input: text, encoding: "utf8" });
    assert.equal(status, 0, stderr);
    return stdout;
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "golive-mariadb-"));
    await chmod(folder, 0o755);
    await mkdir(join(folder, "run"));
    const own = ["--no-defaults", "--user=mysql", `--datadir=${join(folder, "data")}`];
    assert.equal(spawnSync("chown", ["mysql", join(folder, "run")]).status, 0);
    const made = spawnSync("mariadb-install-db", [
      ...own,
      "--skip-test-db",
      "--auth-root-authentication-method=normal",
    ]);
    assert.equal(made.status, 0, String(made.stdout));
    const socket = join(folder, "run/mariadb.sock");
    server = spawn("mariadbd", [...own, `--socket=${socket}`, "--skip-networking", "--innodb-buffer-pool-size=16M"], {
      stdio: "ignore",
    });
    await writeFile(options(), `[client]\nsocket=${socket}\nuser=root\n`, { mode: 0o600 });
    for (let tries = 0; tries < 300; tries++) {
      const { status } = spawnSync("mariadb", [`--defaults-extra-file=${options()}`, "-e", "SELECT 1"]);
      if (status === 0) return;
      await sleep(100);
    }
    assert.fail("mariadbd does not answer");
  });
  after(async () => {
    const ended = new Promise((resolve) => server?.once("exit", resolve));
    server?.kill();
    if (server?.exitCode === null) await ended;
    await rm(folder, { recursive: true, force: true });
  });

  test("day, window, way back, and 0 lost", async () => {
    sql("CREATE DATABASE shop CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci", "mysql");
    sql(`${schema} CREATE TABLE \`it's odd\` (x INT AUTO_INCREMENT PRIMARY KEY);
      INSERT INTO \`it's odd\` VALUES (NULL), (NULL); CREATE SEQUENCE numbers;
      CREATE TRIGGER named BEFORE INSERT ON clients FOR EACH ROW SET NEW.name = UPPER(NEW.name);
      CREATE PROCEDURE busy_ones() SELECT 1;`);
    const run = (program: string, ...more: string[]) => [
      join(examples, "mariadb", program),
      options(),
      "shop",
      ...more,
    ];
    const plan = planWith(databaseOf(run, join(folder, "backups"), "shop.sql"));
    await goThrough({ sql, plan });
    const made = sql("SHOW CREATE DATABASE shop");
    assert.match(made, /utf8mb4_unicode_ci/);
    assert.equal(sql("SHOW DATABASES LIKE 'shop%'"), "shop\n");
  });

  test("a dump that was cut off is no backup", async () => {
    const cut = join(folder, "cut");
    await mkdir(cut);
    // As a full disk or a lost connection leaves it.
    const text = await readFile(join(examples, "mariadb/back-up"), "utf8");
    const program = join(folder, "cut-off");
    await writeFile(program, text.replace("tail -n 1", 'truncate -s -40 "$directory/$database.sql"; tail -n 1'));
    await chmod(program, 0o755);
    assert.notEqual(spawnSync(program, [options(), "shop", cut]).status, 0);
    assert.deepEqual((await readdir(cut)).toSorted(), ["charset.txt", "shop.sql"]);
  });
});

// A model of RDS, as far as the scripts speak to it: an instance and a snapshot are a file each.
const aws = `#!/bin/sh
set -eu
cd "$(dirname "$0")"
[ "$1" = rds ] || exit 64
what=$2; shift 2
while [ $# -gt 0 ]; do
  case $1 in
    --db-instance-identifier) instance=$2; shift ;;
    --new-db-instance-identifier) new=$2; shift ;;
    --db-snapshot-identifier) snapshot=$2; shift ;;
    --output|--query|--db-subnet-group-name) shift ;;
  esac
  shift
done
case $what in
  create-db-snapshot) [ ! -e "snapshots/$snapshot" ] && cp "instances/$instance" "snapshots/$snapshot" && echo "{}" ;;
  wait) ;;
  describe-db-snapshots) [ -e "snapshots/$snapshot" ] && printf 'shop\\tavailable\\n' ;;
  delete-db-snapshot) rm "snapshots/$snapshot" ;;
  describe-db-instances) [ -e "instances/$instance" ] ;;
  modify-db-instance) mv "instances/$instance" "instances/$new" ;;
  restore-db-instance-from-db-snapshot) [ ! -e "instances/$instance" ] && cp "snapshots/$snapshot" "instances/$instance" ;;
  *) exit 64 ;;
esac
`;

test("a provider's snapshot: the instance comes back under its name, what is newer stays", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "golive-snapshot-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await Promise.all(["instances", "snapshots"].map((name) => mkdir(join(folder, name))));
  await writeFile(join(folder, "aws"), aws, { mode: 0o755 });
  const shop = join(folder, "instances/shop");
  await writeFile(shop, "before");
  const run = (program: string, ...more: string[]) => [
    "env",
    `PATH=${folder}:${process.env.PATH}`,
    "OPTIONS=--db-subnet-group-name shop",
    join(examples, "snapshot", program),
    "shop",
    ...more,
  ];
  const { state: _, ...database } = databaseOf(run, join(folder, "backups"), "snapshot.txt");
  const launch = launchOn(planWith({ ...database, "back-up": { ...database["back-up"], "at-least": 1 } }));
  const engine = engineOf(launch.plan);
  await through(launch, engine.byDay(launch.plan, new Measured()));
  assert.deepEqual(await readdir(join(folder, "snapshots")), []);
  await through(launch, engine.backup(launch));
  await launch.record({ kind: "step", step: deployMigrate.on("app-1").id, status: "done", facts: { migrated: true } });
  await writeFile(shop, "after");
  await through(launch, engine.wayBack(launch));
  assert.equal(await readFile(shop, "utf8"), "before");
  const instances = (await readdir(join(folder, "instances"))).filter((name) => name.startsWith("shop-failed-"));
  const snapshots = await readdir(join(folder, "snapshots"));
  const held = await Promise.all(snapshots.map((name) => readFile(join(folder, "snapshots", name), "utf8")));
  assert.deepEqual([instances.length, held.toSorted()], [1, ["after", "before"]]);
  // A run that was killed in between begins the restore again.
  await rm(shop);
  await launch.record({ kind: "step", step: "rollback.database", status: "failed", note: "killed" });
  await through(launch, engine.wayBack(launch));
  assert.equal(await readFile(shop, "utf8"), "before");
});

test("ShellCheck has nothing to say of the examples", {
  skip: there("shellcheck") ? false : "no shellcheck",
}, async () => {
  const names = (await readdir(examples, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const files = names.map((entry) => join(entry.parentPath, entry.name));
  const { status, stdout } = spawnSync("shellcheck", ["--shell=sh", ...files], { encoding: "utf8" });
  assert.equal(status, 0, stdout);
});
