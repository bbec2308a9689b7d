import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { locate } from "../../packages/rehearsal/production/traffic/lost.ts";
import { repository, root, startWorld, type World } from "../../packages/rehearsal/world/world.ts";
import { lastState, stateOfProduction } from "./state-of-production.ts";

const back = { workflow: "rollback.yml", inputs: { because: "bookings fail since the launch" } };

// One production for all: each leaves v1.0.0 serving and nothing that the next would find.
let world: World;
before(async () => {
  world = await startWorld();
});
after(() => world.stop());

const asItShould = { reviewers: ["dmitry"], branches: ["main"], adminsMayBypass: false };
for (const [name, rollback, wanted] of [
  ["missing", null, /there is no environment "production-rollback"/],
  ["without reviewers", { reviewers: [], branches: ["main"] }, /"production-rollback" has no required reviewer/],
] as const) {
  test(`a rollback environment that is ${name} stops the launch by day`, async (t) => {
    t.after(() => world.twin.changeEnvironment("production-rollback", asItShould));
    world.twin.changeEnvironment("production-rollback", rollback);
    const launched = await world.launch({ tag: "v1.1.0" });
    assert.equal(launched.conclusion, "failure");
    assert.match(launched.log.join("\n"), wanted);
  });
}

test("code only: the way back leaves the database alone and says so", async () => {
  assert.equal((await world.launch({ tag: "v1.0.1" })).conclusion, "success");
  const traffic = world.production.startTraffic();
  await sleep(1500);
  const approved = await world.launch({ tag: "v1.0.1", ...back });
  const { acknowledged } = await traffic.stop();
  assert.equal(approved.conclusion, "success", approved.log.join("\n"));
  const end = await stateOfProduction(world);
  assert.deepEqual([end.version, end.page, end.databases], ["v1.0.0", "down", ["postgres", "psychology"]]);
  assert.deepEqual((await locate(acknowledged, world.production.postgres)).lost, []);
  const [issue] = await world.issues();
  assert.match(issue?.body ?? "", /no migration ran, so the database stays as it is/);
});

test("an opened release is taken back: counted, approved, set aside, nothing lost", async () => {
  const { production } = world;
  const first = await world.launch({ tag: "v1.1.0" });
  assert.equal(first.conclusion, "success", first.log.join("\n"));
  const traffic = production.startTraffic();
  await sleep(2500);

  // Rejected: the count is on the page, and nothing was touched.
  // Within the hour after the opening nobody is asked for a reason.
  const rejected = await world.launch({
    tag: "v1.1.0",
    workflow: "rollback.yml",
    inputs: {},
    review: async () => "rejected",
  });
  assert.equal(rejected.conclusion, "failure");
  assert.deepEqual(
    [(await stateOfProduction(world)).version, (await stateOfProduction(world)).page],
    ["v1.1.0", "down"],
  );
  const [issue] = await world.issues();
  const comments = (await world.api("anna", "GET", `/repos/${repository}/issues/${issue?.number}/comments`)) as {
    body: string;
  }[];
  const table = comments.at(-2)?.body ?? "";
  assert.match(
    comments.at(-1)?.body ?? "",
    /v1\.1\.0 was not taken back by .*dmitry refused it\.\*\* Nothing was changed/,
  );
  const [, inserted = "", , , byPeople = ""] =
    /\| public\.bookings \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|/.exec(table) ?? [];
  assert.ok(Number(inserted) > 5, table);
  assert.ok(Number(byPeople) > 5, table);
  assert.match(table, /anna calls it back, .* after the opening/);

  // By the number of its checklist: it is what people have before their eyes.
  const approved = await world.launch({ tag: `#${issue?.number}`, ...back });
  assert.equal(approved.conclusion, "success", approved.log.join("\n"));
  const { acknowledged } = await traffic.stop();
  const end = await stateOfProduction(world);
  assert.deepEqual([end.version, end.page, end.newColumn, end.shut], ["v1.0.0", "down", false, []]);
  const kept = end.databases.find((name) => name.includes("_failed_")) ?? "";
  const { lost, found } = await locate(acknowledged, production.postgres, [production.postgres.database, kept]);
  assert.deepEqual(lost, []);
  assert.ok((found[kept] ?? 0) > 5);
  const state = await lastState(world);
  assert.deepEqual([state.ended?.outcome, state.recalled?.by], ["rolled-back", ["dmitry"]]);

  // A person at the keyboard gets the rows back, on the host alone.
  const plan = join(production.directory, "plan.yml");
  await writeFile(
    plan,
    await promisify(execFile)("git", ["--git-dir", production.origin, "show", "v1.1.0:.github/golive.yml"]).then(
      ({ stdout }) => stdout,
    ),
  );
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(root, "dist/golive.js"),
    "recover",
    "--plan",
    plan,
  ]);
  assert.match(stdout, new RegExp(`${kept} holds`));
  const file = /app-1:(\S+\.jsonl)/.exec(stdout)?.[1] ?? "";
  assert.equal((await stat(file)).mode & 0o077, 0);
  const rows = (await readFile(file, "utf8"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { table: string; row: { uuid: string } });
  const recovered = new Set(rows.filter((row) => row.table === "public.bookings").map(({ row }) => row.uuid));
  const { lost: notLive } = await locate(acknowledged, production.postgres);
  assert.deepEqual(
    notLive.filter((uuid) => !recovered.has(uuid)),
    [],
  );
  for (const line of [...approved.log, stdout, table])
    assert.ok(!notLive.some((uuid) => line.includes(uuid)), "a row left the host");

  // Once is enough, and a release that never opened is another matter.
  const again = await world.launch({ tag: "v1.1.0", ...back });
  assert.match(again.log.join("\n"), /v1\.1\.0 was rolled back already/);
  const other = await world.launch({ tag: "v1.0.1", ...back });
  assert.match(other.log.join("\n"), /v1\.0\.1 is not the release that was launched last/);
  assert.deepEqual(world.twin.violations(), []);
});
