import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { run } from "../../packages/rehearsal/production/processes/run.ts";
import { CommandError, UserError } from "../../src/core/errors.ts";
import type { DeployContext } from "../../src/presets/kind.ts";
import { fetchAhead, takeTag } from "../../src/presets/git.ts";
import { checkoutCommit, inPlace } from "../../src/presets/strategies/in-place/in-place.ts";
import { liveCheckout } from "./live-checkout.ts";

/** The live checkout as clone of another kind. */
async function cloned(t: TestContext, words: readonly string[]) {
  const made = await liveCheckout(t);
  await made.git(made.origin, "config", "uploadpack.allowFilter", "true");
  await made.git(made.origin, "config", "uploadpack.allowAnySHA1InWant", "true");
  await rm(made.live, { recursive: true });
  await run("git", ["clone", "--quiet", ...words, "--branch", "v1.0.0", `file://${made.origin}`, made.live], {
    env: { GIT_CONFIG_GLOBAL: "/dev/null" },
  });
  return made;
}

async function goesLiveAlone(context: DeployContext, origin: string, live: string): Promise<void> {
  await rm(origin, { recursive: true });
  const { note } = await takeTag(context);
  assert.match(note ?? "", /there since the day before/);
  await checkoutCommit(context.host, context.plan, context.release.commit);
  assert.equal(await readFile(join(live, "app.py"), "utf8"), "second\n");
}

test("what was fetched by day goes live at night though the remote is gone, under its tag", async (t) => {
  const { context, origin, live, second, git } = await liveCheckout(t);
  const before = [await git(live, "tag"), await git(live, "branch", "-a"), await git(live, "status", "--porcelain")];
  await fetchAhead(context);
  await fetchAhead(context);
  assert.deepEqual(
    [await git(live, "tag"), await git(live, "branch", "-a"), await git(live, "status", "--porcelain")],
    before,
    "by day no tag, no branch and no file changes",
  );
  await goesLiveAlone(context, origin, live);
  assert.deepEqual(await inPlace.current(context.host, context.plan), { commit: second, tag: "v1.1.0" });
  assert.equal(await git(live, "cat-file", "-t", "v1.1.0"), "tag", "annotated as it was");
});

test("a run that comes back after the checkout finds it there again", async (t) => {
  const { context, origin, live } = await liveCheckout(t);
  await fetchAhead(context);
  await goesLiveAlone(context, origin, live);
  assert.match((await takeTag(context)).note ?? "", /there since the day before/);
});

for (const [name, words] of [
  ["a partial clone", ["--filter=blob:none"]],
  ["a partial clone without trees", ["--filter=tree:0"]],
  ["a shallow one", ["--depth=1"]],
  ["one of a single branch", ["--single-branch"]],
] as const)
  test(`${name} has every file by night`, async (t) => {
    const { context, origin, live } = await cloned(t, words);
    await fetchAhead(context);
    await goesLiveAlone(context, origin, live);
  });

test("what was fetched by day for another release, or lacks a file, does not count", async (t) => {
  const { context, live, first, git, commit, origin } = await liveCheckout(t);
  await fetchAhead({ ...context, release: { ...context.release, tag: "v1.0.0", commit: first } });
  assert.doesNotMatch((await takeTag(context)).note ?? "", /there since/);
  const third = await commit("third\n", "v1.2.0");
  const next = { ...context, release: { id: "v1.2.0-8", tag: "v1.2.0", commit: third } };
  await fetchAhead(next);
  const blob = await git(live, "rev-parse", `${third}:app.py`);
  await rm(join(live, ".git/objects", blob.slice(0, 2), blob.slice(2)));
  await rm(origin, { recursive: true });
  await assert.rejects(takeTag(next), CommandError);
});

test("a tag that is another commit at the remote is refused by day, and one that moves later changes nothing", async (t) => {
  const { context, second, live, git, commit } = await liveCheckout(t);
  await fetchAhead(context);
  await commit("moved\n", "v1.1.0");
  await takeTag(context);
  assert.equal(await git(live, "rev-parse", "v1.1.0^{commit}"), second);
  await assert.rejects(
    fetchAhead(context),
    (error) => error instanceof UserError && error.problems[0]?.code === "tag-moved",
  );
});
