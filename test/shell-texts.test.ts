import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { shellFiles, shellTexts } from "../script/shell-texts.ts";

const root = new URL("../", import.meta.url);
const there = spawnSync("shellcheck", ["--version"]).error === undefined;

test("ShellCheck finds nothing in the shell texts", {
  skip: there ? false : "shellcheck is not installed",
}, async () => {
  const files = await shellFiles(root);
  assert.ok(files.length > 0);
  const { stdout, status } = spawnSync("shellcheck", ["--shell=sh", "--format=gcc", ...files], {
    cwd: fileURLToPath(root),
    encoding: "utf8",
  });
  assert.equal(stdout, "");
  assert.equal(status, 0);
});

test("a shell reads each of them, and its module holds it without its comments", async () => {
  for (const [path, text] of await shellTexts(root)) assert.equal(await readFile(new URL(path, root), "utf8"), text);
  for (const file of await shellFiles(root)) {
    const { status, stderr } = spawnSync("sh", ["-n", fileURLToPath(new URL(file, root))], { encoding: "utf8" });
    assert.equal(status, 0, `${file}: ${stderr}`);
  }
});
