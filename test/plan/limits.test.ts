import assert from "node:assert/strict";
import { test } from "node:test";
import { parsePlan } from "../../src/plan/load.ts";
import { samplePlanText } from "./sample-plan.ts";

const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join("");

/** Files that once took minutes, or could: what is wrong is told at once. */
const inputs: Readonly<Record<string, string>> = {
  "300 unknown keys": samplePlanText + many(300, (i) => `unknown-key-${i}: 1\n`),
  "8,000 unknown keys": samplePlanText + many(8000, (i) => `unknown-key-${i}: 1\n`),
  "25,000 unknown keys": samplePlanText + many(25_000, (i) => `k${i}: 1\n`),
  "unknown keys in 800 checks":
    samplePlanText + many(800, (i) => `    - { kind: http, id: c${i}, url: x, wrong: 1 }\n`),
  "2,000 hosts of no kind": samplePlanText.replace(
    "hosts:\n",
    `hosts:\n${many(2000, (i) => `  h-${i}: { connect: locl }\n`)}`,
  ),
  "2,000 checks of no kind": samplePlanText + many(2000, (i) => `    - { kind: htpp, id: c${i} }\n`),
  "2,000 checks of one name": samplePlanText + many(2000, () => `    - { kind: http, id: same, url: "http://a/" }\n`),
  "a word of 100,000 letters": samplePlanText.replace("postgresql", "p".repeat(100_000)),
  "a key of 900 letters": samplePlanText.replace("service:", `${"s".repeat(900)}:`),
  "one key 4,000 times": many(4000, () => "same: 1\n"),
  "brackets that never close": many(6000, (i) => `key ${i}: [1, 2\n`),
  "aliases of aliases": `a: &a [1]\n${many(20, (i) => `b${i}: &b${i} [*a, *a]\n`)}${samplePlanText}`,
  "3,000 lists in one another": `${samplePlanText}x: ${"[".repeat(3000)}${"]".repeat(3000)}\n`,
};

for (const [name, text] of Object.entries(inputs))
  test(`told soon: ${name}`, () => {
    const began = performance.now();
    const result = parsePlan(text, "golive.yml");
    const seconds = (performance.now() - began) / 1000;
    assert.ok(!result.ok);
    assert.ok(result.problems.length <= 101, `${result.problems.length} problems`);
    for (const { what, mend, position } of result.problems) {
      assert.ok(what.length < 600 && (mend ?? "").length < 3000, `${what.length} and ${mend?.length} characters`);
      assert.equal(position?.file, "golive.yml");
    }
    assert.ok(seconds < 15, `${seconds} s`);
  });

test("of many problems the first are told, and how many more there are", () => {
  const result = parsePlan(inputs["300 unknown keys"] ?? "", "golive.yml");
  const last = result.ok ? undefined : result.problems.at(-1);
  assert.deepEqual([last?.code, last?.what], ["plan-more-problems", "and 200 more"]);
});

test("a file that is no plan at all is refused by its size", () => {
  for (const text of [`${samplePlanText}# ${"x".repeat(300_000)}`, "\0\x01".repeat(200_000), "ж".repeat(140_000)]) {
    const result = parsePlan(text, "golive.yml");
    assert.deepEqual(result.ok ? [] : result.problems.map(({ code }) => code), ["plan-too-big"]);
  }
});

test("a plan of 1,000 hosts is read", () => {
  const hosts = many(
    1000,
    (i) =>
      `  app-${i + 10}: { connect: ssh, address: app-${i}.example.org, user: deploy, host-key: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE5hbXBsZSBrZXk6IHJlcGxhY2UgaXQgYnkgeW91cnMA }\n`,
  );
  const result = parsePlan(samplePlanText.replace("hosts:\n", `hosts:\n${hosts}`), "golive.yml");
  assert.deepEqual(result.ok ? [] : result.problems, []);
});
