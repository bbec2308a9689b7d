// Runs test files in the order they are named: node --test sorts them by name, and the longest would start last.
// run-tests.ts [all|unit|long|FILE...]; run-tests.ts --needs FILE... says which of `packages` and `dist` those need.

import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { relative } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import closingLine from "./closing-line.ts";
import { chosen, notUnit } from "./lib/test-files.ts";

/** A launch waits for two thirds of its time: for PostgreSQL, for services that start, for its own looks in a row. */
const lanesPerCore = 2;
const minutes = { all: 10, unit: 1, long: 240 } as const;

const [first = "all", ...others] = process.argv.slice(2);
if (first === "--needs") console.log(needs(others).join(" "));
else start(first, others);

function start(what: string, more: readonly string[]): void {
  const set = what === "all" || what === "unit" || what === "long" ? what : null;
  const files = set === null ? [what, ...more] : chosen[set]();
  const tests = run({
    files,
    concurrency: set === "unit" ? availableParallelism() : lanesPerCore * availableParallelism(),
    execArgv: ["--disable-warning=ExperimentalWarning", `--test-timeout=${minutes[set ?? "all"] * 60_000}`],
  });
  tests.on("test:fail", ({ todo }) => {
    if (todo === undefined || todo === false) process.exitCode = 1;
  });
  tests.compose(new spec()).pipe(process.stdout);
  tests.compose(closingLine).pipe(process.stdout);
}

function needs(files: readonly string[]): string[] {
  const inTree = files.map((file) => relative(process.cwd(), file));
  const packages = inTree.some((file) => notUnit(file) !== null);
  const dist = inTree.some(
    (file) => /^test\/(e2e|long)\//.test(file) || /["'`/]dist["'`/]/.test(readFileSync(file, "utf8")),
  );
  return [...(packages ? ["packages"] : []), ...(dist ? ["dist"] : [])];
}
