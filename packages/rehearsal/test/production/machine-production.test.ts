import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { rm, stat, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { exchange } from "../../production/traffic/exchange.ts";
import { CommandFailed, run } from "../../production/processes/run.ts";
import { type MachineProduction, startMachineProduction } from "../../production/machine-production.ts";
import { lost } from "../../production/traffic/traffic.ts";
import { checkOut, migrate, restart, smoke } from "./deploy-by-hand.ts";
import { processesBelow } from "./processes-below.ts";

let production: MachineProduction;
let other: MachineProduction;

before(async () => {
  const planFor = (tag: string, facts: { readonly siteUrl: string }): string => `# ${tag} at ${facts.siteUrl}\n`;
  [production, other] = await Promise.all([
    startMachineProduction({ planFor }),
    startMachineProduction({ planFor, clients: 50 }),
  ]);
});
after(async () => {
  const stages = [production, other].filter((one) => one !== undefined);
  await Promise.all(stages.map((one) => one.stop()));
  for (const { directory } of stages) {
    assert.equal(existsSync(directory), false);
    assert.deepEqual(processesBelow(directory), []);
  }
});

test("serves the first release, beside another production", async () => {
  assert.deepEqual([await production.version(), await other.version()], ["v1.0.0", "v1.0.0"]);
  assert.equal(await production.sql("SELECT count(*) FROM clients WHERE NOT synthetic"), "200");
  assert.equal(await other.sql("SELECT count(*) FROM clients WHERE NOT synthetic"), "50");
  assert.match(await smoke(production, "v1.0.0"), /8 passed/);
  assert.equal(
    await production.sql("SELECT count(*) FROM bookings b JOIN clients c ON c.id = client_id WHERE synthetic"),
    "0",
  );
  assert.equal((await exchange(`${production.siteUrl}/static/clinic/site.css`)).status, 200);
  for (const directory of [production.backups, production.state])
    assert.equal((await stat(directory)).mode & 0o777, 0o700);
});

test("has the plan of its own in each tag, and a clean checkout", async () => {
  const git = (...args: string[]): Promise<string> => run("git", args, { cwd: production.live });
  for (const tag of (await git("tag")).trim().split("\n")) {
    assert.equal(await git("show", `${tag}:.github/golive.yml`), `# ${tag} at ${production.siteUrl}\n`);
    assert.equal(await git("show", `${tag}:VERSION`), `${tag}\n`);
  }
  assert.equal(await git("status", "--porcelain"), "");
});

test("models and migrations of each release agree", async () => {
  for (const tag of ["v1.1.0-bad-migration", "v1.1.0", "v1.0.0"]) {
    await checkOut(other, tag);
    await run(`${other.live}/.venv/bin/python`, ["manage.py", "makemigrations", "--check", "--dry-run"], {
      cwd: other.live,
      env: { ENV_FILE: other.envFile },
    });
  }
});

test("measures the downtime of maintenance mode and loses no write", async () => {
  const traffic = production.startTraffic({ writesPerSecond: 20, readsPerSecond: 10 });
  const prober = await production.startProber();
  await sleep(1000);
  await writeFile(production.maintenanceFlag, "");
  const on = performance.now();
  const answer = await exchange(`${production.siteUrl}/api/bookings/`, { method: "POST", body: "{}" });
  assert.equal(answer.status, 503);
  assert.equal(answer.headers["x-golive-maintenance"], "on");
  assert.equal(answer.headers["cache-control"], "no-store");
  assert.ok(Number(answer.headers["retry-after"]) > 0);
  await sleep(1500);
  await rm(production.maintenanceFlag);
  const made = (performance.now() - on) / 1000;
  await sleep(1000);
  const [seen, report] = await Promise.all([prober.stop(), traffic.stop()]);

  assert.equal(seen.outages.length, 1);
  assert.deepEqual(Object.keys(seen.outages[0]?.statuses ?? {}), ["503"]);
  assert.ok(Math.abs(seen.downtimeSeconds - made) < 0.25, `${seen.downtimeSeconds} measured, ${made} made`);
  assert.ok(seen.samples.length >= 10 * 3.5, `${seen.samples.length} samples`);
  assert.deepEqual([report.failed, report.reads.failed], [[], []]);
  assert.ok(report.acknowledged.length > 20 && report.refused > 10);
  assert.equal(report.acknowledged.length + report.refused, report.attempts);
  assert.deepEqual(await lost(report.acknowledged, production.postgres), []);
});

test("finds an acknowledged write that is gone, and one that is in another database", async () => {
  const traffic = production.startTraffic({ writesPerSecond: 40, readsPerSecond: 0 });
  await sleep(500);
  const { acknowledged } = await traffic.stop();
  const [gone, kept] = acknowledged;
  assert.ok(gone && kept);
  await production.sql("CREATE DATABASE kept TEMPLATE psychology", "postgres");
  await production.sql(`DELETE FROM bookings WHERE uuid IN ('${gone.uuid}', '${kept.uuid}')`);
  await production.sql(`DELETE FROM bookings WHERE uuid = '${gone.uuid}'`, "kept");
  assert.deepEqual(new Set(await lost(acknowledged, production.postgres)), new Set([gone.uuid, kept.uuid]));
  assert.deepEqual(await lost(acknowledged, production.postgres, ["psychology", "kept"]), [gone.uuid]);
});

test("takes the release with a migration, and the broken ones break as they should", async () => {
  await checkOut(production, "v1.1.0");
  await migrate(production);
  assert.equal(
    await production.sql("SELECT count(*) FROM bookings WHERE ends_at <> starts_at + minutes * interval '1 min'"),
    "0",
  );
  await restart(production, "v1.1.0");
  assert.match(await smoke(production, "v1.1.0"), /9 passed/);
  assert.match((await exchange(`${production.appUrl}/metrics`)).text, /app_build_info\{version="v1\.1\.0"\} 1\.0/);

  await checkOut(production, "v1.1.0-broken");
  await restart(production, "v1.1.0-broken");
  assert.equal((await exchange(`${production.siteUrl}/health/`)).status, 200);
  await assert.rejects(
    smoke(production, "v1.1.0-broken"),
    (error) => error instanceof CommandFailed && error.status === 1,
  );

  await checkOut(production, "v1.1.0-sev1");
  await restart(production, "v1.1.0-sev1");
  assert.match(await smoke(production, "v1.1.0-sev1"), /9 passed/);
  const traffic = production.startTraffic({ writesPerSecond: 40, readsPerSecond: 0 });
  await sleep(1000);
  const { acknowledged, failed } = await traffic.stop();
  assert.ok(acknowledged.length > 0 && failed.some(({ status }) => status === 500));
  assert.deepEqual(await lost(acknowledged, production.postgres), []);
});

test("keeps the half-done column of a migration that fails", async () => {
  await checkOut(other, "v1.1.0-bad-migration");
  await assert.rejects(migrate(other), CommandFailed);
  const [all = 0, filled = 0] = (await other.sql("SELECT count(*), count(ends_at) FROM bookings"))
    .split("|")
    .map(Number);
  assert.ok(filled > 0 && filled < all, `${filled} of ${all}`);
  assert.equal(await other.sql("SELECT count(*) FROM django_migrations WHERE name = '0002_booking_ends_at'"), "0");
});
