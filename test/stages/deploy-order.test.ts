import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { UserError } from "../../src/core/errors.ts";
import { StepError } from "../../src/core/errors.ts";
import { deploy } from "../../src/stages/deploy/deploy.ts";
import { deployBatches } from "../../src/stages/deploy/deploy-order.ts";
import { runLanes, type Step } from "../../src/stages/launch/run-steps.ts";
import type { Plan } from "../../src/plan/schema/schema.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { launchFor } from "./launch-for.ts";

const names = Array.from({ length: 6 }, (_, index) => `app-${index + 1}`);
const fleet = (deploy: Partial<Plan["deploy"]> = {}): Plan =>
  samplePlan({
    deploy: { hosts: names, batch: 2, ...deploy },
    services: { hosts: names.slice(0, 5) },
    health: { hosts: names.slice(0, 4) },
  } as never);
const shown = (plan: Plan) =>
  deployBatches(plan).map(({ lanes }) =>
    lanes.map((lane) => lane.map(({ id }) => id.replace("deploy.", "")).join(" ")),
  );

test("what touches nothing everywhere, then the host of the migrations alone, then the others so many at once", () => {
  assert.deepEqual(shown(fleet({ migrateOn: "app-2" })), [
    ["fetch@app-2", "fetch@app-1", "fetch@app-3", "fetch@app-4", "fetch@app-5", "fetch@app-6"],
    ["checkout@app-2 environment@app-2 migrate@app-2 static@app-2 start@app-2 health@app-2"],
    [
      "checkout@app-1 environment@app-1 static@app-1 start@app-1 health@app-1",
      "checkout@app-3 environment@app-3 static@app-3 start@app-3 health@app-3",
    ],
    [
      "checkout@app-4 environment@app-4 static@app-4 start@app-4 health@app-4",
      "checkout@app-5 environment@app-5 static@app-5 start@app-5",
    ],
    ["checkout@app-6 environment@app-6 static@app-6"],
  ]);
});

test("with releases the link is switched after the migrations, host by host", () => {
  assert.deepEqual(shown(fleet({ strategy: "releases", hosts: ["app-1", "app-2"] } as never)), [
    ["fetch@app-1 build@app-1", "fetch@app-2 build@app-2"],
    ["migrate@app-1 switch@app-1 static@app-1 start@app-1 health@app-1"],
    ["switch@app-2 static@app-2 start@app-2 health@app-2"],
  ]);
});

test("steps of the plan's own: around the migrations where they run, else everywhere", () => {
  const own = (id: string, when: string, hosts?: string[]) => ({
    id,
    title: id,
    when,
    run: ["true"],
    timeout: 60,
    ...(hosts ? { hosts } : {}),
  });
  const plan = fleet({
    hosts: ["app-1", "app-2", "app-3"],
    batch: 5,
    steps: [
      own("a", "before-migrate"),
      own("b", "after-migrate"),
      own("c", "before-start"),
      own("d", "after-start", ["app-3"]),
    ],
  } as never);
  assert.deepEqual(shown(plan).slice(1), [
    [
      "checkout@app-1 environment@app-1 step-a@app-1 migrate@app-1 step-b@app-1 static@app-1 step-c@app-1 start@app-1 health@app-1",
    ],
    [
      "checkout@app-2 environment@app-2 static@app-2 step-c@app-2 start@app-2 health@app-2",
      "checkout@app-3 environment@app-3 static@app-3 step-c@app-3 start@app-3 health@app-3 step-d@app-3",
    ],
  ]);
});

test("lanes go at the same time, at most as many as the batch, each in order", async () => {
  const { launch } = launchFor({ plan: fleet({ batch: 3 }) });
  let now = 0;
  let most = 0;
  const seen: string[] = [];
  const lanes = names.map((name) =>
    ["a", "b"].map(
      (part): Step => ({
        id: `verify.${part}@${name}`,
        async run() {
          most = Math.max(most, ++now);
          await sleep(20);
          now--;
          seen.push(`${part}@${name}`);
          return {};
        },
      }),
    ),
  );
  await runLanes(launch, lanes);
  assert.equal(most, 3);
  assert.equal(seen.length, 12);
  for (const name of names) assert.ok(seen.indexOf(`a@${name}`) < seen.indexOf(`b@${name}`));
});

test("after a failure those under way end their step and nothing more begins; all that failed is told", async () => {
  const { launch, entries } = launchFor({ plan: fleet({ batch: 3 }) });
  const begun: string[] = [];
  const lanes = names.map((name) =>
    ["a", "b"].map(
      (part): Step => ({
        id: `verify.${part}@${name}`,
        async run() {
          begun.push(`${part}@${name}`);
          await sleep(name === "app-2" ? 10 : 40);
          if (name === "app-2" || name === "app-3")
            throw new UserError({ code: "of-a-test", what: `no room on ${name}` });
          return {};
        },
      }),
    ),
  );
  await assert.rejects(
    runLanes(launch, lanes),
    (error) =>
      error instanceof StepError && /no room on app-2/.test(error.message) && /no room on app-3/.test(error.message),
  );
  assert.deepEqual(begun, ["a@app-1", "a@app-2", "a@app-3"]);
  assert.deepEqual(
    entries.flatMap((entry) => (entry.kind === "step" && entry.status === "done" ? [entry.step] : [])),
    ["verify.a@app-1"],
  );
});

test("a job for some hosts: only hosts of the deploy, and not before the first is through", async () => {
  const { launch } = launchFor({ plan: fleet() });
  await launch.record({ kind: "step", step: "backup.proof", status: "done", facts: { proved: "restore" } });
  await launch.record({
    kind: "step",
    step: "backup.copy",
    status: "done",
    facts: { copy: { name: "clinic_copy", oid: "1" } },
  });
  await assert.rejects(deploy(launch, ["app-9"]), /"app-9" is not a host of the deploy/);
  await assert.rejects(
    deploy(launch, ["app-3"]),
    /app-1 goes first, and is not through yet \(deploy\.checkout@app-1\)/,
  );
});
