import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { after, before, test } from "node:test";
import { locate } from "../../packages/rehearsal/production/traffic/lost.ts";
import { startWorld, type World } from "../../packages/rehearsal/world/world.ts";
import { lastState, stateOfProduction } from "./state-of-production.ts";
import { withPlan } from "./with-plan.ts";

let world: World;
before(async () => {
  world = await startWorld({ change: (plan) => void (plan.database.backup.copy = false) });
});
after(() => world.stop());

test("without a copy the way back is the proved dump, restored beside", async () => {
  const traffic = world.production.startTraffic();
  await world.launch({ tag: "v1.1.0-broken" });
  const { acknowledged } = await traffic.stop();
  const end = await stateOfProduction(world);
  assert.deepEqual([end.version, end.page, end.newColumn, end.copies], ["v1.0.0", "down", false, []]);
  assert.equal(end.databases.length, 3, end.databases.join());
  assert.deepEqual((await locate(acknowledged, world.production.postgres)).lost, []);
});

test("a dump that waits for the migrations is of the frozen copy, and proved before the site opens", async () => {
  const backup = { copy: true, dump: "after-migration", proof: "content" };
  await withPlan(world, "v1.1.0", (plan) => Object.assign(plan.database.backup, backup));
  const launched = await world.launch({ tag: "v1.1.0" });
  assert.equal(launched.conclusion, "success", launched.log.join("\n"));
  const { steps } = await lastState(world);
  const at = (id: string) => steps.get(id)?.startedAt ?? "";
  assert.ok(
    at("backup.copy") < at("deploy.migrate@app-1") &&
      at("deploy.migrate@app-1") < at("backup.dump") &&
      at("backup.proof") < at("open.off"),
  );
  assert.match(
    steps.get("backup.proof")?.note ?? "",
    /^not restored; \d+ rows in \d+ tables and \d+ objects of the schema stand in the dump/,
  );
  assert.match(steps.get("backup.dump")?.note ?? "", /of psychology_copy_/);
});

test("afterwards the backup leaves the host encrypted, earlier copies go, and dumps stay as long as the plan says", async (t) => {
  const directory = await mkdtemp(join(tmpdir(), "golive-offsite-"));
  t.after(() => rm(directory, { recursive: true, force: true }));
  const key = join(directory, "key.txt");
  const recipient = /age1\w+/.exec((await promisify(execFile)("age-keygen", ["-o", key])).stderr)?.[0];
  const sent = join(directory, "away/latest.tar.age");
  const world = await startWorld({
    change: (plan) =>
      Object.assign(plan.database.backup, {
        keep: { count: 1, days: 0 },
        recipient,
        offsite: { run: ["cp", "--", "{file}", sent] },
      }),
  });
  t.after(() => world.stop());
  // What cannot be sent is told, and the launch is live all the same.
  const first = await world.launch({ tag: "v1.0.1" });
  assert.equal(first.conclusion, "success", first.log.join("\n"));
  const { steps, ended } = await lastState(world);
  assert.deepEqual([ended?.outcome, steps.get("after.offsite")?.status], ["live", "failed"]);
  await mkdir(join(directory, "away"));
  const second = await world.launch({ tag: "v1.1.0" });
  assert.equal(second.conclusion, "success", second.log.join("\n"));
  const end = await stateOfProduction(world);
  assert.equal(end.copies.length, 1);
  assert.match(end.copies[0] ?? "", /_copy_v1\.1\.0/);
  assert.deepEqual(
    (await readdir(world.production.backups)).map((name) => name.replace(/-\d+$/, "")),
    ["v1.1.0"],
  );
  await promisify(execFile)("sh", ["-c", 'age --decrypt -i "$1" "$2" | tar -C "$3" -xf -', "sh", key, sent, directory]);
  const folder = (await readdir(directory)).find((name) => name.startsWith("v1.1.0")) ?? "";
  assert.equal(JSON.parse(await readFile(join(directory, folder, "manifest.json"), "utf8")).tag, "v1.1.0");
});

test("with pgBackRest: the server is backed up, proved on a server of its own, and the way back is the copy", async (t) => {
  const root = process.getuid?.() === 0;
  const world = await startWorld({
    change: (plan) => {
      const home = dirname(plan.database.backup.directory);
      if (root) plan.database["run-as"] = "postgres";
      plan.database.connection = {
        host: join(home, "postgres/socket"),
        port: plan.database.connection.port,
        user: plan.database.connection.user,
      };
      Object.assign(plan.database.backup, {
        directory: join(home, "cluster-backups"),
        pgbackrest: { stanza: "clinic", config: join(home, "pgbackrest.conf"), type: "full" },
      });
    },
  });
  t.after(() => world.stop());
  const { production } = world;
  const { postgres, directory: home } = production;
  const data = join(dirname(postgres.socket), "data");
  assert.equal(postgres.socket, join(home, "postgres/socket"));
  const { uid, gid } = await stat(data);
  for (const name of ["cluster-backups", "repository", "pgbackrest-log"]) {
    await mkdir(join(home, name), { mode: 0o700 });
    await chown(join(home, name), uid, gid);
  }
  await writeFile(
    join(home, "pgbackrest.conf"),
    `[global]\nrepo1-path=${home}/repository\nlog-path=${home}/pgbackrest-log\nlock-path=${home}/pgbackrest-log\nspool-path=${home}/pgbackrest-log\nrepo1-retention-full=9\n[clinic]\npg1-path=${data}\npg1-socket-path=${postgres.socket}\npg1-port=${postgres.port}\npg1-user=${postgres.adminUser}\n`,
  );
  await writeFile(
    join(data, "pg_hba.conf"),
    `local all all trust\n${await readFile(join(data, "pg_hba.conf"), "utf8")}`,
  );
  await production.sql(
    `ALTER SYSTEM SET archive_command = 'pgbackrest --config=${home}/pgbackrest.conf --stanza=clinic archive-push %p'`,
  );
  await production.sql("SELECT pg_reload_conf()");
  const create = ["pgbackrest", `--config=${home}/pgbackrest.conf`, "--stanza=clinic", "stanza-create"];
  await promisify(execFile)(root ? "runuser" : "env", [...(root ? ["-u", "postgres", "--"] : []), ...create], {
    cwd: "/",
  });

  const launched = await world.launch({ tag: "v1.1.0-broken" });
  const { steps, ended } = await lastState(world);
  assert.equal(ended?.outcome, "rolled-back", launched.log.join("\n"));
  assert.match(steps.get("backup.verify")?.note ?? "", /^\d+ files$/);
  assert.match(steps.get("backup.proof")?.note ?? "", /^restored on a server of its own; \d+ rows/);
  assert.equal((await stateOfProduction(world)).newColumn, false);
  assert.deepEqual(
    await readdir(join(home, "cluster-backups")).then((names) => names.filter((name) => name.includes("restored"))),
    [],
  );
});
