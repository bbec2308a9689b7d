import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { UserError } from "../../src/core/errors.ts";
import { enterFolder, removeUnused } from "../../src/hosts/folders/own-folders.ts";

const name = /^golive-[a-z-]+$/;
const source = JSON.stringify(new URL("../../src/hosts/folders/own-folders.ts", import.meta.url).href);

async function place(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "own-folders-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** As if its last change were so long ago. */
async function aged(folder: string, seconds: number): Promise<void> {
  const then = new Date(Date.now() - seconds * 1000);
  await utimes(folder, then, then);
}

/** Another process that enters the folder, and is killed or goes on. */
async function entered(t: TestContext, folder: string, killed: boolean): Promise<void> {
  const code = `const { enterFolder } = await import(${source}); await enterFolder(process.argv[1]); console.log("in"); setInterval(() => {}, 1000);`;
  const args = ["--disable-warning=ExperimentalWarning", "--input-type=module", "-e", code, folder];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  t.after(() => child.kill("SIGKILL"));
  await new Promise((resolve) => child.stdout.once("data", resolve));
  if (!killed) return;
  const ended = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGKILL");
  await ended;
}

test("a folder of a process that was killed goes, one that is in use stays", async (t) => {
  const parent = await place(t);
  await entered(t, join(parent, "golive-killed"), true);
  await entered(t, join(parent, "golive-used"), false);
  await enterFolder(join(parent, "golive-own"));
  const leave = await enterFolder(join(parent, "golive-left"));
  await leave();
  await mkdir(join(parent, "golive-foreign-name.d"), { mode: 0o700 });
  await removeUnused(parent, name);
  assert.equal((await readdir(parent)).length, 5, "nothing that was just made is touched");
  for (const one of await readdir(parent)) await aged(join(parent, one), 120);
  await removeUnused(parent, name);
  assert.deepEqual((await readdir(parent)).toSorted(), ["golive-foreign-name.d", "golive-own", "golive-used"]);
});

test("a connection that is held open for the next step keeps its folder, until the job is over", async (t) => {
  const parent = await place(t);
  const folder = join(parent, "golive-sockets");
  const leave = await enterFolder(folder);
  const server = createServer().listen(join(folder, "socket"));
  await new Promise((resolve) => server.once("listening", resolve));
  t.after(() => server.close());
  await leave();
  await aged(folder, 120);
  await removeUnused(parent, name);
  assert.deepEqual(await readdir(parent), ["golive-sockets"]);
  await removeUnused(parent, name, { spared: 0 });
  assert.deepEqual(await readdir(parent), []);
});

test("whoever cannot be seen from here counts as there, for longer than a job lives", async (t) => {
  const parent = await place(t);
  const folder = join(parent, "golive-container");
  await mkdir(folder, { mode: 0o700 });
  const owner = { pid: 1, began: "1", space: "another boot pid:[1]" };
  await writeFile(join(folder, "owner-0123456789abcdef"), JSON.stringify(owner));
  await aged(folder, 24 * 3600);
  await removeUnused(parent, name);
  assert.equal((await readdir(parent)).length, 1);
  await aged(folder, 8 * 24 * 3600);
  await removeUnused(parent, name);
  assert.equal((await readdir(parent)).length, 0);
});

test("links and folders that others can enter are refused, and what a link leads to stays", async (t) => {
  const parent = await place(t);
  const elsewhere = join(parent, "elsewhere");
  await mkdir(elsewhere, { mode: 0o700 });
  await writeFile(join(elsewhere, "file"), "");
  await symlink(elsewhere, join(parent, "golive-link"));
  await mkdir(join(parent, "golive-open"));
  await chmod(join(parent, "golive-open"), 0o777);
  await writeFile(join(parent, "golive-file"), "");
  for (const one of ["golive-link", "golive-open", "golive-file"])
    await assert.rejects(
      enterFolder(join(parent, one)),
      (error) => error instanceof UserError && error.problems[0]?.code === "folder-not-own",
      one,
    );
  await removeUnused(parent, name, { spared: 0 });
  assert.deepEqual(await readdir(elsewhere), ["file"]);
});
