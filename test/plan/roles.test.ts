import assert from "node:assert/strict";
import { test } from "node:test";
import { parsePlan } from "../../src/plan/load.ts";
import { samplePlanText } from "./sample-plan.ts";

const step = "id: warm, title: Warm, run: [/bin/true]";

/** The sample plan with three more hosts, roles, and lists in their words. */
function fleet(
  lists: {
    readonly services?: string;
    readonly deploy?: string;
    readonly units?: string;
    readonly roles?: string;
    readonly health?: string;
    readonly steps?: string;
    readonly back?: string;
  } = {},
) {
  const text = samplePlanText
    .replace(
      "control:",
      `  app-3: { connect: local }\n  work-1: { connect: local }\nroles: ${lists.roles ?? "{ web: [app-1, app-2, app-3], worker: [work-1] }"}\ncontrol:`,
    )
    .replace(
      "hosts: [app-1], units: [web, bot]",
      `hosts: ${lists.services ?? "[web, worker]"}, units: ${lists.units ?? "[{ name: api, hosts: [web] }, { name: queue, hosts: [worker] }]"}`,
    )
    .replace("health: {", `health: { hosts: ${lists.health ?? "[web]"},`)
    .replace(
      "preset: django, hosts: [app-1],",
      `preset: django, hosts: ${lists.deploy ?? "[web, worker]"}, steps: ${lists.steps ?? "[]"},`,
    );
  const back = lists.back === undefined ? "" : `rollback: { steps: [{ ${step}, hosts: ${lists.back} }] }\n`;
  return parsePlan(`${text}${back}`, "plan.yml");
}

const problemsOf = (result: ReturnType<typeof fleet>) => (result.ok ? [] : result.problems.map(({ what }) => what));

test("a role stands for its hosts wherever hosts are listed", () => {
  const result = fleet();
  assert.ok(result.ok, problemsOf(result).join());
  const { services, deploy, health } = result.plan;
  assert.deepEqual(services.hosts, ["app-1", "app-2", "app-3", "work-1"]);
  assert.deepEqual(deploy.hosts, ["app-1", "app-2", "app-3", "work-1"]);
  assert.deepEqual(health.hosts, ["app-1", "app-2", "app-3"]);
  assert.deepEqual(services.units, [
    { name: "api", hosts: ["app-1", "app-2", "app-3"] },
    { name: "queue", hosts: ["work-1"] },
  ]);
});

test("a role stands for its hosts on the way back as well", () => {
  const result = fleet({ back: "[web]" });
  assert.ok(result.ok, problemsOf(result).join());
  assert.deepEqual(result.plan.rollback.steps[0]?.hosts, ["app-1", "app-2", "app-3"]);
  const other = fleet({ deploy: "[web]", services: "[web]", units: "[api]", back: "[worker]" });
  assert.deepEqual(problemsOf(other), ['"work-1" is not a host of the deploy']);
});

test("what every object has is no role", () => {
  assert.match(problemsOf(fleet({ health: "[constructor]" })).join(), /host "constructor" is not among hosts/);
});

test("a host named beside its role is there once", () => {
  const result = fleet({ deploy: "[app-2, web, worker]" });
  assert.ok(result.ok);
  assert.deepEqual(result.plan.deploy.hosts, ["app-2", "app-1", "app-3", "work-1"]);
});

for (const [lists, what] of [
  [{ deploy: "[wbe, worker]" }, /host "wbe" is not among hosts/],
  [{ services: "[web, worker, nobody]" }, /host "nobody" is not among hosts/],
  [{ roles: "{ web: [app-1, app-2, app-3], worker: [work-2] }" }, /host "work-2" is not among hosts/],
  [{ roles: "{ web: [app-1, app-2, app-3], worker: [work-1], app-1: [app-2] }" }, /"app-1" is a host and a role/],
  [{ deploy: "[web]" }, /services run on "work-1", but nothing is deployed there/],
  [{ units: "[{ name: api, hosts: [web] }, { name: queue, hosts: [app-9] }]" }, /host "app-9" is not among hosts/],
  [{ services: "[web]", health: "[worker]" }, /"work-1" has no service that could answer/],
  [
    { steps: '[{ id: a, title: A, when: after-migrate, hosts: [app-2], run: ["true"] }]' },
    /"app-2" does not have the release yet when app-1 migrates/,
  ],
] as const) {
  test(`refused: ${what.source}`, () => assert.match(problemsOf(fleet(lists)).join("\n"), what));
}
