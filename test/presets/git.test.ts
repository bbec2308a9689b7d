import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { CommandError, UserError } from "../../src/core/errors.ts";
import { fetchTag, freeRepository, git } from "../../src/presets/git.ts";
import { checkoutCommit, inPlace } from "../../src/presets/strategies/in-place/in-place.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { liveCheckout } from "./live-checkout.ts";

test("git asks nobody, in the live directory, as the plan's user", () => {
  assert.deepEqual(git(samplePlan(), ["status"], 9), {
    file: "git",
    args: ["-C", "/srv/clinic", "status"],
    timeoutSeconds: 9,
    whole: true,
    env: { GIT_TERMINAL_PROMPT: "0", LC_ALL: "C.UTF-8" },
  });
  assert.equal(git(samplePlan({ deploy: { runAs: "clinic" } }), []).user, "clinic");
});

test("what is checked out: its tag, or its short commit", async (t) => {
  const { context, first, live, git: g } = await liveCheckout(t);
  assert.deepEqual(await inPlace.current(context.host, context.plan), { commit: first, tag: "v1.0.0" });
  await g(live, "tag", "-d", "v1.0.0");
  assert.deepEqual(await inPlace.current(context.host, context.plan), { commit: first, tag: first.slice(0, 12) });
});

test("the tag alone is fetched, annotated or not, and again without harm", async (t) => {
  const { context, second, live, origin, git: g } = await liveCheckout(t);
  await g(origin, "tag", "other");
  assert.deepEqual(await fetchTag(context), { note: second.slice(0, 12) });
  await fetchTag(context);
  assert.deepEqual((await g(live, "tag")).split("\n"), ["v1.0.0", "v1.1.0"]);
  await g(origin, "tag", "light");
  await fetchTag({ ...context, release: { ...context.release, tag: "light" } });
  assert.equal(await readFile(join(live, "app.py"), "utf8"), "first\n", "nothing is switched yet");
});

test("locks that a git without a process left are taken away, on the way there and back", async (t) => {
  const { context, first, second, live } = await liveCheckout(t);
  await fetchTag(context);
  const locks = ["index.lock", "HEAD.lock", "refs/tags/v1.1.0.lock"].map((name) => join(live, ".git", name));
  for (const lock of locks) await writeFile(lock, "");
  await checkoutCommit(context.host, context.plan, second);
  assert.equal(await readFile(join(live, "app.py"), "utf8"), "second\n");
  for (const lock of locks) await writeFile(lock, "");
  await fetchTag(context);
  await writeFile(join(live, ".git", "index.lock"), "");
  await checkoutCommit(context.host, context.plan, first, "kept.diff");
  assert.equal(await readFile(join(live, "app.py"), "utf8"), "first\n");
});

test("a lock is left alone while a git works in that repository", async (t) => {
  const { context, live, root } = await liveCheckout(t);
  const own = join(root, "git");
  await copyFile("/bin/sleep", own);
  const other = spawn(own, ["2"], { stdio: "ignore", cwd: live });
  t.after(() => other.kill());
  await once(other, "spawn");
  await writeFile(join(live, ".git", "index.lock"), "");
  const over = once(other, "exit").then(() => "over");
  const freed = freeRepository(context.host, context.plan).then(() => "freed");
  assert.equal(await Promise.race([over, freed]), "over", "it was waited for");
  await freed;
  assert.deepEqual(await readdir(join(live, ".git")).then((names) => names.includes("index.lock")), false);
});

test("a tag that moved since it was approved is refused", async (t) => {
  const { context, second, commit } = await liveCheckout(t);
  const moved = await commit("third\n", "v1.1.0");
  await assert.rejects(
    fetchTag(context),
    (error) =>
      error instanceof UserError &&
      error.problems[0]?.what ===
        `the tag v1.1.0 is ${moved.slice(0, 12)} at the host's remote, but ${second.slice(0, 12)} was approved`,
  );
});

