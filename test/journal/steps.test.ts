import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { definitionOf, everyStep, kindOf, verifyCheck } from "../../src/journal/steps/steps.ts";
import { messagesOf } from "../../src/locale/locale.ts";
import { outline } from "../../src/stages/outline/outline.ts";
import { samplePlan } from "../plan/sample-plan.ts";

const idOf = (step: ReturnType<typeof everyStep>[number]) => ("prefix" in step ? step.prefix : step.id);

test("every step has a name of its own, and is found by it", () => {
  const ids = everyStep().map(idOf);
  assert.deepEqual(ids.toSorted(), [...new Set(ids)].toSorted());
  for (const step of everyStep()) {
    const id = "prefix" in step ? step.of("one", "app-1").id : step.on("app-1").id;
    assert.equal(definitionOf(id), step, id);
  }
});

test("an id that only begins like a step's is nobody's", () => {
  assert.equal(kindOf("backup.copying"), undefined);
  assert.equal(definitionOf("backup.copy-2@db-1"), undefined);
  assert.equal(definitionOf(""), undefined);
});

test("every line of the checklist is a step that is defined, with its title", () => {
  const plan = samplePlan();
  for (const { id, title } of outline(plan, messagesOf(plan)).flatMap(({ lines }) => lines)) {
    assert.notEqual(definitionOf(id), undefined, id);
    assert.notEqual(title, "", id);
  }
});

/** Places of the plan's keys begin like the steps of its checks. */
const alsoKeys = verifyCheck.prefix;
const root = join(import.meta.dirname, "../..");

test("a step's id is written out in its definition alone", async () => {
  const found: string[] = [];
  for (const file of await sources()) {
    for (const [index, line] of (await readFile(join(root, file), "utf8")).split("\n").entries())
      if (literals(line).some(isStep)) found.push(`${file}:${index + 1}: ${line.trim()}`);
  }
  assert.deepEqual(found, []);
});

/** All but the definitions, and but tests. */
async function sources(): Promise<string[]> {
  const below = async (folder: string) =>
    (await readdir(join(root, folder), { recursive: true })).map((name) => `${folder}/${name}`);
  return (await Promise.all(["src", "packages", "script"].map(below)))
    .flat()
    .filter((file) => file.endsWith(".ts") && !/^src\/journal\/steps\/|\/test\/|\/node_modules\//.test(file));
}

/** What begins a text in a line of code, up to the host, a value, or its end. */
function literals(line: string): string[] {
  if (/^\s*(\/\/|\/?\*)/.test(line)) return [];
  return [...line.matchAll(/["'`]([a-z-]+\.[a-z0-9-]*)(?=["'`@]|\$\{)/g)].map(([, text = ""]) => text);
}

function isStep(text: string): boolean {
  return everyStep().some((step) =>
    "prefix" in step ? step.prefix !== alsoKeys && text.startsWith(step.prefix) : step.id === text,
  );
}
