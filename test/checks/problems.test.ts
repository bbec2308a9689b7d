import assert from "node:assert/strict";
import { test } from "node:test";
import { probeKinds } from "../../src/access/registry.ts";
import type { CheckPhase } from "../../src/checks/define-check.ts";
import { checkKinds, checkSchema, kindOf } from "../../src/checks/registry.ts";
import { parsed } from "../../src/plan/camel-keys.ts";
import { abilitiesOf } from "../../src/plan/rules/checks/abilities.ts";
import type { Plan } from "../../src/plan/schema/schema.ts";
import { type PlanChange, samplePlan } from "../plan/sample-plan.ts";

const site = "http://127.0.0.1:8080/";
const here = "http://127.0.0.1:8000/";
const auth = { secret: "KEY" };
const grafana = { kind: "grafana", url: "https://g.example.org" };
const bot = { kind: "telegram-bot", secret: "BOT", webhook: "clinic.example.org" };
const loki = { kind: "loki", url: "http://l/", query: "{}", version: { label: "v" }, canary: { url: site } };
const elsewhere: PlanChange = { hosts: { "app-2": { connect: "local" } } };
const envFile: PlanChange = { deploy: { envFile: "/etc/clinic.env" } };

/** What a kind cannot do, by code, with the place in the check. */
const rows: readonly (readonly [check: object, change: PlanChange, phase: CheckPhase, problems: readonly string[]])[] =
  [
    [{ kind: "http", url: here }, {}, "verify", []],
    [{ kind: "http", url: site }, {}, "verify", ["check-sees-maintenance-page url"]],
    [{ kind: "http", url: site }, {}, "prepare", []],
    [{ kind: "http", url: site, from: "app-1" }, {}, "verify", []],
    [{ kind: "http", url: site, bypass: true }, {}, "verify", ["bypass-missing bypass"]],
    [{ kind: "http", url: site, bypass: true, from: "app-1" }, {}, "verify", ["bypass-from-a-host from"]],
    [{ kind: "http", url: here, bypass: true }, {}, "verify", ["bypass-of-another-site url"]],
    [{ kind: "http", url: here, bypass: true }, {}, "trial", ["bypass-of-a-trial "]],
    [{ kind: "smoke", host: "app-1", path: "smoke" }, {}, "verify", []],
    [{ kind: "smoke", host: "app-1", path: "smoke" }, {}, "prepare", ["smoke-before-the-window "]],
    [{ kind: "smoke", host: "app-2", path: "smoke" }, elsewhere, "verify", ["smoke-host-without-checkout host"]],
    [{ kind: "smoke", host: "app-1", path: "s", "bypass-env": "T" }, {}, "verify", ["bypass-missing bypass-env"]],
    [{ kind: "smoke", host: "app-1", path: "s", "bypass-env": "T" }, {}, "trial", ["bypass-of-a-trial "]],
    [{ kind: "tls" }, {}, "verify", ["site-without-a-name "]],
    [{ kind: "dns" }, { site: { url: "http://localhost/" } }, "prepare", ["site-without-a-name "]],
    [{ kind: "dns", name: "clinic.example.org" }, {}, "verify", []],
    [{ kind: "systemd" }, {}, "verify", []],
    [{ kind: "systemd" }, { services: { manager: "supervisor" } }, "verify", ["systemd-runs-no-services "]],
    [{ kind: "systemd", units: ["web"] }, { services: { manager: "supervisor" } }, "verify", []],
    [{ kind: "migrations", models: true }, {}, "verify", []],
    [{ kind: "migrations", host: "app-2" }, elsewhere, "verify", ["migrations-host-without-release host"]],
    [bot, {}, "verify", ["secret-without-settings-file "]],
    [bot, envFile, "verify", []],
    [{ ...grafana, auth }, envFile, "verify", ["auth-without-host auth"]],
    [{ ...grafana, auth, from: "app-1" }, {}, "verify", ["auth-without-settings-file auth"]],
    [{ ...grafana, auth, from: "app-1" }, envFile, "verify", []],
    [loki, {}, "verify", ["canary-gets-maintenance-page canary.url"]],
    [loki, {}, "prepare", []],
  ];

for (const [given, change, phase, problems] of rows)
  test(`${JSON.stringify(given)} in ${phase}: ${problems.join(", ") || "nothing"}`, () => {
    const check = parsed(checkSchema, { id: "a", ...given });
    const found = kindOf(check).problems?.(check, samplePlan(change), phase, abilitiesOf(samplePlan(change))) ?? [];
    assert.deepEqual(
      found.map(({ code, path }) => `${code} ${path.join(".")}`),
      problems,
    );
    for (const { what, mend } of found) assert.ok(what !== "" && mend !== "");
  });

test("what only another preset or a paused webhook makes impossible", () => {
  const plan = samplePlan(envFile);
  const problems = (given: object, other: object) => {
    const check = parsed(checkSchema, { id: "a", ...given });
    const others = { ...plan, ...other } as Plan;
    return kindOf(check)
      .problems?.(check, others, "verify", abilitiesOf(others))
      .map(({ code }) => code);
  };
  const node = { deploy: { ...plan.deploy, preset: "node", migrate: undefined } };
  assert.deepEqual(problems({ kind: "smoke", host: "app-1", path: "smoke" }, node), ["smoke-without-pytest"]);
  assert.deepEqual(problems({ kind: "migrations", models: true }, node), [
    "migrations-not-listed",
    "migrations-models-unknown",
  ]);
  const pause = [{ kind: "telegram-webhook", secret: "BOT" }];
  assert.deepEqual(problems(bot, { services: { ...plan.services, pause } }), ["telegram-webhook-rests"]);
});

test("no two kinds have one name", () => {
  for (const kinds of [checkKinds, probeKinds].map((all) => all.map(({ schema }) => schema.shape.kind.value as string)))
    assert.deepEqual(kinds.toSorted(), [...new Set(kinds)].toSorted());
});