test("a tag that moved after it was fetched once is seen as well", async (t) => {
  const { context, commit } = await liveCheckout(t);
  await fetchTag(context);
  await commit("third\n", "v1.1.0");
  await assert.rejects(fetchTag(context), UserError);
});

test("a tag that is not there, or a remote that is gone, fails", async (t) => {
  const { context, origin } = await liveCheckout(t);
  await assert.rejects(fetchTag({ ...context, release: { ...context.release, tag: "v9" } }), CommandError);
  await rm(origin, { recursive: true });
  await assert.rejects(fetchTag(context), CommandError);
});

test("the files are switched to the very commit", async (t) => {
  const { context, live, second, git: g } = await liveCheckout(t);
  await fetchTag(context);
  await checkoutCommit(context.host, context.plan, second);
  await checkoutCommit(context.host, context.plan, second);
  assert.equal(await readFile(join(live, "app.py"), "utf8"), "second\n");
  assert.equal(await g(live, "rev-parse", "HEAD"), second);
});

test("a tracked file that was changed by hand is not overwritten", async (t) => {
  const { context, live, first, second, git: g } = await liveCheckout(t);
  await fetchTag(context);
  await writeFile(join(live, "app.py"), "by hand\n");
  await assert.rejects(
    checkoutCommit(context.host, context.plan, second),
    (error) => error instanceof CommandError && error.finished.code !== 0,
  );
  assert.equal(await readFile(join(live, "app.py"), "utf8"), "by hand\n");
  assert.equal(await g(live, "rev-parse", "HEAD"), first);
});

test("on the way back what the launch changed is kept as a patch, and overwritten", async (t) => {
  const { context, live, first, second } = await liveCheckout(t);
  await fetchTag(context);
  await checkoutCommit(context.host, context.plan, second);
  await writeFile(join(live, "app.py"), "by a step\n");
  await checkoutCommit(context.host, context.plan, first, "golive-v1.diff");
  assert.equal(await readFile(join(live, "app.py"), "utf8"), "first\n");
  assert.match(await readFile(join(live, ".git/golive-v1.diff"), "utf8"), /^\+by a step$/m);
});

test("a checkout that can be deployed into has no problems, whatever lies beside", async (t) => {
  const { context, live } = await liveCheckout(t);
  await writeFile(join(live, "upload.bin"), "x");
  assert.deepEqual(await inPlace.problems(context.host, context.plan), []);
});

test("a directory that is not there, and one that is no repository", async (t) => {
  const { context, root, plan } = await liveCheckout(t);
  const what = "the live directory is not a git checkout that can be used";
  await mkdir(join(root, "plain"));
  for (const name of ["none", "plain"]) {
    const directory = join(root, name);
    const [problem, ...more] = await inPlace.problems(context.host, plan({ directory }));
    assert.deepEqual([problem?.what, problem?.where, more], [what, `app-1:${directory}`, []]);
    assert.match(problem?.mend ?? "", /^clone the service's repository there/);
  }
});

test("changed files are counted and the first three named", async (t) => {
  const { context, live, git: g } = await liveCheckout(t);
  await writeFile(join(live, "app.py"), "by hand\n");
  assert.deepEqual(
    (await inPlace.problems(context.host, context.plan)).map(({ what }) => what),
    ["1 tracked file was changed by hand (app.py)"],
  );
  for (const name of ["b", "c", "d"]) await writeFile(join(live, name), "x");
  await g(live, "add", ".");
  const [problem] = await inPlace.problems(context.host, context.plan);
  assert.match(problem?.what ?? "", /^4 tracked files were changed by hand \((\w[\w.]*, ){2}\w[\w.]*\)$/);
  assert.match(problem?.mend ?? "", /commit or undo/);
});

test("a remote that is not there", async (t) => {
  const { context, plan } = await liveCheckout(t);
  assert.deepEqual(await inPlace.problems(context.host, plan({ remote: "upstream" })), [
    {
      code: "git-remote-missing",
      what: 'there is no git remote "upstream"',
      where: `app-1:${context.plan.deploy.directory}`,
      mend: "correct deploy.remote, or add the remote",
    },
  ]);
});
