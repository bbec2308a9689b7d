import assert from "node:assert/strict";
import { test } from "node:test";
import { type Bound, digestOf } from "../../../src/stages/gate/bound.ts";
import type { Passed } from "../../../src/stages/gate/gate.ts";
import { asOnRecord } from "../../../src/stages/gate/on-record.ts";
import type { Connections } from "../../../src/stages/launch/connect/connect.ts";
import type { RunContext } from "../../../src/stages/launch/context.ts";
import { release as sample } from "../../checklist/sample-page.ts";

const bound: Bound = {
  tag: sample.tag,
  commit: sample.commit,
  plan: { path: "p.yml", sha256: "1" },
  policy: "2",
  workflow: { path: ".github/workflows/prepare.yml", blob: "rehearsal" },
  version: "1",
  override: "",
  date: "",
  environments: { window: "production", day: "production-day", rollback: "production-rollback" },
};
const opened = { path: ".github/workflows/go-live.yml", blob: "launch" };
const approved = digestOf({ ...bound, workflow: opened });

/** A launch that waits for a comment, and another workflow that is started for its tag. */
async function started(override: string) {
  const stamp = { at: "2026-11-24T12:00:00Z", release: sample.id, run: { id: 1, attempt: 1 } };
  const plan = { path: "p.yml", sha256: "1", repository: "", policy: "c", override: "", workflow: opened.path };
  const entries = [
    { ...stamp, kind: "opened", opened: { ...sample, digest: approved }, plan },
    { ...stamp, kind: "waiting" },
  ];
  const getContent = async () => ({ data: { type: "file", sha: opened.blob } });
  const context = { github: { octokit: { rest: { repos: { getContent } } }, owner: "o", repo: "r" } };
  const here = { ...bound, override };
  const { tag, commit } = bound;
  const passed = { bound: here, digest: digestOf(here), tag, commit, main: { name: "main", commit: "c" } };
  const first = { journal: { read: async () => entries }, close: async () => {} };
  const wanted = { override, date: "", approval: "", digest: "" };
  const { to } = await asOnRecord(
    context as unknown as RunContext,
    passed as unknown as Passed,
    wanted,
    first as unknown as Connections,
  );
  return to;
}

test("a launch that waits is only rehearsed once more by another workflow", async () => {
  assert.equal((await started("")).digest, approved);
});

test("an override that the other workflow is given is not slipped under what was approved", async () => {
  const to = await started("now is better");
  assert.notEqual(to.digest, approved);
  assert.equal(to.override, "now is better");
});
