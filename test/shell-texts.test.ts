import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { shellFiles, shellTexts } from "../script/lib/shell-texts.ts";

const root = new URL("..", import.meta.url);

/** The modules of a tree with these files, as they are when they run. */
async function made(files: Readonly<Record<string, string>>) {
  const directory = await mkdtemp(join(tmpdir(), "golive-shell-texts-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(join(directory, path, ".."), { recursive: true });
      await writeFile(join(directory, path), text);
    }
    const modules = await shellTexts(pathToFileURL(`${directory}/`));
    for (const [path, text] of modules) await writeFile(join(directory, path), text);
    return Promise.all(
      modules.map(async ([path]) => [path, { ...(await import(join(directory, path))) }] as const),
    ).then(Object.fromEntries);
  } finally {
    await rm(directory, { recursive: true });
  }
}

test("a shell text comes into the module as it is, without its comments", async () => {
  const text = "printf '%s\\n' \"${x:-$(id -u)}\" `date` '\\\\'\n  # why\necho \"#1\"";
  assert.deepEqual(await made({ "src/a/say-it.sh": `# what\n${text}\n`, "src/a/b/c.sh": "true\n", "src/a/x.ts": "" }), {
    "src/a/scripts.ts": { sayIt: text.replace("  # why\n", "") },
    "src/a/b/scripts.ts": { c: "true" },
  });
});

const { error } = spawnSync("shellcheck", ["--version"]);

test("ShellCheck has nothing to say of the shell texts", { skip: error && "shellcheck is not installed" }, async () => {
  const files = await shellFiles(root);
  assert.ok(files.length > 30, String(files.length));
  // SC2015: "A && B || C" is written here where C is for what fails of both.
  const { stdout } = spawnSync("shellcheck", ["--shell=sh", "--exclude=SC2015", ...files], {
    cwd: root,
    encoding: "utf8",
  });
  assert.equal(stdout, "");
});

test("no line of a shell text is over 140 characters", async () => {
  const modules = await shellTexts(root);
  const long = modules.flatMap(([path, text]) =>
    text.split("\n").flatMap((line) => (line.length > 140 ? [`${path}: ${line}`] : [])),
  );
  assert.deepEqual(long, []);
});
