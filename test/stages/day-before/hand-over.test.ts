import assert from "node:assert/strict";
import { test } from "node:test";
import { UserError } from "../../../src/core/errors.ts";
import { type DayStep, runAnew, takeFrom } from "../../../src/stages/day-before/day-step.ts";
import { judged } from "../../../src/stages/day-before/judged.ts";
import { type Made, removeAll } from "../../../src/stages/day-before/made.ts";
import { Measured } from "../../../src/stages/day-before/measured.ts";
import { newestBackup } from "../../../src/stages/day-before/steps/newest-backup.ts";
import { rehearseBackup } from "../../../src/stages/day-before/steps/rehearse-backup.ts";
import { testRestore } from "../../../src/stages/day-before/steps/test-restore.ts";
import { tests } from "../../../src/stages/day-before/steps/tests.ts";
import { wayBack } from "../../../src/stages/day-before/steps/way-back.ts";
import { loadPlan } from "../../../src/plan/load.ts";
import { samplePlanText } from "../../plan/sample-plan.ts";
import { launchFor, recordedHost } from "../launch-for.ts";
import { postgresqlOf } from "../../../src/plan/engine/engine.ts";

const counting = (): DayStep<number> => {
  let times = 0;
  return {
    id: "day-before.backup",
    run: async () => ({ done: { note: `found ${++times}` }, hands: times }),
  };
};

test("what a step hands over is the next one's, and only what it did is on record", async () => {
  const { launch } = launchFor();
  const step = counting();
  assert.equal(await takeFrom(launch, step), 1);
  const recorded = launch.state().steps.get("day-before.backup");
  assert.deepEqual([recorded?.status, recorded?.note, recorded?.facts], ["done", "found 1", {}]);
});

test("a step on record as done is done again: the day before is measured anew", async () => {
  const { launch, entries } = launchFor();
  const step = counting();
  await takeFrom(launch, step);
  assert.equal(await takeFrom(launch, step), 2);
  let again = 0;
  const plain = { id: "day-before.tell", run: async () => (again++, {}) };
  await runAnew(launch, plain);
  await runAnew(launch, plain);
  assert.equal(again, 2);
  assert.equal(entries.filter((entry) => entry.kind === "step" && entry.status === "done").length, 4);
});

test("a step that fails hands nothing over, and is told by its name", async () => {
  const { launch } = launchFor();
  const failing: DayStep<string> = {
    id: "day-before.restore",
    run: () => Promise.reject(new UserError({ code: "backup-damaged", what: "the backup is damaged" })),
  };
  await assert.rejects(takeFrom(launch, failing), /^StepError: day-before\.restore: the backup is damaged/);
  assert.equal(launch.state().steps.get("day-before.restore")?.status, "failed");
});

const prepared = `prepare:
  newest-backup: { kind: files, pattern: /backups/*.dump }
  test-restore: { rules: [{ table: t, least-rows: 1 }] }
  trial: { settings: { PGDATABASE: "{database}" } }
`;
const owing = samplePlanText.replace(
  "directory: /srv/clinic }",
  "directory: /srv/clinic, steps: [{ id: index, title: Index, when: before-start, run: [bin/index] }] }",
);

test("what an earlier step did not hand over is skipped by those that need it", async () => {
  const { launch } = launchFor({ plan: loadPlan(samplePlanText + prepared, "sample.yml") });
  const made: Made = {};
  const measured = new Measured();
  const restored = await takeFrom(launch, testRestore(null, null, made));
  await runAnew(launch, rehearseBackup(restored, measured));
  const answered = await takeFrom(launch, tests(null, measured));
  await runAnew(launch, wayBack({ built: null, migrated: null, answered, measured }));
  assert.deepEqual([restored, answered, made, measured.size], [null, [], {}, 0]);
  assert.deepEqual(
    [...launch.state().steps].map(([id, { status, note }]) => [id, status, note]),
    [
      ["day-before.restore", "skipped", undefined],
      ["day-before.dump", "skipped", undefined],
      ["day-before.tests", "skipped", undefined],
      ["day-before.way-back", "skipped", "⚠️ not practised: nothing was restored"],
    ],
  );
});

test("a plan without a backup to look at hands none over", async () => {
  const { launch } = launchFor();
  assert.equal(await takeFrom(launch, newestBackup), null);
});

test("without a practice a plan that does not say what becomes of its steps is refused", async () => {
  const { launch } = launchFor({ plan: loadPlan(owing + prepared, "sample.yml") });
  const step = wayBack({ built: null, migrated: null, answered: [], measured: new Measured() });
  await assert.rejects(
    runAnew(launch, step),
    /nothing was restored\), and nothing says what becomes of: index \[way-back-unknown\]/,
  );
});

test("seconds of a part are those of every host that has it", () => {
  const measured = new Measured();
  measured.add(["app-1", "app-2"], Object.entries({ "deploy.fetch": 2, "deploy.build": 3 }));
  assert.deepEqual(
    [...measured],
    [
      ["deploy.fetch@app-1", 2],
      ["deploy.fetch@app-2", 2],
      ["deploy.build@app-1", 3],
      ["deploy.build@app-2", 3],
    ],
  );
});

test("of what was made all is removed, the way in before what it leads to, and what cannot be is told", async () => {
  const { host, commands } = recordedHost("app-1");
  const { launch, told } = launchFor({
    plan: loadPlan(samplePlanText + prepared, "sample.yml"),
    hosts: [host],
    events: [{ kind: "step", step: "day-before.build", status: "started" }],
  });
  const { plan } = launch;
  const order: string[] = [];
  await removeAll(launch, {
    scratch: { host, database: postgresqlOf(plan), throwaway: false },
    cutOff: () => {
      order.push(`cut off after ${commands.length}`);
      return Promise.reject(new UserError({ code: "tunnel-refused", what: "no way" }));
    },
  });
  assert.deepEqual(order, ["cut off after 1"], "the built release went before");
  const dump = commands.find(({ args }) => args.includes("/var/backups/golive/.day-before"));
  assert.equal(dump?.file, "rm");
  assert.deepEqual(told.warn, ["Something of the rehearsal could not be removed: no way"]);
});

test("a day that made nothing removes nothing", async () => {
  const { host, commands } = recordedHost("app-1");
  const { launch, told } = launchFor({ hosts: [host] });
  await removeAll(launch, {});
  assert.deepEqual([commands, told.warn], [[], []]);
});

const failing = { code: "trial-test-failed", where: "on the copy", mend: "mend the release" };

test("tests: all that do not pass are named, and one that measured nothing is no failure of the release", () => {
  const pass = { title: "a", verdict: "pass", evidence: "2 tests" } as const;
  assert.deepEqual(judged([pass, { ...pass, title: "b" }], failing), { note: "a: 2 tests; b: 2 tests" });
  const bad = [
    pass,
    { title: "b", verdict: "fail", evidence: "1 of 2" },
    { title: "c", verdict: "error", evidence: "no pytest" },
  ] as const;
  assert.throws(
    () => judged(bad, failing),
    (error) => {
      assert.ok(error instanceof UserError);
      assert.deepEqual(
        error.problems.map(({ code, what }) => `${code} ${what}`),
        ["trial-test-failed b on the copy: 1 of 2", "test-unmeasured c on the copy: error, no pytest"],
      );
      return true;
    },
  );
});
