import assert from "node:assert/strict";
import { chmod, mkdir, readdir, readFile, readlink, rm, stat, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test, type TestContext } from "node:test";
import { run } from "../../packages/rehearsal/production/processes/run.ts";
import { keepFiles, keptProblems, putFilesBack } from "../../src/presets/strategies/kept/kept.ts";
import { liveCheckout } from "./live-checkout.ts";

type Tree = Readonly<Record<string, string>>;

async function write(root: string, files: Tree): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}

async function read(root: string, under: string): Promise<Tree> {
  const names = await readdir(join(root, under), { recursive: true, withFileTypes: true }).catch(() => []);
  const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const texts = await Promise.all(
    files.map(async (path) => [path.slice(root.length + 1), await readFile(path, "utf8")] as const),
  );
  return Object.fromEntries(texts.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

async function checkout(t: Pick<TestContext, "after">, keep: readonly string[]) {
  const { live, root, plan, context } = await liveCheckout(t);
  return { live, root, context: { ...context, plan: plan({ keep: [...keep] }) } };
}

const before: Tree = {
  "built/a b.json": "old",
  "built/deep/Имя'$(id).css": "old",
  "built/gone.txt": "was here",
  "other.txt": "not kept",
};

for (const [about, keep] of [
  ["a folder", ["built"]],
  ["a folder with a slash at its end", ["./built//"]],
  ["a folder, and what is in it", ["built/*.json", "built"]],
  ["patterns", ["built/*.json", "built/*.txt", "built/deep/*", "-odd*"]],
] as const) {
  test(`what a step built comes back, what it added goes aside: ${about}`, async (t) => {
    const { live, context } = await checkout(t, keep);
    await write(live, before);
    await keepFiles(context);
    await write(live, { "built/a b.json": "new", "built/new.json": "added", "other.txt": "changed" });
    await rm(join(live, "built/gone.txt"));
    const note = await putFilesBack(context);
    assert.match(note ?? "", /built files? as before/);
    const { "other.txt": _, ...kept } = before;
    assert.deepEqual(await read(live, "built"), kept);
    assert.equal(await readFile(join(live, "other.txt"), "utf8"), "changed");
    assert.equal(await putFilesBack(context), null, "a second time nothing is left to do");
  });
}

test("absolute paths, links, a file that became a folder, a folder that became a file", async (t) => {
  const { live, root, context } = await checkout(t, []);
  const elsewhere = join(root, "out side");
  const keep = [`${elsewhere}/*`];
  await write(elsewhere, { "x/1": "one", y: "file" });
  await symlink("y", join(elsewhere, "link"));
  const named = { ...context, plan: { ...context.plan, deploy: { ...context.plan.deploy, keep } } };
  await keepFiles(named);
  await rm(join(elsewhere, "x"), { recursive: true });
  await rm(join(elsewhere, "y"));
  await rm(join(elsewhere, "link"));
  await write(elsewhere, { x: "now a file", "y/z": "now a folder" });
  await symlink("elsewhere", join(elsewhere, "link"));
  await putFilesBack(named);
  assert.deepEqual(await read(elsewhere, "."), { "x/1": "one", y: "file" });
  assert.equal(await readlink(join(elsewhere, "link")), "y");
  assert.ok(live);
});

test("kept once for a release: a second try does not take what the release made", async (t) => {
  const { live, context } = await checkout(t, ["m.json"]);
  await write(live, { "m.json": "old" });
  await keepFiles(context);
  await write(live, { "m.json": "new" });
  await keepFiles(context);
  await putFilesBack(context);
  assert.equal(await readFile(join(live, "m.json"), "utf8"), "old");
});

test("cut off while it was kept: it is kept anew; nothing kept: nothing is touched", async (t) => {
  const { live, context } = await checkout(t, ["m.json"]);
  await write(live, { "m.json": "old" });
  const store = join(live, `.git/golive-kept-${context.release.id}`);
  await write(store, { "r/m.json": "ha" });
  assert.equal(await putFilesBack(context), null);
  assert.equal(await readFile(join(live, "m.json"), "utf8"), "old");
  await keepFiles(context);
  await write(live, { "m.json": "new" });
  await putFilesBack(context);
  assert.equal(await readFile(join(live, "m.json"), "utf8"), "old");
});

test("cut off while it was put back: the next try goes on", async (t) => {
  const { live, context } = await checkout(t, ["d"]);
  await write(live, { "d/1": "old", "d/2": "old" });
  await keepFiles(context);
  await rm(join(live, "d"), { recursive: true });
  await write(live, { "d.golive-back/1": "half" });
  await putFilesBack(context);
  assert.deepEqual(await read(live, "d"), { "d/1": "old", "d/2": "old" });
  assert.equal(await stat(join(live, "d.golive-back")).catch(() => null), null);
});

test("a file that was not there before the launch goes, and stays beside", async (t) => {
  const { live, context } = await checkout(t, ["CACHE/manifest.json"]);
  await keepFiles(context);
  await write(live, { "CACHE/manifest.json": "new" });
  await putFilesBack(context);
  assert.equal(await stat(join(live, "CACHE/manifest.json")).catch(() => null), null);
  const aside = await read(join(live, `.git/golive-kept-${context.release.id}`), "failed");
  assert.deepEqual(Object.values(aside), ["new"]);
});

test("what could not be kept is told by day", { skip: process.getuid?.() !== 0 && "needs root" }, async (t) => {
  const { live, root, context } = await checkout(t, ["built/*", "none*"]);
  await write(live, { "built/open": "x", "built/in/shut": "x" });
  await run("chown", ["-R", "nobody", root]);
  await chmod(root, 0o755);
  await chmod(join(live, "built/in/shut"), 0o000);
  const plan = { ...context.plan, deploy: { ...context.plan.deploy, runAs: "nobody" } };
  const problems = await keptProblems(context.host, plan);
  assert.deepEqual(
    problems.map(({ code, what }) => [code, what]),
    [["keep-unreadable", "./built/in/shut cannot be read, so it could not be kept (deploy.keep)"]],
  );
  await chmod(join(live, "built/in/shut"), 0o400);
  assert.deepEqual(await keptProblems(context.host, plan), []);
});
