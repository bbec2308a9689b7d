import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { parse, stringify } from "yaml";
import { UserError } from "../../src/core/errors.ts";
import { messagesOf } from "../../src/locale/locale.ts";
import { cannotPromise } from "../../src/plan/engine/promises.ts";
import { loadPlan } from "../../src/plan/load.ts";
import type { Plan } from "../../src/plan/schema/schema.ts";
import { outline } from "../../src/stages/outline/outline.ts";
import { samplePlan, samplePlanText } from "./sample-plan.ts";

const node = { preset: "node", hosts: ["app-1"], directory: "/srv/clinic" };
const commands = {
  engine: "commands",
  host: "app-1",
  name: "MariaDB shop",
  directory: "/var/backups/golive",
  "back-up": { run: ["/opt/back-up", "{directory}"], leaves: ["shop.sql"] },
  prove: { run: ["/opt/prove", "{directory}"] },
  restore: { run: ["/opt/restore", "{directory}"] },
  size: { run: ["/opt/size"] },
  state: { run: ["/opt/state"] },
};

function planWith(keys: object): Plan {
  return loadPlan(stringify({ ...parse(samplePlanText), ...keys }), "plan.yml");
}

function codesOf(keys: object): string[] {
  try {
    planWith(keys);
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.problems.map(({ code }) => code);
  }
}

const without = (plan: Plan, phase: string) =>
  outline(plan, messagesOf(plan))
    .find(({ id }) => id === phase)
    ?.lines.map(({ id }) => id) ?? [];

test("the plans of docs/databases.md and of docs/load-balancers.md hold", async () => {
  const found: string[] = [];
  for (const page of ["databases", "load-balancers"]) {
    const text = await readFile(new URL(`../../docs/${page}.md`, import.meta.url), "utf8");
    for (const [, block = ""] of text.matchAll(/```yaml\n([\s\S]*?)```/g)) {
      const plan = planWith({ deploy: node, ...(parse(block) as object) });
      found.push(`${plan.database.engine}, ${plan.loadBalancer.kind}`);
    }
  }
  assert.deepEqual(found, [
    "commands, nginx",
    "commands, nginx",
    "commands, nginx",
    "none, nginx",
    "postgresql, command",
    "postgresql, none",
  ]);
});

test("what of the commands is missing or is no command is refused, all at once", () => {
  assert.deepEqual(codesOf({ database: commands }), []);
  const bad = {
    ...commands,
    "back-up": { run: ["mariadb-dump shop > /tmp/x"], leaves: ["shop.sql"] },
    prove: { run: ["/opt/prove", "{directory}", "|", "grep", "ok"] },
    restore: { run: ["/opt/restore"] },
  };
  assert.deepEqual(codesOf({ database: bad }), [
    "plan-engine-without-directory",
    "plan-engine-shell-text",
    "plan-engine-shell-text",
    "plan-engine-without-directory",
  ]);
  const { restore: _, size: __, ...less } = commands;
  assert.equal(codesOf({ database: less }).length, 2);
  for (const leaves of [[], ["/var/backups/shop.sql"], ["../shop.sql"], [""]])
    assert.equal(codesOf({ database: { ...commands, "back-up": { ...commands["back-up"], leaves } } }).length, 1);
  const offsite = { run: ["rclone"] };
  assert.deepEqual(codesOf({ database: { ...commands, offsite } }), [
    "plan-offsite-without-recipient",
    "plan-offsite-without-file",
  ]);
  assert.deepEqual(codesOf({ database: { ...commands, host: "db-9" } }), ["plan-host-unknown"]);
});

test("what only PostgreSQL has is refused with another engine", () => {
  const prepare = { "newest-backup": { kind: "file", path: "/var/backups/*.dump", "younger-than": "26h" } };
  assert.ok(codesOf({ database: commands, prepare }).length > 0);
  assert.deepEqual(codesOf({ database: { ...commands, connection: {} } }).length, 1);
});

test("a release that migrates needs a database that is backed up", () => {
  assert.deepEqual(codesOf({ database: { engine: "none" } }), ["plan-migrations-without-database"]);
  const migrate = { run: ["npx", "knex", "migrate:latest"], pending: ["npx", "pending"] };
  assert.deepEqual(codesOf({ database: { engine: "none" }, deploy: { ...node, migrate } }), [
    "plan-migrations-without-database",
  ]);
  assert.deepEqual(codesOf({ database: { engine: "none" }, deploy: node }), []);
});

test("without a database no line is about one", () => {
  const plan = planWith({ database: { engine: "none" }, deploy: node });
  const all = outline(plan, messagesOf(plan)).flatMap(({ lines }) => lines.map(({ id }) => id));
  assert.deepEqual(
    all.filter((id) => /^backup\.|database|migrat|space|written|dump/.test(id)),
    [],
  );
  assert.deepEqual(cannotPromise(plan), ["no database is backed up, and none comes back"]);
});

test("the lines of a database by commands", () => {
  const plan = planWith({ database: commands });
  assert.deepEqual(without(plan, "backup"), ["backup.dump", "backup.manifest", "backup.proof"]);
  assert.deepEqual(
    without(plan, "day-before").filter((id) => id !== "day-before.forecast"),
    ["day-before.build", "day-before.dump"],
  );
  const back = outline(plan, messagesOf(plan)).find(({ id }) => id === "rollback")?.lines ?? [];
  const newer = back.find(({ id }) => id === "rollback.written");
  assert.deepEqual(
    [newer?.optional, newer?.title],
    [undefined, "Back up what is newer, before the database is put back"],
  );
  assert.equal(cannotPromise(plan).length, 1);
  const { state: _, ...stateless } = commands;
  assert.equal(cannotPromise(planWith({ database: stateless })).length, 2);
});

test("without a page the stop is the closing, and the lines say so", () => {
  const plan = planWith({ "load-balancer": { kind: "none" } });
  assert.deepEqual(without(plan, "isolate"), ["isolate.on", "isolate.stop@app-1", "isolate.proof"]);
  const back = without(plan, "rollback");
  assert.ok(back.indexOf("rollback.proof") > back.indexOf("rollback.stop@app-1"));
  assert.match(cannotPromise(plan).join(), /^there is no maintenance page: visitors see errors/);
  assert.deepEqual(codesOf({ "load-balancer": { kind: "none", drain: { within: "5s" } } }).length, 1);
  assert.deepEqual(cannotPromise(samplePlan()), []);
});
