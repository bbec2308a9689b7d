import assert from "node:assert/strict";
import { test } from "node:test";
import { parse, stringify } from "yaml";
import { planJsonSchema, type SchemaNode } from "../../src/plan/json-schema.ts";
import { type ClassTable, classAt, keyClasses } from "../../src/plan/compose/key-classes.ts";
import { composePlan, policyHashOf, policyKeysChanged } from "../../src/plan/compose/compose-plan.ts";
import { loadPlan } from "../../src/plan/load.ts";
import { samplePlanText } from "./sample-plan.ts";

type Data = Record<string, any>;
const file = ".github/golive.yml";
const changed = (change: (plan: Data) => void): string => {
  const plan = parse(samplePlanText) as Data;
  change(plan);
  return stringify(plan);
};
const composed = (policy: string, release: string) =>
  composePlan({ text: policy, file, ref: "main" }, { text: release, file, ref: "v2" });

function keysOf(node: SchemaNode): string[] {
  const inside = [...(node.anyOf ?? []), ...(node.oneOf ?? [])].flatMap(keysOf);
  return [...new Set([...Object.keys(node.properties ?? {}), ...inside])];
}

function at(node: SchemaNode, key: string): SchemaNode[] {
  const own = node.properties?.[key];
  return [...(own ? [own] : []), ...[...(node.anyOf ?? []), ...(node.oneOf ?? [])].flatMap((one) => at(one, key))];
}

test("every key of the plan is somebody's: the table and the schema hold the same", () => {
  const compare = (table: ClassTable, nodes: readonly SchemaNode[], path: string): void => {
    const known = [...new Set(nodes.flatMap(keysOf))].toSorted();
    assert.deepEqual(Object.keys(table).toSorted(), known, path);
    for (const [key, kind] of Object.entries(table))
      if (typeof kind === "object")
        compare(
          kind,
          nodes.flatMap((node) => at(node, key)),
          `${path}.${key}`,
        );
  };
  compare(keyClasses, [planJsonSchema()], "plan");
});

test("a place has the class of the key above it", () => {
  assert.equal(classAt(["approval", "environment"]), "policy");
  assert.equal(classAt(["deploy", "run-as"]), "policy");
  assert.equal(classAt(["deploy", "steps", 0, "run"]), "release");
  assert.equal(classAt(["verify", "checks", 3]), "release");
  assert.equal(classAt(["nonsense"]), null);
});

const weaker: readonly [name: string, change: (plan: Data) => void, key: string][] = [
  [
    "its own gate",
    (plan) => (plan.approval = { environment: "nobody", unprotected: { by: "@anna", because: "x" } }),
    "approval",
  ],
  ["its own hosts", (plan) => (plan.hosts["app-1"].address = "stranger.example"), "hosts"],
  ["its own record", (plan) => (plan.control.directory = "/tmp/mine"), "control"],
  ["its own window", (plan) => (plan.window.start = "12:00"), "window"],
  ["its own database", (plan) => (plan.database.name = "other"), "database"],
  ["its own user", (plan) => (plan.deploy["run-as"] = "root"), "deploy.run-as"],
  ["its own settings", (plan) => (plan.deploy["env-file"] = "/etc/shadow"), "deploy.env-file"],
  ["more rights", (plan) => (plan.services.sudo = true), "services.sudo"],
  ["other people to ask", (plan) => ((plan.verify ??= {}).ask = { who: ["@stranger"] }), "verify.ask"],
  ["no watch", (plan) => (plan.watch = { requests: 1 }), "watch"],
  ["its own notices", (plan) => (plan.locale = "ru"), "locale"],
];

for (const [name, change, key] of weaker)
  test(`the release brings ${name}: the default branch's holds, and that is said`, () => {
    const found = composed(samplePlanText, changed(change));
    assert.ok(found.ok, JSON.stringify(found));
    assert.deepEqual(found.overruled, [key]);
    const before = composed(samplePlanText, samplePlanText);
    assert.ok(before.ok);
    assert.deepEqual(found.plan, before.plan);
  });

test("steps, checks and the preset's keys are the release's", () => {
  const release = changed((plan) => {
    plan.deploy.steps = [{ id: "x", title: "X", run: ["true"], "on-rollback": "skip" }];
    plan.deploy.requirements = "requirements/production.txt";
    plan.verify = { checks: [{ kind: "http", id: "h", title: "H", url: "https://clinic.example/" }] };
  });
  const found = composed(samplePlanText, release);
  assert.ok(found.ok, JSON.stringify(found));
  assert.deepEqual(found.overruled, []);
  assert.equal(found.text, release, "its own text, with its comments");
  assert.equal(found.plan.deploy.steps[0]?.id, "x");
  assert.equal(found.plan.verify.checks[0]?.id, "h");
});

