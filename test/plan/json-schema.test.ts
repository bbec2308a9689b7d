import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Ajv, type ValidateFunction } from "ajv";
import { parse } from "yaml";
import { knownKeys, planJsonSchema } from "../../src/plan/json-schema.ts";
import { samplePlanText } from "./sample-plan.ts";

function compiled(): ValidateFunction {
  return new Ajv({ allErrors: true, strict: false }).compile(planJsonSchema() as object);
}

const sample = (): Record<string, any> => parse(samplePlanText) as Record<string, any>;

test("an editor's schema: draft 7, with a title and a word on every key", () => {
  const schema = planJsonSchema() as {
    $schema?: string;
    title?: string;
    properties: Record<string, { description?: string }>;
  };
  assert.equal(schema.$schema, "http://json-schema.org/draft-07/schema#");
  assert.equal(schema.title, "golive plan");
  for (const key of ["window", "database", "services", "deploy", "load-balancer", "control"])
    assert.ok(schema.properties[key]?.description, key);
});

test("the editor's schema accepts the sample and the example", async () => {
  const valid = compiled();
  const example: unknown = parse(await readFile(new URL("../../examples/golive.yml", import.meta.url), "utf8"));
  for (const plan of [sample(), example]) assert.ok(valid(plan), JSON.stringify(valid.errors));
});

const refused: readonly [string, (plan: Record<string, any>) => void][] = [
  ["an unknown key at the top", (plan) => (plan.servce = "x")],
  ["an unknown key, nested", (plan) => (plan.database.hots = "x")],
  ["an unknown key in a check", (plan) => (plan.verify.checks[0].containz = "x")],
  ["an unknown key in a host", (plan) => (plan.hosts["app-1"].adress = "x")],
  ["a missing key", (plan) => delete plan.service],
  ["a wrong type", (plan) => (plan.service = 3)],
  ["an unknown kind", (plan) => (plan.verify.checks[0].kind = "htp")],
  ["a bad name", (plan) => (plan.service = "Clinic One")],
  ["a time that is none", (plan) => (plan.window.start = "25:00")],
  ["a relative path", (plan) => (plan.deploy.directory = "srv")],
  ["no checks", (plan) => (plan.verify.checks = [])],
];

for (const [name, change] of refused) {
  test(`the editor's schema refuses ${name}`, () => {
    const plan = sample();
    change(plan);
    assert.equal(compiled()(plan), false);
  });
}

test("known keys of a place, by the shape its value chose", () => {
  const root = {
    hosts: { "app-1": { connect: "ssh" }, "app-2": { connect: "local" } },
    verify: { checks: [{ kind: "command" }, {}] },
  };
  const cases: readonly [readonly PropertyKey[], readonly string[]][] = [
    [["window"], ["start", "end", "schedule", "days", "not-on", "tolerance", "wait-at-most", "on-overrun", "ask"]],
    [
      ["window", "schedule"],
      ["backup", "deploy", "dns-tls", "verify"],
    ],
    [
      ["hosts", "app-1"],
      ["connect", "address", "port", "user", "host-key", "identity-file", "via"],
    ],
    [["hosts", "app-2"], ["connect"]],
    [
      ["verify", "checks", 0],
      ["kind", "id", "title", "required", "limit", "host", "run", "timeout"],
    ],
    [["nowhere"], []],
  ];
  for (const [path, keys] of cases) assert.deepEqual(knownKeys(path, root), keys, path.join("."));
  assert.ok(knownKeys(["verify", "checks", 1], root).includes("least-tests"), "every shape's keys when none is chosen");
});
