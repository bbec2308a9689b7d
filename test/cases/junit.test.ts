import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { judgeSmoke } from "../../src/checks/kinds/smoke/judge.ts";
import { smokeSchema } from "../../src/checks/kinds/smoke/schema.ts";
import { parsed } from "../../src/plan/camel-keys.ts";
import { casesOf } from "../cases.ts";

interface Expected {
  /** What the program that wrote the report exited with. */
  readonly code: number;
  readonly verdict: string;
  readonly evidence: string;
}

const check = parsed(smokeSchema, {
  kind: "smoke",
  id: "smoke",
  host: "app-1",
  path: "smoke",
  run: ["tests", "{report}"],
});

for (const { name, directory, expected } of await casesOf<Expected>("junit"))
  test(`a report of tests: ${name}`, async () => {
    const report = await readFile(join(directory, "report.xml"), "utf8");
    const { verdict, evidence } = judgeSmoke(check, { code: expected.code, report });
    assert.deepEqual({ code: expected.code, verdict, evidence }, expected);
    assert.doesNotMatch(evidence, /Anna/);
  });
