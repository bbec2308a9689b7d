import assert from "node:assert/strict";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test, type TestContext } from "node:test";
import {
  differing,
  mark,
  unlikeLive,
  type Watched,
  written,
} from "../../src/stages/day-before/practice/practice-files.ts";
import { liveCheckout } from "../presets/live-checkout.ts";

type Tree = Readonly<Record<string, string>>;

async function write(root: string, files: Tree): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}

/** What serves, a copy of it in which steps write, and the practice that looks at both. */
async function practising(t: Pick<TestContext, "after">, served: Tree) {
  const { live, root, context } = await liveCheckout(t);
  const directory = join(root, "prac tice");
  const copy = join(directory, "live");
  for (const at of [live, copy]) await write(at, served);
  // The copy is shown at the live path; here the commands are sent to it instead.
  const steps: Watched = { context, directory, watched: copy, real: context.host };
  return { copy, steps, compared: { ...steps, watched: live } };
}

const served: Tree = {
  "built/manifest.json": "old",
  "built/odd 'name'$(id)\n.css": "old",
  "built/-n": "old",
  "built/Имя.js": "old",
};

async function forward({ copy, steps }: Awaited<ReturnType<typeof practising>>): Promise<void> {
  await mark(steps);
  await write(copy, { ...Object.fromEntries(Object.keys(served).map((name) => [name, "new"])), "built/added": "new" });
  await written(steps);
}

async function back({ copy, steps }: Awaited<ReturnType<typeof practising>>, files: Tree): Promise<void> {
  await mark(steps);
  await write(copy, files);
}

test("what the release's steps wrote and nobody put back is left, with its name", async (t) => {
  const practice = await practising(t, served);
  await forward(practice);
  await back(practice, { "built/manifest.json": "old" });
  const { anew, left } = await unlikeLive(practice.compared);
  assert.deepEqual(anew, []);
  assert.deepEqual(left.toSorted(), ["./built/-n", "./built/added", "./built/odd 'name'$(id)?.css", "./built/Имя.js"]);
});

test("what a step of the way back made anew, in another order of its lines, is told apart from that", async (t) => {
  const practice = await practising(t, served);
  await forward(practice);
  const odd = Object.fromEntries(Object.keys(served).map((name) => [name, "old, in another order"]));
  await back(practice, odd);
  const { anew, left } = await unlikeLive(practice.compared);
  assert.equal(anew.length, Object.keys(served).length);
  assert.deepEqual(left, ["./built/added"]);
});

test("as it was: nothing is told, also of a file that came and went", async (t) => {
  const practice = await practising(t, served);
  await forward(practice);
  await rm(join(practice.copy, "built/added"));
  await back(practice, served);
  assert.deepEqual(await unlikeLive(practice.compared), { anew: [], left: [] });
});

test("a file that is gone after the way back is left so, whoever removed it", async (t) => {
  const practice = await practising(t, served);
  await forward(practice);
  await back(practice, served);
  await rm(join(practice.copy, "built/manifest.json"));
  const { left } = await unlikeLive(practice.compared);
  assert.ok(left.includes("./built/manifest.json"), left.join(" "));
});

test("no step wrote anything", async (t) => {
  const practice = await practising(t, served);
  assert.deepEqual(await unlikeLive(practice.compared), { anew: [], left: [] });
});

test("two runs are compared by name and content", async (t) => {
  const practice = await practising(t, served);
  const run = async (files: Tree) => {
    await mark(practice.steps);
    await write(practice.copy, files);
    return written(practice.steps);
  };
  const first = await run({ same: "1", other: "1", "once only": "1" });
  const second = await run({ same: "1", other: "2" });
  assert.deepEqual(differing(first, second), ["./once only", "./other"]);
  assert.deepEqual(differing(first, first), []);
});
