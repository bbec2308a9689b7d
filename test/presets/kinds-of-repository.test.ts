import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { appendFile, chmod, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { run } from "../../packages/rehearsal/production/processes/run.ts";
import { UserError } from "../../src/core/errors.ts";
import { releaseDirectory } from "../../src/plan/layout.ts";
import { parsed } from "../../src/plan/camel-keys.ts";
import { type DeployContext, type Preset, presetOf } from "../../src/presets/preset.ts";
import { deploySchema } from "../../src/presets/schema.ts";
import { inPlace } from "../../src/presets/strategies/in-place/in-place.ts";
import { releases } from "../../src/presets/strategies/releases/releases.ts";
import { changedByBuild } from "../../src/presets/strategies/tree/tree.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { liveCheckout } from "./live-checkout.ts";

type Checkout = Awaited<ReturnType<typeof liveCheckout>>;
const as = ["-c", "user.name=t", "-c", "user.email=t@t.invalid"];

function deployed({ live, context }: Checkout, commit: string, deploy: Record<string, unknown> = {}) {
  const given = { preset: "commands", hosts: ["app-1"], directory: live, ...deploy };
  const plan = { ...samplePlan(), deploy: parsed(deploySchema, given) };
  const release = { id: "v1.2.0-7", tag: "v1.2.0", commit };
  const here: DeployContext = { ...context, plan, release, directory: releaseDirectory(plan, release) };
  return { plan, context: here, preset: presetOf(plan) };
}

async function forward({ context, preset }: { readonly context: DeployContext; readonly preset: Preset }) {
  for (const part of ["fetch", "checkout", "environment"] as const) await inPlace.parts[part]?.(context, preset);
}

const text = (...parts: string[]) => readFile(join(...parts), "utf8");

test("in place: what the build rewrites is nobody's work, and is as it was on the way back", async (t) => {
  const checkout = await liveCheckout(t);
  const { origin, live, commit, git, first } = checkout;
  await mkdir(join(origin, "bin"));
  const build = "#!/bin/sh\necho built of $(cat app.py) >> 'next env.d.ts'; rm -f gone; chmod +x app.py\n";
  await writeFile(join(origin, "bin/build"), build);
  await chmod(join(origin, "bin/build"), 0o755);
  await writeFile(join(origin, "next env.d.ts"), "types\n");
  await writeFile(join(origin, "gone"), "x\n");
  const keys = { build: ["bin/build"] };
  const one = deployed(checkout, await commit("third\n", "v1.2.0"), keys);
  await forward(one);
  assert.equal(await text(live, "next env.d.ts"), "types\nbuilt of third\n");
  assert.deepEqual(await inPlace.problems(one.context.host, one.plan), []);
  assert.deepEqual(await changedByBuild(one.context.host, one.plan, live), ["app.py", "gone", "next env.d.ts"]);
  await forward(one);
  assert.deepEqual(await inPlace.problems(one.context.host, one.plan), []);

  await writeFile(join(origin, "next env.d.ts"), "newer types\n");
  const next = await commit("fourth\n", "v1.3.0");
  const two = deployed(checkout, next, keys);
  const release = { id: "v1.3.0-8", tag: "v1.3.0", commit: next };
  const later = { ...two, context: { ...two.context, release } };
  await forward(later);
  assert.equal(await text(live, "next env.d.ts"), "newer types\nbuilt of fourth\n");
  const before = { commit: one.context.release.commit, tag: "v1.2.0" };
  for (let again = 0; again < 2; again += 1) {
    await inPlace.back(later.context, two.preset, before, false);
    assert.match(await text(live, "next env.d.ts"), /^types\n(built of third\n)+$/);
    assert.deepEqual(await inPlace.problems(one.context.host, one.plan), [], "of the release before");
  }
  await appendFile(join(live, "next env.d.ts"), "by hand\n");
  await writeFile(join(live, "bin/build"), "by hand\n");
  const [problem] = await inPlace.problems(one.context.host, one.plan);
  assert.equal(problem?.code, "checkout-changed-by-hand");
  assert.match(problem.what, /^2 tracked files were changed by hand \(bin\/build, next env\.d\.ts\)$/);
  assert.equal((await git(live, "rev-parse", "HEAD")).length, first.length);
});

test("releases: a build that rewrites a tracked file is whole, until somebody else changes one", async (t) => {
  const checkout = await liveCheckout(t);
  const { root, origin, commit, git, first } = checkout;
  const base = join(root, "srv");
  await mkdir(join(base, "shared/media"), { recursive: true });
  await run("git", ["clone", "--quiet", "--no-checkout", origin, join(base, "repo")]);
  await git(join(base, "repo"), "worktree", "add", "--quiet", "--detach", join(base, "releases/one"), first);
  await symlink("releases/one", join(base, "current"));
  const third = await commit("third\n", "v1.2.0");
  const keys = { directory: base, strategy: "releases", shared: ["media"], build: ["cp", "app.py", ".gitignore"] };
  const { context, preset } = deployed(checkout, third, keys);
  await releases.build(context, preset);
  assert.ok(await releases.still("build", context, preset));
  assert.match((await releases.build(context, preset)).note, /is there and whole/);
  assert.deepEqual(await changedByBuild(context.host, context.plan, context.directory), [".gitignore"]);
  await appendFile(join(context.directory, ".gitignore"), "x\n");
  assert.ok(!(await releases.still("build", context, preset)));
});

/** Serves what lies below a folder, as git's own protocol does. */
async function daemon(t: TestContext, folder: string): Promise<string> {
  const port = await new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port: free } = server.address() as { port: number };
      server.close(() => resolve(free));
    });
  });
  const words = ["daemon", "--export-all", `--base-path=${folder}`, "--listen=127.0.0.1", `--port=${port}`, folder];
  const child = spawn("git", words, { stdio: "ignore", detached: true });
  t.after(() => child.pid !== undefined && process.kill(-child.pid));
  const url = `git://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries += 1) {
    if (
      await run("git", ["ls-remote", `${url}/origin`]).then(
        () => true,
        () => false,
      )
    )
      return url;
    await delay(50);
  }
  throw new Error("git daemon does not answer");
}

test("submodules are what the commit says: by day, in place, in a release of its own, and back", async (t) => {
  const checkout = await liveCheckout(t);
  const { root, origin, live, commit, git } = checkout;
  const url = await daemon(t, root);
  const lib = join(root, "lib");
  await run("git", ["init", "--quiet", "--initial-branch=main", lib]);
  const libCommit = async (words: string) => {
    await writeFile(join(lib, "lib.txt"), words);
    await git(lib, "add", ".");
    await git(lib, ...as, "commit", "--quiet", "-m", "x");
  };
  await libCommit("one\n");
  await git(live, "remote", "set-url", "origin", `${url}/origin`);
  // A relative address: it is the remote's neighbour, wherever the copy lies.
  await git(
    origin,
    "-c",
    "protocol.file.allow=always",
    "submodule",
    "--quiet",
    "add",
    "--force",
    "../lib",
    "vendor/a lib",
  );
  const third = await commit("third\n", "v1.2.0");
  const one = deployed(checkout, third);
  await forward(one);
  assert.equal(await text(live, "vendor/a lib/lib.txt"), "one\n");
  await libCommit("two\n");
  await git(join(origin, "vendor/a lib"), "-c", "protocol.file.allow=always", "pull", "--quiet", lib, "main");
  const fourth = await commit("fourth\n", "v1.3.0");
  const two = deployed(checkout, fourth);
  const release = { id: "v1.3.0-8", tag: "v1.3.0", commit: fourth };
  const context = { ...two.context, release };
  const aside = join(root, "aside/release");
  await inPlace.build({ ...context, directory: aside }, two.preset);
  assert.equal(await text(aside, "vendor/a lib/lib.txt"), "two\n");
  assert.equal(await text(live, "vendor/a lib/lib.txt"), "one\n", "nothing live changed by day");
  assert.deepEqual(await inPlace.problems(context.host, two.plan), []);
  await forward({ ...two, context });
  assert.equal(await text(live, "vendor/a lib/lib.txt"), "two\n");
  // Cut off between the checkout and its submodules.
  await git(join(live, "vendor/a lib"), "checkout", "--quiet", "HEAD~");
  assert.ok(!(await inPlace.still("checkout", context, two.preset)));
  await inPlace.back(context, two.preset, { commit: third, tag: "v1.2.0" }, false);
  assert.equal(await text(live, "vendor/a lib/lib.txt"), "one\n");
  await writeFile(join(live, "vendor/a lib/lib.txt"), "by hand\n");
  assert.equal((await inPlace.problems(context.host, two.plan))[0]?.code, "checkout-changed-by-hand");
  await git(join(live, "vendor/a lib"), "checkout", "--quiet", ".");
  // Its repository is gone: told, with a code.
  await rm(join(live, "vendor"), { recursive: true });
  await rm(join(live, ".git/modules"), { recursive: true });
  await git(live, "checkout", "--quiet", "--force", "HEAD");
  await rm(lib, { recursive: true });
  await assert.rejects(
    inPlace.build({ ...context, directory: aside }, two.preset),
    (error) => error instanceof UserError && error.problems[0]?.code === "submodules-not-updated",
  );
});

test("a live checkout of depth 1 is built by day and launched", async (t) => {
  const checkout = await liveCheckout(t);
  const { root, origin, live, commit, git, first } = checkout;
  await rm(live, { recursive: true });
  await run("git", ["clone", "--quiet", "--depth=1", "--branch=v1.0.0", `file://${origin}`, live]);
  const third = await commit("third\n", "v1.2.0");
  const { context, preset } = deployed(checkout, third);
  const aside = join(root, "aside/release");
  await inPlace.build({ ...context, directory: aside }, preset);
  assert.equal(await text(aside, "app.py"), "third\n");
  assert.equal(await text(live, "app.py"), "first\n");
  await forward({ context, preset });
  assert.equal(await text(live, "app.py"), "third\n");
  await inPlace.back(context, preset, { commit: first, tag: "v1.0.0" }, false);
  assert.equal(await git(live, "rev-parse", "HEAD"), first);
});

test("files of Git LFS are files, by day and in the window", async (t) => {
  const checkout = await liveCheckout(t);
  const { root, origin, live, commit, git, first } = checkout;
  for (const directory of [origin, live]) await git(directory, "lfs", "install", "--local");
  await git(origin, "lfs", "track", "*.bin");
  await writeFile(join(origin, "logo.bin"), "a picture\n");
  const third = await commit("third\n", "v1.2.0");
  assert.match(await git(origin, "show", "HEAD:logo.bin"), /git-lfs/);
  const { context, preset } = deployed(checkout, third);
  const aside = join(root, "aside/release");
  await inPlace.build({ ...context, directory: aside }, preset);
  assert.equal(await text(aside, "logo.bin"), "a picture\n");
  await inPlace.parts.fetch?.(context, preset);
  // From here on nothing is fetched.
  await rm(join(origin, ".git/lfs"), { recursive: true });
  await inPlace.parts.checkout?.(context, preset);
  assert.equal(await text(live, "logo.bin"), "a picture\n");
  await inPlace.back(context, preset, { commit: first, tag: "v1.0.0" }, false);
  assert.ok(!(await readdir(live)).includes("logo.bin"));
});
