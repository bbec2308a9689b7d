import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { parse } from "yaml";
import { reportOf } from "../../packages/rehearsal/rehearse/report.ts";
import { cases } from "../../packages/rehearsal/rehearse/cases.ts";
import { lost } from "../../packages/rehearsal/production/traffic/traffic.ts";
import { startWorld, type World, type WorldOptions } from "../../packages/rehearsal/world/world.ts";
import { stateOfProduction } from "./state-of-production.ts";

/** Steps and checks until the checklist has 40 lines besides the rollback's. */
function fortyLines(plan: Record<string, any>): void {
  for (let n = 1; n <= 6; n++)
    plan.deploy.steps.push({ id: `extra-${n}`, title: `Extra step ${n}`, run: ["true"], "on-rollback": "skip" });
  plan.verify.checks.push({ kind: "migrations", id: "migrations", models: true });
  for (let n = 1; n <= 4; n++)
    plan.verify.checks.push({ kind: "command", id: `extra-${n}`, host: "app-1", run: ["true"] });
}

const worldOf = (options: WorldOptions = {}) => startWorld({ ...options, change: fortyLines });
/** For those that go back: each leaves v1.0.0 serving for the next. */
let back: Promise<World> | undefined;
after(async () => (await back)?.stop());

for (const [name, { tag, outcome, recall, change }] of Object.entries(cases)) {
  // Those that go back after the opening, never begin, or have a plan of their own have tests of their own as well
  // (recall, watch, day-before, foreign-tag, way-back).
  if (recall !== undefined || change !== undefined || name === "sev1") continue;
  if (outcome === "failed" || outcome === "refused") continue;
  // One of them over ssh, with the host key of the plan.
  const ssh = name === "code-only";
  test(`rehearsal ${name}${ssh ? " over ssh" : ""} ends ${outcome} and loses no write`, async (t) => {
    const world =
      outcome === "live" ? await worldOf({ dayBefore: name === "success", ssh }) : await (back ??= worldOf());
    t.after(() => (outcome === "live" ? world.stop() : undefined));
    const asked = world.twin.requests.length;
    const before = await stateOfProduction(world);
    const traffic = world.production.startTraffic();
    const prober = await world.production.startProber({ everyMs: 200 });
    const launched = await world.launch({ tag });
    const visits = await traffic.stop();
    const { downtimeSeconds } = await prober.stop();
    const report = reportOf({
      entries: await world.journal(),
      requests: world.twin.requests.slice(asked),
      downtimeSeconds,
      acknowledgedWrites: visits.acknowledged.length,
      lostWrites: (await lost(visits.acknowledged, world.production.postgres)).length,
      writesIn: {},
      askedAt: null,
      badAt: [],
    });
    const end = await stateOfProduction(world);
    const [issue] = (await world.issues()).toSorted((a, b) => b.number - a.number);

    assert.deepEqual(world.twin.violations(), []);
    assert.equal(report.outcome, outcome, launched.log.join("\n"));
    assert.equal(launched.conclusion, outcome === "live" ? "success" : "failure");
    const secret = launched.log.find((line) => line.includes("PRIVATE KEY"));
    assert.equal(secret, undefined);
    assert.equal(report.lostWrites, 0);
    assert.ok(report.acknowledgedWrites > 0 && visits.refused > 0, "visitors wrote, and met the maintenance page");
    assert.ok(report.downtimeSeconds > 0);
    assert.ok(report.apiRequests <= 80, `${report.apiRequests} requests`);
    assert.ok(report.writesInBusiestMinute <= 80, `${report.writesInBusiestMinute} writes in a minute`);
    assert.equal(end.page, "down");
    assert.equal(end.version, outcome === "live" ? tag : "v1.0.0");
    assert.equal(end.newColumn, name === "success");
    assert.equal(issue?.state, "closed");
    const evidence = JSON.parse(
      await readFile(
        join(
          world.production.directory,
          "runner/kept",
          String(launched.runId),
          "artifacts/golive-evidence/evidence.json",
        ),
        "utf8",
      ),
    ) as Record<string, unknown>;
    assert.deepEqual([evidence.outcome, evidence.approvedBy, evidence.tag], [outcome, ["dmitry"], tag]);
    assert.match(String(evidence.backupManifestSha256), /^[0-9a-f]{64}$/);
    const lines = (issue?.body ?? "").split("\n").filter((line) => line.startsWith("- ["));
    if (outcome === "live") {
      assert.ok(lines.length >= 40, `${lines.length} lines`);
      assert.deepEqual(
        lines.filter((line) => !line.startsWith("- [x]")),
        [],
      );
      assert.deepEqual(end.databases, before.databases, "the scratch database of the proof is gone");
      assert.match(issue?.body ?? "", /🟢 Live/);
      assert.ok(
        report.forecast !== null && report.forecast.forecastSeconds > 0 && report.forecast.actualSeconds > 0,
        "the report holds forecast and actual",
      );
    } else {
      assert.ok(lines.some((line) => line.includes("❌")));
      assert.match(issue?.body ?? "", /Rolled back/);
      const kept = end.databases.filter((database) => !before.databases.includes(database));
      assert.equal(kept.length, 1, "the failed database is kept");
      assert.equal(
        await world.production
          .sql("SELECT count(*) FROM information_schema.columns WHERE column_name = 'ends_at'", kept[0])
          .then((text) => text.trim()),
        "1",
      );
      assert.ok(report.rollbackSeconds !== null && report.rollbackSeconds > 0);
    }
  });
}

test("what somebody chooses who presses the button is the tag, when and why, and the rest is in the file", async () => {
  const inputsOf = async (name: string) => {
    const text = await readFile(new URL(`../../.github/workflows/${name}`, import.meta.url), "utf8");
    return Object.keys((parse(text) as { on: any }).on.workflow_dispatch.inputs).toSorted();
  };
  assert.deepEqual(await inputsOf("go-live.yml"), ["approval", "date", "override", "tag"]);
  assert.deepEqual(await inputsOf("prepare.yml"), ["tag"]);
  assert.deepEqual(await inputsOf("watch.yml"), ["tag"]);
  assert.deepEqual(await inputsOf("rollback.yml"), ["because", "tag"]);
});
