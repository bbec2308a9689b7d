import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const docs = join(import.meta.dirname, "../../docs");
const rows = readFileSync(join(docs, "stacks.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("|---"))
  .map((line) => line.split("|").map((cell) => cell.trim()));

test("whoever is told to be served is so by a test that is there", () => {
  const served = rows.filter(([, , , how = ""]) => /^(file|commands|requests|by a check|`)/.test(how));
  assert.ok(served.length > 20);
  for (const [, what = "", , how = "", by = ""] of served) {
    const named = [...by.matchAll(/\]\((\.\.\/[^)]+)\)/g)].map(([, path = ""]) => path);
    assert.ok(named.length > 0 || /not tried$/.test(how), `${what} has no test, and is not said to be untried`);
    for (const path of named) assert.ok(existsSync(join(docs, path)), `${what}: ${path} is not there`);
  }
});
