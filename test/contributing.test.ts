import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { addedKinds } from "./added-kinds.ts";

const root = join(import.meta.dirname, "..");
const run = promisify(execFile);

interface Block {
  readonly path: string;
  readonly language: string;
  readonly text: string;
}

/** The code blocks that the page puts into a file: the last path named before each. */
async function blocksOf(heading: string): Promise<Block[]> {
  const page = await readFile(join(root, "CONTRIBUTING.md"), "utf8");
  const [section = ""] = page.split(/^## /m).filter((one) => one.startsWith(`${heading}\n`));
  return [...section.matchAll(/`([\w./-]+\.ts)`[^`\n]*\n\n```(\w+)\n([\s\S]*?)^```$/gm)].map(
    ([, path = "", language = "", text = ""]) => ({ path, language, text }),
  );
}

/** A line with a plus is put behind the one above it, which has to be there once. */
function patched(text: string, diff: string): string {
  const lines = text.split("\n");
  let at = -1;
  for (const line of diff.trimEnd().split("\n")) {
    const rest = line.slice(1);
    if (line.startsWith("+")) lines.splice(++at, 0, rest);
    else {
      assert.equal(lines.filter((one) => one === rest).length, 1, `"${rest}" is not in the file, or more than once`);
      at = lines.indexOf(rest);
    }
  }
  return lines.join("\n");
}

test("a kind of check is added by what CONTRIBUTING.md shows, and others by a file and a line", {
  timeout: 120_000,
}, async (t) => {
  const blocks = await blocksOf("Add a check");
  assert.deepEqual(
    blocks.map(({ path, language }) => [path, language]),
    [
      ["src/checks/kinds/disk.ts", "ts"],
      ["src/checks/registry.ts", "diff"],
      ["src/locale/ru-texts.ts", "ts"],
      ["test/checks/disk.test.ts", "ts"],
    ],
  );
  const copy = await mkdtemp(join(tmpdir(), "golive-new-kind-"));
  t.after(() => rm(copy, { recursive: true, force: true }));
  for (const name of ["src", "test/checks", "test/plan", "test/locale", "package.json", "tsconfig.json"])
    await cp(join(root, name), join(copy, name), { recursive: true });
  await symlink(join(root, "node_modules"), join(copy, "node_modules"));
  for (const { path, language, text } of blocks) {
    const file = join(copy, path);
    await mkdir(dirname(file), { recursive: true });
    const before = await readFile(file, "utf8").catch(() => null);
    if (before === null) await writeFile(file, text);
    else if (language === "diff") await writeFile(file, patched(before, text));
    else await writeFile(file, before.replace(/^\};$/m, `${text}};`));
  }
  for (const { file, text, registry, lines } of addedKinds) {
    await writeFile(join(copy, file), text);
    await writeFile(join(copy, registry), patched(await readFile(join(copy, registry), "utf8"), lines));
  }
  const tests = ["test/checks/disk.test.ts", "test/locale/texts.test.ts"];
  await writeFile(
    join(copy, "tsconfig.new-kind.json"),
    JSON.stringify({ extends: "./tsconfig.json", include: ["src", "test/checks/added-kind.ts", tests[0]] }),
  );
  const node = (...args: string[]) =>
    run(process.execPath, ["--disable-warning=ExperimentalWarning", ...args], {
      cwd: copy,
      env: { ...process.env, NODE_TEST_CONTEXT: undefined },
    }).catch((error: { stdout: string; stderr: string }) => assert.fail(`${error.stdout}\n${error.stderr}`));
  const [, known] = await Promise.all([
    run(join(root, "node_modules/.bin/tsc"), ["--noEmit", "-p", "tsconfig.new-kind.json"], { cwd: copy }).catch(
      (error: { stdout: string }) => assert.fail(error.stdout),
    ),
    node("test/checks/added-kind.ts"),
    node("--test", ...tests),
  ]);
  assert.equal(known.stdout, "known everywhere\n");
});
