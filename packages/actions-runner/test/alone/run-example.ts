// A package copied out of this repository, with nothing beside it but what it declares.

import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import { promisify } from "node:util";

const installed = join(import.meta.dirname, "../../../../node_modules");

/** Runs the first example of its README as it stands there; returns what it printed. */
export async function runExample(t: TestContext, folder: string): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), "golive-alone-"));
  t.after(() => rm(home, { recursive: true, force: true }));
  const copy = join(home, "package");
  await cp(folder, copy, { recursive: true, filter: (path) => !/\/(test|node_modules)$/.test(path) });
  const { dependencies } = JSON.parse(await readFile(join(copy, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  for (const name of Object.keys(dependencies)) {
    const link = join(copy, "node_modules", name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(installed, name), link);
  }
  const readme = await readFile(join(copy, "README.md"), "utf8");
  const [, example] = /^```ts\n([\s\S]*?)^```$/m.exec(readme) ?? [];
  if (example === undefined) throw new Error(`the README of ${folder} has no example`);
  await writeFile(join(copy, "example.ts"), example);
  const words = ["--disable-warning=ExperimentalWarning", "example.ts"];
  const { stdout } = await promisify(execFile)(process.execPath, words, {
    cwd: copy,
    env: { ...process.env, TMPDIR: home },
  });
  return stdout;
}
