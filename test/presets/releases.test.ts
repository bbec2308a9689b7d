import assert from "node:assert/strict";
import { lstat, mkdir, readdir, readFile, readlink, realpath, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { run } from "../../packages/rehearsal/production/processes/run.ts";
import { CommandError, UserError } from "../../src/core/errors.ts";
import { releaseDirectory } from "../../src/plan/layout.ts";
import { type DeployContext, presetOf } from "../../src/presets/preset.ts";
import { releases } from "../../src/presets/strategies/releases/releases.ts";
import type { PlacePart } from "../../src/presets/strategy.ts";
import { liveCheckout } from "./live-checkout.ts";

// Makes an environment whose python writes down what it is asked, and knows where the static files go.
const python = `#!/bin/sh
for d; do :; done
mkdir -p "$d/bin" && cat > "$d/bin/python" <<'END'
#!/bin/sh
release=$(dirname "$(dirname "$(dirname "$0")")")
base=$(dirname "$(dirname "$release")")
echo "$(basename "$release"): $*" >> "$base/asked"
case "$*" in
  *"pip install"*) [ ! -e "$base/fail" ] || { echo "ERROR: no such package" >&2; exit 1; } ;;
  *golive-static*) if [ -e "$base/outside" ]; then echo "golive-static=$base/shared/static"; else echo "golive-static=$release/static"; fi ;;
esac
END
chmod +x "$d/bin/python"
`;

async function server(t: Pick<TestContext, "after">, shared: readonly string[] = ["media"]) {
  const checkout = await liveCheckout(t);
  const { root, origin, first, second, git } = checkout;
  const base = join(root, "srv");
  await mkdir(join(base, "shared/media"), { recursive: true });
  await writeFile(join(base, "shared/media/letter.txt"), "dear\n");
  await writeFile(join(root, "python"), python, { mode: 0o755 });
  await run("git", ["clone", "--quiet", "--no-checkout", origin, join(base, "repo")]);
  await git(join(base, "repo"), "worktree", "add", "--quiet", "--detach", join(base, "releases/by-hand"), first);
  await mkdir(join(base, "releases/by-hand/.venv/bin"), { recursive: true });
  await writeFile(
    join(base, "releases/by-hand/.venv/bin/python"),
    `#!/bin/sh\necho "golive-static=${base}/releases/by-hand/static"\n`,
    { mode: 0o755 },
  );
  await symlink("releases/by-hand", join(base, "current"));
  const plan = checkout.plan({
    directory: base,
    strategy: "releases",
    python: join(root, "python"),
    shared: [...shared],
    keepReleases: 2,
  });
  const release = { id: "v1.1.0-7", tag: "v1.1.0", commit: second };
  const context: DeployContext = {
    host: checkout.context.host,
    plan,
    release,
    directory: releaseDirectory(plan, release),
  };
  const django = presetOf(plan);
  const part = (name: PlacePart, at = context) => releases.parts[name]?.(at, django) ?? Promise.reject(new Error(name));
  const asked = async () => (await readFile(join(base, "asked"), "utf8").catch(() => "")).trim().split("\n");
  const note = (name = `v1.1.0-${second.slice(0, 12)}`) => readFile(join(base, "golive", name), "utf8");
  return { ...checkout, base, plan, context, django, part, asked, note };
}

test("built the day before, the window finds it and only switches", async (t) => {
  const { base, context, django, part, asked, note, second, first, origin } = await server(t);
  const built = await releases.build(context, django);
  assert.equal(built.note, context.directory);
  assert.equal(await note(), `built ${second}\nstatic inside\n`);
  assert.equal(await readFile(join(context.directory, "app.py"), "utf8"), "second\n");
  assert.equal(await readFile(join(context.directory, "media/letter.txt"), "utf8"), "dear\n");
  assert.equal(
    await realpath(join(base, "current")),
    await realpath(join(base, "releases/by-hand")),
    "the live one is as it was",
  );
  const before = (await asked()).length;
  await rm(origin, { recursive: true });
  assert.deepEqual(await part("fetch"), { note: `${second.slice(0, 12)}, there since it was built` });
  assert.deepEqual(await part("build"), { note: "built before the window" });
  assert.deepEqual(await part("switch"), { note: context.directory });
  assert.deepEqual(await part("static"), { skipped: true, note: "collected with the release" });
  assert.equal((await asked()).length, before, "nothing is installed or collected in the window");
  assert.deepEqual(await releases.current(context.host, context.plan), {
    commit: second,
    tag: "v1.1.0",
    directory: await realpath(context.directory),
  });
  assert.notEqual(first, second);
});

test("without a day before the window builds, and a second run does nothing more", async (t) => {
  const { context, part, asked, second } = await server(t);
  assert.deepEqual(await part("fetch"), { note: second.slice(0, 12) });
  assert.deepEqual(await part("build"), { note: context.directory });
  const name = context.directory.split("/").at(-1);
  assert.deepEqual(
    (await asked()).map((line) => line.replace(/-c .*/, "-c")),
    [
      `${name}: -m pip install --disable-pip-version-check --no-input --quiet -r requirements.txt`,
      `${name}: manage.py shell -c`,
      `${name}: manage.py collectstatic --noinput --verbosity 0`,
    ],
  );
  assert.deepEqual(await part("build"), { note: "built before the window" });
  assert.equal((await asked()).length, 3);
});

test("what was half built is made anew", async (t) => {
  const { base, context, django, note } = await server(t);
  await writeFile(join(base, "fail"), "");
  await assert.rejects(releases.build(context, django));
  assert.equal(await note(), "building\n");
  await writeFile(join(context.directory, "left"), "");
  await rm(join(base, "fail"));
  await releases.build(context, django);
  assert.ok(!(await readdir(context.directory)).includes("left"));
  assert.match(await note(), /^built /);
});

test("a built release that somebody changed is not taken for whole", async (t) => {
  for (const spoil of [
    (directory: string) => writeFile(join(directory, "app.py"), "by hand\n"),
    (directory: string) => rm(join(directory, "media")),
    (directory: string) => rm(directory, { recursive: true }),
  ]) {
    const { context, django, part } = await server(t);
    await releases.build(context, django);
    await spoil(context.directory);
    assert.deepEqual(await part("build"), { note: context.directory });
    assert.equal(await readFile(join(context.directory, "app.py"), "utf8"), "second\n");
    assert.equal(await readlink(join(context.directory, "media")), join(context.plan.deploy.directory, "shared/media"));
  }
});

test("a tag that moved is another directory, and one that moved since the approval is refused", async (t) => {
  const { context, django, commit } = await server(t);
  await releases.build(context, django);
  const moved = await commit("third\n", "v1.1.0");
  const { directory, plan } = { ...context };
  const other = { ...context.release, commit: moved };
  assert.notEqual(releaseDirectory(plan, other), directory);
  await releases.build({ ...context, release: other, directory: releaseDirectory(plan, other) }, django);
  assert.equal(await readFile(join(releaseDirectory(plan, other), "app.py"), "utf8"), "third\n");
  await rm(directory, { recursive: true });
  await assert.rejects(
    releases.build(context, django),
    (error) => error instanceof UserError && /but .* was approved/.test(error.problems[0]?.what ?? ""),
  );
});

test("a directory that golive did not make is left alone, and so is the live one", async (t) => {
  const { base, context, django, part } = await server(t);
  await mkdir(context.directory, { recursive: true });
  await writeFile(join(context.directory, "precious"), "x");
  await assert.rejects(
    releases.build(context, django),
    (error) => error instanceof UserError && /was not made by golive/.test(error.problems[0]?.what ?? ""),
  );
  assert.equal(await readFile(join(context.directory, "precious"), "utf8"), "x");
  await rm(context.directory, { recursive: true });
  await releases.build(context, django);
  await part("switch");
  await writeFile(join(context.directory, "app.py"), "by hand\n");
  await assert.rejects(
    part("build"),
    (error) =>
      error instanceof UserError &&
      /is live, and its files are not those of v1\.1\.0/.test(error.problems[0]?.what ?? ""),
  );
  assert.equal(await readFile(join(base, "current/app.py"), "utf8"), "by hand\n");
});

test("the way back is what the journal says, whatever else lies there", async (t) => {
  const { base, context, django, part, first } = await server(t);
  const previous = await releases.current(context.host, context.plan);
  assert.deepEqual(previous, {
    commit: first,
    tag: "v1.0.0",
    directory: await realpath(join(base, "releases/by-hand")),
  });
  await releases.build(context, django);
  await part("switch");
  for (const name of ["v9-newer", "v0-older"]) await mkdir(join(base, "releases", name));
  for (let time = 0; time < 2; time++) {
    assert.deepEqual(await releases.back(context, django, previous, true), { note: `v1.0.0, ${previous.directory}` });
    assert.equal(await readFile(join(base, "current/app.py"), "utf8"), "first\n");
  }
  await rm(previous.directory ?? "", { recursive: true });
  await assert.rejects(
    releases.back(context, django, previous, true),
    (error) => error instanceof CommandError && /is not there/.test(error.finished.stderr),
  );
  assert.ok((await lstat(join(base, "current"))).isSymbolicLink(), "the link is not lost");
});

test("static files that all releases share are collected in the window, and again on the way back", async (t) => {
  const { base, context, django, part, asked, note } = await server(t);
  await writeFile(join(base, "outside"), "");
  await releases.build(context, django);
  assert.match(await note(), /static outside/);
  const collected = async () =>
    (await asked()).filter((line) => line.endsWith("collectstatic --noinput --verbosity 0")).length;
  assert.equal(await collected(), 0, "the day before only looks");
  const built = await releases.current(context.host, context.plan);
  await part("switch");
  assert.deepEqual(await part("static"), {});
  assert.equal(await collected(), 1);
  await releases.back({ ...context }, django, { ...built, directory: context.directory }, true);
  assert.equal(await collected(), 2);
});

test("old releases are removed by age beyond the plan's keep; never the live one, the one before, or somebody else's", async (t) => {
  const { base, context, django, part, git, second } = await server(t);
  const previous = await releases.current(context.host, context.plan);
  for (const [index, name] of ["v0.1", "v0.2", "v0.3", "v0.4"].entries()) {
    await git(
      join(base, "repo"),
      "worktree",
      "add",
      "--quiet",
      "--force",
      "--detach",
      join(base, "releases", name),
      second,
    );
    await mkdir(join(base, "golive"), { recursive: true });
    await writeFile(join(base, "golive", name), "built x\n");
    await utimes(join(base, "golive", name), 1000 + index, 1000 + index);
  }
  await mkdir(join(base, "releases/mine"));
  await releases.build(context, django);
  await part("switch");
  const removed = await releases.tidy(context, [previous.directory ?? "", join(base, "releases/v0.1")]);
  assert.deepEqual(
    removed.map((path) => path.split("/").at(-1)),
    ["v0.2"],
    "two are kept, and v0.1 is in use",
  );
  assert.deepEqual((await readdir(join(base, "releases"))).toSorted(), [
    "by-hand",
    "mine",
    "v0.1",
    "v0.3",
    "v0.4",
    context.directory.split("/").at(-1),
  ]);
  assert.ok(!(await git(join(base, "repo"), "worktree", "list")).includes("v0.2"));
  assert.deepEqual(await releases.tidy(context, [previous.directory ?? "", join(base, "releases/v0.1")]), []);
});

test("problems: no repository, no remote, no link, a link to nothing, no commit, nothing shared", async (t) => {
  const { base, context, plan } = await server(t);
  const problems = async () =>
    (await releases.problems(context.host, context.plan)).map(({ what }) => what.replaceAll(base, "…"));
  assert.deepEqual(await problems(), []);
  await rm(join(base, "shared/media"), { recursive: true });
  assert.deepEqual(await problems(), ["…/shared/media is not there"]);
  await mkdir(join(base, "shared/media"));
  await rm(join(base, "releases/by-hand/.git"));
  assert.deepEqual(await problems(), ["what …/current leads to is no git worktree and has no file REVISION"]);
  await writeFile(join(base, "releases/by-hand/REVISION"), "abc\n");
  assert.deepEqual(await problems(), []);
  await rm(join(base, "releases/by-hand"), { recursive: true });
  assert.deepEqual(await problems(), ["…/current leads nowhere"]);
  await rm(join(base, "current"));
  assert.deepEqual(await problems(), ["…/current is not a symbolic link"]);
  await mkdir(join(base, "current"));
  assert.deepEqual(await problems(), ["…/current is not a symbolic link"]);
  await rm(join(base, "repo"), { recursive: true });
  assert.deepEqual(await problems(), [
    "…/repo is not a git repository that can be used",
    "…/current is not a symbolic link",
  ]);
  assert.equal(plan.deploy.strategy, "releases");
});