test("who may tick a scenario is policy, what it asks for is the release's", () => {
  const scenario = (owners: string[], title = "Book") => ({ id: "g1", title, owners, steps: ["Do it."] });
  const policy = changed((plan) => (plan.verify.scenarios = [scenario(["@anna"])]));
  const release = changed((plan) => {
    plan.verify.scenarios = [scenario(["@stranger"], "Book anew"), { ...scenario(["@vera"]), id: "g2" }];
  });
  const found = composed(policy, release);
  assert.ok(found.ok, JSON.stringify(found));
  const said = found.plan.verify.scenarios.map(({ id, title, owners }) => [id, title, owners]);
  assert.deepEqual(said, [
    ["g1", "Book anew", ["@anna"]],
    ["g2", "Book", ["@vera"]],
  ]);
  assert.deepEqual(found.overruled, ["verify.scenarios g1 owners"]);
});

test("a problem stands in the plan that its key is taken from", () => {
  const policy = changed((plan) => (plan.window.start = "25:00"));
  const release = changed((plan) => (plan.deploy.requirements = "/absolute"));
  const found = composed(policy, release);
  assert.ok(!found.ok);
  const places = found.problems.map(({ position }) => position?.ref).toSorted();
  assert.deepEqual(places, ["main", "v2"]);
});

test("a wrong address on the release needs no new tag, and a broken release key on the default branch hurts nobody", () => {
  const release = changed((plan) => (plan.site.url = "not a url"));
  assert.ok(composed(samplePlanText, release).ok);
  const policy = changed((plan) => (plan.deploy.requirements = "/absolute"));
  assert.ok(composed(policy, samplePlanText).ok);
});

test("the policy's hash is of what it says, not of how it is written", () => {
  const hash = (text: string) => policyHashOf({ text, file });
  const plan = parse(samplePlanText) as Data;
  const turned = stringify(Object.fromEntries(Object.entries(plan).toReversed()));
  assert.equal(hash(turned), hash(samplePlanText));
  assert.equal(hash(`# a comment\n${samplePlanText}`), hash(samplePlanText));
  const steps = changed((one) => (one.deploy.requirements = "other.txt"));
  assert.equal(hash(steps), hash(samplePlanText), "what is the release's is no policy");
  for (const [name, change, key] of weaker) {
    assert.notEqual(hash(changed(change)), hash(samplePlanText), name);
    assert.deepEqual(policyKeysChanged({ text: samplePlanText, file }, { text: changed(change), file }), [key]);
  }
  assert.equal(hash("a: ["), null);
});

test("what was composed is kept as text that says the same", () => {
  const odd = [
    "02:00",
    "yes",
    "0o7",
    "1e3",
    "~",
    "a: b # c",
    "- x",
    "&a *b",
    "%YAML",
    "ключ \u0085 x",
    "  y ",
    "'",
    '"\\',
  ];
  for (const [at, one] of odd.entries()) {
    const release = changed((plan) => {
      const text = `${one} ${"long ".repeat(at * 4)}`;
      plan.deploy.steps = [{ id: "own", title: "Own", run: ["echo", text, one], "on-rollback": "skip" }];
      plan.window = { start: "03:00", end: "04:00" };
    });
    const made = composed(samplePlanText, release);
    assert.ok(made.ok, JSON.stringify(made));
    assert.deepEqual(loadPlan(made.text, file), made.plan, one);
  }
});

test("a policy that is only put in another order makes the same text", () => {
  const turned = stringify(parse(samplePlanText), {
    sortMapEntries: (a, b) => (String(a.key) < String(b.key) ? 1 : -1),
  });
  const release = changed((plan) => (plan.window.start = "03:00"));
  const [one, other] = [composed(samplePlanText, release), composed(turned, release)];
  assert.ok(one.ok && other.ok);
  assert.equal(one.text, other.text);
});

test("no key of the release lends its values to the policy", () => {
  const lent: readonly [place: string[], values: Data][] = [
    [[], { approval: { environment: "nobody" } }],
    [["services"], { sudo: true }],
    [["deploy"], { "run-as": "root" }],
    [["verify"], { people: { within: "1s" } }],
  ];
  const proto = (text: string) => text.replace("LENT", "__proto__");
  for (const [place, values] of lent) {
    const release = changed((plan) => {
      const at = place.reduce<Data>((found, key) => (found[key] ??= {}), plan);
      at.LENT = values;
    });
    assert.equal(composed(samplePlanText, proto(release)).ok, false, place.join("."));
  }
});
