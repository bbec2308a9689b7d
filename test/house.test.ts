import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "..");

/** What somebody has to read here; what is made from other files is not. */
const files = execFileSync("git", ["ls-files", "src", "packages", "script"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((name) => /\.(ts|sh|py)$/.test(name) && !name.endsWith("/scripts.ts"));
const texts = new Map(files.map((name) => [name, readFileSync(join(root, name), "utf8").trimEnd().split("\n")]));
const isTest = (name: string) => name.includes("/test/");

test("no folder holds more than fifteen files of its own", () => {
  const counts = new Map<string, number>();
  for (const name of files.filter((name) => !isTest(name)))
    counts.set(dirname(name), (counts.get(dirname(name)) ?? 0) + 1);
  assert.ok(counts.size > 100);
  assert.deepEqual(
    [...counts].filter(([, count]) => count > 15),
    [],
  );
});

test("files are short: half of them under 80 lines, at most ten over 200", () => {
  const lengths = [...texts]
    .filter(([name]) => name.endsWith(".ts") && !isTest(name) && !name.endsWith("/ru-texts.ts"))
    .map(([name, lines]) => [name, lines.length] as const)
    .toSorted(([, a], [, b]) => a - b);
  assert.ok((lengths[Math.floor(lengths.length / 2)]?.[1] ?? 0) < 80);
  const long = lengths.filter(([, length]) => length > 200);
  assert.ok(long.length <= 10, long.join("\n"));
});

test("no line is over 140 characters; a translation stands beside its text", () => {
  const long = [...texts].flatMap(([name, lines]) =>
    isTest(name) || name.endsWith("/ru-texts.ts")
      ? []
      : lines.flatMap((line, index) => (line.length > 140 ? [`${name}:${index + 1}`] : [])),
  );
  assert.deepEqual(long, []);
});
