import assert from "node:assert/strict";
import { after, test } from "node:test";
import { cases, everyChange, titleOf } from "./cases.ts";
import { smallDisk } from "../../../packages/rehearsal/rehearse/small-disk.ts";
import { runCase } from "./run-case.ts";
import { line, type Row } from "./table.ts";

const rows: Row[] = [];
const disk = await smallDisk();
await disk?.remove();

/** A few of them with every change; all with GOLIVE_LONG=1. */
for (const of of process.env.GOLIVE_LONG === "1" ? cases : everyChange) {
  test(`${titleOf(of)}: the second run ends the launch, nothing is lost, the page is as the checklist says`, {
    skip: of.fault === "disk" && disk === null ? "no disk can be mounted here; needs root" : false,
  }, async () => {
    const result = await runCase(of);
    rows.push({ of, result });
    assert.deepEqual(result.wrong, [], result.wrong.join("\n"));
  });
}

after(() => process.stdout.write(`${rows.map(line).join("\n")}\n`));
