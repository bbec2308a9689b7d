import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { startTesters, withScenarios } from "../../packages/rehearsal/rehearse/testers.ts";
import { locate } from "../../packages/rehearsal/production/traffic/lost.ts";
import { repository, startWorld, type World } from "../../packages/rehearsal/world/world.ts";
import { lastState, stateOfProduction } from "./state-of-production.ts";
import { withPlan } from "./with-plan.ts";

// One production for all: the first two go back, and the testers of the last would tick the others' boxes.
let world: World;
/** The newest checklist before a test's own. */
let earlier = 0;
before(async () => {
  world = await startWorld({ change: withScenarios });
});
beforeEach(async () => {
  earlier = Math.max(0, ...(await world.issues()).map(({ number }) => number));
});
after(() => world.stop());

/** Bodies of the comments on this test's checklist, once one of them holds. */
async function commentWith(holds: (body: string) => boolean): Promise<{ issue: number; bodies: string[] }> {
  for (const began = Date.now(); ; await sleep(200)) {
    const issue = (await world.issues()).find(({ number }) => number > earlier);
    const bodies =
      issue === undefined
        ? []
        : (
            (await world.api("anna", "GET", `/repos/${repository}/issues/${issue.number}/comments?per_page=100`)) as {
              body: string;
            }[]
          ).map(({ body }) => body);
    if (issue !== undefined && bodies.some(holds)) return { issue: issue.number, bodies };
    assert.ok(Date.now() - began < 120_000, "no such comment came");
  }
}

const isScenarios = (body: string) => body.startsWith("<!-- golive:scenarios=");

describe("people's scenarios", () => {
  test("one that fails takes the release back, in the tester's words, and nothing is lost", async () => {
    const traffic = world.production.startTraffic();
    const launch = world.launch({ tag: "v1.1.0" });
    const { issue } = await commentWith(isScenarios);
    // Who may not say anything of it changes nothing.
    await world.api("guest", "POST", `/repos/${repository}/issues/${issue}/comments`, { body: "/pass g1" });
    await world.api("anna", "POST", `/repos/${repository}/issues/${issue}/comments`, {
      body: "/fail g1 the hour is shown twice",
    });
    const launched = await launch;
    assert.equal(launched.conclusion, "failure");
    const visits = await traffic.stop();
    assert.deepEqual(
      (await locate(visits.acknowledged, world.production.postgres, [world.production.postgres.database])).lost,
      [],
    );
    const state = await lastState(world);
    assert.equal(state.ended?.outcome, "rolled-back");
    assert.match(state.ended?.because ?? "", /“g1: .*”: anna: the hour is shown twice/);
    assert.match(launched.log.join("\n"), /anna says that it does not work: the hour is shown twice/);
    assert.equal((await stateOfProduction(world)).version, "v1.0.0");
    const { bodies } = await commentWith((body) => body.includes("golive:answer-to="));
    assert.match(
      bodies.join("\n"),
      /@guest: `g1` is for &#64;&#8203;anna, with write permission to this repository; what you said of it does not count/,
    );
  });

  test("nobody came and nobody was asked: back it goes; a tick afterwards counts no more", async () => {
    await withPlan(world, "unasked", (plan) => (plan.verify.people = { within: "3s", usual: "3s", remind: "1m" }));
    let edited: Parameters<Parameters<typeof world.twin.onEvent>[0]>[0] | null = null;
    world.twin.onEvent(
      (event) => void (event.name === "issue_comment" && event.action === "edited" && (edited = event)),
    );
    const launched = await world.launch({ tag: "unasked" });
    assert.equal(launched.conclusion, "failure");
    assert.equal((await lastState(world)).ended?.outcome, "rolled-back");
    const [issue] = await world.issues();
    const [comment] = (
      (await world.api("anna", "GET", `/repos/${repository}/issues/${issue?.number}/comments`)) as {
        id: number;
        body: string;
      }[]
    ).filter(({ body }) => isScenarios(body));
    assert.ok(comment);
    await sleep(1100);
    await world.api("anna", "PATCH", `/repos/${repository}/issues/comments/${comment.id}`, {
      body: comment.body.replace("- [ ] **g1**", "- [x] **g1**"),
    });
    assert.ok(edited);
    const heard = await world.launch({
      tag: "",
      workflow: "checklist.yml",
      actor: "anna",
      event: edited,
    });
    assert.equal(heard.conclusion, "success", heard.log.join("\n"));
    assert.equal((await lastState(world)).scenarios.size, 0);
    assert.doesNotMatch(
      ((await world.api("anna", "GET", `/repos/${repository}/issues/comments/${comment.id}`)) as { body: string }).body,
      /- \[x\]/,
    );
    assert.equal(launched.log.join("\n").includes("verify.people"), false);
    assert.deepEqual(world.twin.violations(), []);
  });

  test("nobody came, and a person takes that on by name: the site opens, and the record says so", async () => {
    await withPlan(world, "accepted", (plan) => {
      plan.verify.people = { within: "6s", usual: "3s", remind: "3s" };
      plan.verify.ask = { who: ["@dmitry"], "at-most": "1m" };
    });
    const launch = world.launch({ tag: "accepted" });
    const { issue, bodies } = await commentWith((body) => body.includes("golive accept"));
    assert.match(
      bodies.find((body) => body.includes("golive accept")) ?? "",
      /^@dmitry: ❔[\s\S]*- g1: A client finds a free hour and books it: inconclusive: nobody said within 6\.0 s/,
    );
    for (const login of ["anna", "dmitry"])
      await world.api(login, "POST", `/repos/${repository}/issues/${issue}/comments`, { body: "golive accept" });
    const launched = await launch;
    assert.equal(launched.conclusion, "success", launched.log.join("\n"));
    const state = await lastState(world);
    assert.equal(state.ended?.outcome, "live");
    assert.deepEqual(
      [
        state.steps.get("verify.scenario-g1")?.status,
        state.steps.get("verify.scenario-g1")?.facts.acceptedBy,
        state.steps.get("verify.scenario-g1")?.facts.verdict,
      ],
      ["done", "dmitry", "inconclusive"],
    );
    assert.ok(
      state.notes.some(({ text }) =>
        /dmitry opens the site although it could not be told of verify\.scenario-g1/.test(text),
      ),
    );
  });

  test("ticked by their owners, the site opens; who and when is on the checklist", async () => {
    await withPlan(world, "v1.1.0");
    const testers = startTesters(world);
    const launched = await world.launch({ tag: "v1.1.0" });
    assert.equal(launched.conclusion, "success", launched.log.join("\n"));
    const runs = await testers.runs();
    assert.equal(runs.length, 1);
    assert.match(runs[0] ?? "", /^success: [\s\S]*(What was said is on record|Nothing new was said)/);
    const state = await lastState(world);
    assert.equal(state.ended?.outcome, "live");
    assert.deepEqual(
      [...state.scenarios.values()].map(({ scenario, mark, by }) => [scenario, mark, by]),
      [
        ["g1", "pass", "anna"],
        ["g2", "pass", "dmitry"],
        ["g3", "pass", "anna"],
        ...(state.scenarios.has("g4") ? [["g4", "pass", "dmitry"]] : []),
      ],
    );
    const [issue] = await world.issues();
    assert.match(
      issue?.body ?? "",
      /- \[x\] g1: A client finds a free hour and books it — anna · \d+(\.\d)? s · \d\d:\d\d:\d\d/,
    );
    assert.match(issue?.body ?? "", /- \[x\] People walk through the scenarios — [34] of 4 work/);
    assert.deepEqual(world.twin.violations(), []);
  });
});
