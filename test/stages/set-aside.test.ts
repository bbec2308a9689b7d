import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { localHost } from "../../src/hosts/local.ts";
import { setAside } from "../../src/stages/rollback/baseline.ts";
import { release } from "../checklist/sample-page.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { launchFor } from "./launch-for.ts";

/** A launch whose rows cannot be counted: psql writes some of them, and then its server is gone. */
function launchIn(t: TestContext, recipient: string | undefined) {
  const directory = mkdtempSync(join(tmpdir(), "golive-aside-"));
  t.after(() => rmSync(directory, { recursive: true, force: true }));
  const programs = join(directory, "bin");
  const backup = join(directory, release.id);
  for (const folder of [programs, backup]) mkdirSync(folder);
  writeFileSync(join(programs, "psql"), "#!/bin/sh\necho gone >&2; exit 2\n", { mode: 0o755 });
  // As a run that failed half-way leaves them.
  for (const name of ["written.jsonl.part", "written.jsonl.age.part"]) writeFileSync(join(backup, name), "Anna\n");
  writeFileSync(join(backup, "written.jsonl.age"), "sealed before\n");
  const plan = samplePlan({
    database: { programs, backup: { directory, jobs: 1, ...(recipient === undefined ? {} : { recipient }) } } as never,
  });
  const host = localHost("app-1");
  const { launch } = launchFor({
    plan,
    hosts: [host],
    events: [{ kind: "step", step: "backup.copy", status: "done", facts: { copy: { name: "copy", oid: "1" } } }],
  });
  return { backup, launch };
}

for (const recipient of [undefined, "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq"])
  test(`rows that could not all be written stay nowhere in the open${recipient === undefined ? "" : ", sealed or not"}`, async (t) => {
    const { backup, launch } = launchIn(t, recipient);
    await assert.rejects(setAside(launch, "clinic"), { name: "CommandError" });
    assert.deepEqual(readdirSync(backup), ["written.jsonl.age"], "only what was whole before");
  });
