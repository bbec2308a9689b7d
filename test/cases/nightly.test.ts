import assert from "node:assert/strict";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { type NightlyProduction, startNightlyProduction } from "../../packages/rehearsal/try/nightly/production.ts";
import { tryBackup } from "../../packages/rehearsal/try/nightly/try-backup.ts";
import { casesOf } from "../cases.ts";
import { makeBackup } from "../database/scratch/make-backup.ts";

interface Expected {
  readonly verdict: "pass" | "fail" | "inconclusive" | "error";
  readonly code: string | null;
  /** Much like another: only in script/test long. */
  readonly long?: true;
}

const all = process.env.GOLIVE_LONG === "1";
const cases = (await casesOf<Expected>("nightly")).filter(({ expected }) => all || expected.long !== true);
const lanes = [0, 1];

// One production for a whole lane: what touched it would be seen in the case itself, and in each that follows.
describe("a backup of whatever kind is tried, and production is what it was", { concurrency: lanes.length }, () => {
  // One at a time: the day before removes what an earlier one left on that server.
  for (const lane of lanes)
    describe(`lane ${lane}`, { concurrency: 1 }, () => {
      let production: NightlyProduction;
      before(async () => {
        production = await startNightlyProduction();
      });
      after(() => production.stop());
      for (const { name, directory, expected } of cases.filter((_, index) => index % lanes.length === lane))
        test(name, async () => {
          const folder = join(production.directory, "backups", name);
          await mkdir(folder, { recursive: true });
          const file = await makeBackup(production, directory, folder);
          const { verdict, code, untouched, said } = await tryBackup(production, file, { settle: 0 });
          assert.equal(untouched, true, `production was touched: ${said}`);
          assert.deepEqual({ verdict, code }, { verdict: expected.verdict, code: expected.code }, said);
          await rm(folder, { recursive: true });
        });
    });
});
