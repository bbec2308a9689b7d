import assert from "node:assert/strict";
import { test } from "node:test";
import type { Phase } from "../../src/checklist/model.ts";
import type { PhaseId } from "../../src/core/phases.ts";
import { makeForecast } from "../../src/stages/launch/forecast.ts";

const phase = (id: PhaseId, ...steps: string[]): Phase => ({
  id,
  title: id,
  lines: steps.map((step) => ({ id: `${id}.${step}`, title: step })),
});
const phases = [
  phase("isolate", "on"),
  phase("backup", "copy", "dump", "proof"),
  phase("deploy", "fetch", "migrate@a", "start@a"),
  phase("verify", "smoke"),
  phase("open", "off"),
];
const seconds: Readonly<Record<string, number>> = {
  "isolate.on": 1,
  "backup.copy": 2,
  "deploy.fetch": 3,
  "deploy.migrate@a": 4,
  "open.off": 5,
};

function forecastSeconds(dump: number, rest: number, dumpAfter: string | null): number {
  const measured = new Map(
    Object.entries({
      ...seconds,
      "backup.dump": dump - 1,
      "backup.proof": 1,
      "deploy.start@a": rest - 1,
      "verify.smoke": 1,
      between: 0,
    }),
  );
  return makeForecast(phases, { measured, history: new Map(), usual: () => assert.fail("all is measured"), dumpAfter })
    .launch.seconds;
}

const alone = 1 + 2 + 3 + 4 + 5;
const cases: readonly (readonly [string, number, number, string | null, number])[] = [
  ["a dump before the deploy costs its time", 10, 20, null, alone + 30],
  ["a dump beside a longer rest costs none", 10, 20, "deploy.migrate@a", alone + 20],
  ["a dump that is longer than the rest costs its own", 20, 10, "deploy.migrate@a", alone + 20],
];
for (const [what, dump, rest, dumpAfter, expected] of cases)
  test(`forecast: ${what}`, () => assert.equal(forecastSeconds(dump, rest, dumpAfter), expected));
