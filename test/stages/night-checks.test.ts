import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entry } from "../../src/journal/event.ts";
import { stateOf } from "../../src/journal/state.ts";
import { loadPlan } from "../../src/plan/load.ts";
import { calledBefore, calledNow, nightChecks } from "../../src/stages/preflight/night-checks.ts";
import { samplePlanText } from "../plan/sample-plan.ts";
import { hostFrom } from "../../src/hosts/host.ts";
import { hostsOf } from "../checks/hosts-of.ts";
import { recordedHost } from "./launch-for.ts";

const trial = `
prepare:
  newest-backup: { kind: files, pattern: /backups/*.dump }
  test-restore: { rules: [{ table: t, least-rows: 1 }] }
  trial:
    settings: { PGDATABASE: "{database}" }
    start: { run: [bin/serve], health: "http://127.0.0.1:18000/up/" }
`;
const checks = [
  `{ kind: http, id: page, url: "http://127.0.0.1:8000/" }`,
  `{ kind: http, id: deep, from: app-1, url: "http://127.0.0.1:8000/a/b?c=d&e=%20f", contains: "{tag}" }`,
  `{ kind: http, id: elsewhere, url: "http://127.0.0.1:9000/" }`,
  `{ kind: http, id: name, url: "http://localhost:8000/" }`,
  `{ kind: http, id: past, url: "http://127.0.0.1:8080/", bypass: true }`,
  `{ kind: http, id: told, url: "http://127.0.0.1:8000/told", required: false }`,
  `{ kind: http, id: failing, url: "http://127.0.0.1:8000/new-page" }`,
  `{ kind: command, id: queue, host: app-1, run: [bin/look] }`,
];
const all = ["page", "deep", "elsewhere", "name", "past", "told", "queue"];

function planWith(prepare: string) {
  const text = samplePlanText.replace(/ {4}- \{ kind: http.*\n/, checks.map((check) => `    - ${check}\n`).join(""));
  const bypass = text.replace("flag: /run/golive/flag", "flag: /run/golive/flag, bypass: { directory: /run/golive/b }");
  return loadPlan(bypass + prepare, "sample.yml");
}

function stateWith(facts: object) {
  const entry = { kind: "step", step: "prepare.checks", status: "done", at: "2026-11-24T23:00:00.000Z", facts };
  return stateOf([{ ...entry, release: "r", run: { id: 1, attempt: 1 } } as Entry], "r");
}

test("pages of the service that the release before passes are asked where a release is tried", () => {
  const asked = nightChecks(planWith(trial), stateWith({ passed: all }));
  assert.deepEqual(
    asked.map(({ id, url, from }) => [id, url, from]),
    [
      ["page", "http://127.0.0.1:18000/", "app-1"],
      ["deep", "http://127.0.0.1:18000/a/b?c=d&e=%20f", "app-1"],
    ],
  );
});

test("what it does not pass where it serves is not asked, and nothing without an instance", () => {
  assert.deepEqual(nightChecks(planWith(trial), stateWith({ passed: ["elsewhere"] })), []);
  assert.deepEqual(nightChecks(planWith(trial), stateWith({})), []);
  assert.deepEqual(nightChecks(planWith(trial), stateOf([], "r")), []);
  assert.deepEqual(nightChecks(planWith(trial.replace(/ {4}start:.*\n/, "")), stateWith({ passed: all })), []);
  assert.deepEqual(nightChecks(planWith(""), stateWith({ passed: all })), []);
});

test("the release before is called as it calls itself, else by its tag", () => {
  const plan = planWith(trial);
  const previous = { tag: "v1", commit: "c" };
  const called = (facts: object) => calledBefore({ plan, state: () => stateWith(facts) }, previous);
  assert.deepEqual(called({ versions: { "app-1": "1.0" } }), { tag: "1.0", commit: "c" });
  assert.deepEqual(called({}), previous);
});

test("by day a check with {tag} asks for what serves: by the version page, else by what lies there", async () => {
  const plan = planWith("");
  const commit = "c".repeat(40);
  const hostWith = (tag: string) => {
    const { host } = recordedHost("app-1", ({ args }) => ({
      stdout: args.includes("rev-parse") ? `${commit}\n` : `${tag}\n`,
    }));
    return hostsOf(host);
  };
  assert.deepEqual(await calledNow(plan, hostWith("v1.0"), {}), { tag: "v1.0", commit });
  assert.deepEqual(await calledNow(plan, hostWith(""), {}), { tag: commit.slice(0, 12), commit });
  assert.deepEqual(await calledNow(plan, hostWith("v1.0"), { "app-1": "1.0.3" }), { tag: "1.0.3", commit });
  const gone = hostsOf(hostFrom("app-1", () => Promise.reject(new Error("gone"))));
  assert.deepEqual(await calledNow(plan, gone, {}), { tag: "", commit: "" });
});
