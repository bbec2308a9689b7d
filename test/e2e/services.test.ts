import assert from "node:assert/strict";
import { test } from "node:test";
import type { PlanData } from "../../packages/rehearsal/plan/plan-data.ts";
import { cases } from "../../packages/rehearsal/rehearse/cases.ts";
import { withWatch } from "../../packages/rehearsal/rehearse/testers.ts";
import { serviceNames } from "../../packages/rehearsal/services/names.ts";
import { serviceNamed } from "../../packages/rehearsal/services/registry.ts";
import { startWorld } from "../../packages/rehearsal/world/world.ts";
import { lastState } from "./state-of-production.ts";

/** Seen enough of a release that is bad, after the opening on a busy machine. */
const watchFor = { for: "60s", every: "3s" };
const kept = ["health", "version", "smoke", "front", "never"];

/** Of the applications that are not Django, the one that no file of golive knows; all with GOLIVE_LONG=1. */
const rehearsed =
  process.env.GOLIVE_LONG === "1" ? serviceNames.filter((name) => name !== "django") : ["flask" as const];

for (const name of rehearsed)
  test(`${name}: a file that is built comes back, a SEV-1 goes back, and a release goes live; no write is lost`, async (t) => {
    const service = serviceNamed(name);
    const change = (plan: PlanData, tag: string) => {
      // The watch is the default branch's to say, for every tag.
      withWatch(plan);
      Object.assign(plan.watch, watchFor);
      if (tag === "v1.1.0") cases["built-files"]?.change?.(plan, tag, service);
      for (const section of ["dns", "certificates", "notices"]) delete plan[section];
      plan.verify.checks = plan.verify.checks.filter(({ id }: { id: string }) => kept.includes(id));
    };
    const world = await startWorld({ service: name, strategy: "releases", dayBefore: true, watched: true, change });
    t.after(() => world.stop());
    const { production } = world;
    const traffic = production.startTraffic({ writesPerSecond: 8, readsPerSecond: 20 });

    const built = await world.launch({ tag: "v1.1.0" });
    assert.equal((await lastState(world)).ended?.outcome, "rolled-back", built.log.slice(-60).join("\n"));
    assert.match(await (await fetch(`${production.siteUrl}/`)).text(), /Book a talk<\/h1>/);
    assert.equal(await production.version(), "v1.0.0");

    const bad = await world.launch({ tag: "v1.1.0-sev1" });
    const state = await lastState(world);
    assert.equal(state.ended?.outcome, "rolled-back", bad.log.slice(-80).join("\n"));
    assert.match(state.ended?.because ?? "", /^SEV-1: /);
    assert.deepEqual(state.recalled?.by, ["dmitry"]);

    const good = await world.launch({ tag: "v1.0.1" });
    const visits = await traffic.stop();
    assert.equal(good.conclusion, "success", good.log.slice(-60).join("\n"));
    assert.equal(await production.version(), "v1.0.1");

    assert.ok(visits.acknowledged.length > 50);
    assert.deepEqual((await production.locate(visits.acknowledged)).lost, []);
  });
