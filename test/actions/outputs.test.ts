import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { start } from "../../src/actions/runner/start.ts";
import { giveOutputs } from "../../src/actions/runner/runner-log.ts";

/** Values by name, of what an action wrote for the runner; the last one counts. */
async function given(file: string): Promise<Record<string, string>> {
  const text = await readFile(file, "utf8");
  return Object.fromEntries(
    [...text.matchAll(/^([\w-]+)<<(\S+)\n([^]*?)\n?\2$/gm)].map(([, name = "", , value = ""]) => [name, value]),
  );
}

async function withFiles(t: { after(work: () => unknown): void }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "golive-outputs-"));
  const before = { ...process.env };
  const exitCode = process.exitCode;
  const write = process.stdout.write;
  t.after(async () => {
    process.env = before;
    process.exitCode = exitCode;
    process.stdout.write = write;
    await rm(folder, { recursive: true });
  });
  for (const name of ["OUTPUT", "STATE", "STEP_SUMMARY"]) {
    process.env[`GITHUB_${name}`] = join(folder, name);
    await writeFile(join(folder, name), "");
  }
  process.stdout.write = (() => true) as typeof process.stdout.write;
  return join(folder, "OUTPUT");
}

test("an action that fails before it began gives each output a value all the same", async (t) => {
  const file = await withFiles(t);
  const { action } = await import("../../src/actions/plan.ts");
  await start("plan");
  const outputs = await given(file);
  assert.equal(process.exitCode, 1);
  assert.deepEqual(Object.keys(outputs).toSorted(), [...action.outputs].toSorted());
  assert.deepEqual([...new Set(Object.values(outputs))], [""]);
});

test("what is given later counts, and a value with line breaks is one value", async (t) => {
  const file = await withFiles(t);
  giveOutputs(["outcome", "url"]);
  giveOutputs(["outcome", "url"], { outcome: "live\nurl<<x\nforged\nx" });
  assert.deepEqual(await given(file), { outcome: "live\nurl<<x\nforged\nx", url: "" });
});
