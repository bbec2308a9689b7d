import assert from "node:assert/strict";
import { test } from "node:test";
import { approvedText, parseApproved } from "../../../src/core/approved.ts";
import type { UserError } from "../../../src/core/errors.ts";
import { type Bound, digestOf } from "../../../src/stages/gate/bound.ts";

const bound: Bound = {
  tag: "v1.1.0",
  commit: "1".repeat(40),
  plan: { path: ".github/golive.yml", sha256: "2".repeat(64) },
  policy: "3".repeat(64),
  workflow: { path: ".github/workflows/go-live.yml", blob: "4".repeat(40) },
  version: "1.0.0",
  override: "",
  date: "",
  environments: { window: "production", day: "production-day", rollback: "production-rollback" },
};

const changes: Readonly<Record<string, Partial<Bound>>> = {
  tag: { tag: "v1.1.1" },
  commit: { commit: "5".repeat(40) },
  "the plan's path": { plan: { ...bound.plan, path: "ops/golive.yml" } },
  "the plan's text": { plan: { ...bound.plan, sha256: "6".repeat(64) } },
  policy: { policy: "7".repeat(64) },
  "the workflow's path": { workflow: { path: ".github/workflows/other.yml", blob: "4".repeat(40) } },
  "the workflow's file": { workflow: { path: ".github/workflows/go-live.yml", blob: "8".repeat(40) } },
  "no workflow": { workflow: null },
  version: { version: "1.0.1" },
  override: { override: "now is better" },
  date: { date: "2026-12-01" },
  "another date": { date: "2026-12-04" },
  window: { environments: { ...bound.environments, window: "nobody" } },
  day: { environments: { ...bound.environments, day: "nobody" } },
  rollback: { environments: { ...bound.environments, rollback: "nobody" } },
  // What moves from one field to the next is another thing.
  "a border": { tag: "v1.1.0\u0000", override: "" },
};

test("whatever of what is approved changes, the digest does", () => {
  assert.match(digestOf(bound), /^[0-9a-f]{64}$/);
  assert.equal(digestOf(structuredClone(bound)), digestOf(bound));
  const all = Object.values(changes).map((change) => digestOf({ ...bound, ...change }));
  assert.equal(new Set([digestOf(bound), ...all]).size, all.length + 1);
});

test("what goes from job to job comes back as it was, and nothing else is taken", () => {
  const approved = { tag: "release/2.0", commit: "1".repeat(40), policy: "2".repeat(40), digest: "3".repeat(64) };
  assert.deepEqual(parseApproved(approvedText(approved)), approved);
  for (const wrong of [
    "",
    "   ",
    "v1",
    "v1 a b c",
    `${approvedText(approved)} more`,
    approvedText(approved).slice(0, -1),
  ])
    assert.throws(
      () => parseApproved(wrong),
      (error: UserError) => error.problems[0]?.code === "launch-input" && /output `launch`/.test(error.message),
    );
});
