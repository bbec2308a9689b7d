import assert from "node:assert/strict";
import { after, test } from "node:test";
import { hostsProblem } from "../../packages/rehearsal/hosts/able.ts";
import { cases, everyChange, titleOf } from "./restarts/cases.ts";
import { runCase } from "./restarts/run-case.ts";
import { lineOf } from "./restarts/table.ts";

const problem = await hostsProblem();
const lines: string[] = [];

/** A few of them with every change; all with GOLIVE_LONG=1. */
for (const of of process.env.GOLIVE_LONG === "1" ? cases : everyChange) {
  const title = `${titleOf(of)}: nothing starts behind the page, the next run ends the launch, no write is lost`;
  test(title, { skip: problem ?? false }, async () => {
    const result = await runCase(of);
    lines.push(lineOf(of, result));
    assert.deepEqual(result.wrong, [], result.wrong.join("\n"));
  });
}

after(() => process.stdout.write(`${lines.join("\n")}\n`));
