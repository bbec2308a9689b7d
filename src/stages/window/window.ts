import { deployMigrate } from "../../journal/steps/steps.ts";
import { backup } from "../backup/backup.ts";
import { deploy } from "../deploy/deploy.ts";
import { migrateHost } from "../deploy/deploy-order.ts";
import type { Launch } from "../launch/context.ts";
import { closedAnew, closeSite } from "./close-site.ts";
import { openSite } from "./open-site.ts";
import type { CheckResult } from "../verify/run-checks.ts";
import { stands, verifyRelease } from "../verify/verify.ts";

/**
 * All of the window in one process: one start, one connection and one reading of the journal, while the site is closed.
 * The site opens when every check passes; the caller says what becomes of a launch with one that does not.
 */
export async function carryThrough(launch: Launch): Promise<readonly CheckResult[]> {
  await closeSite(launch);
  await backup(launch);
  if (await closedAnew(launch)) await backup(launch);
  const results = await deployAndVerify(launch);
  // Once more for a deploy that was done before this process began: what is proved already is not done again.
  await backup(launch);
  if (results.every(stands)) await openSite(launch);
  return results;
}

/**
 * What may wait of the backup is taken from the frozen copy once the migrations are through: they would fight for the
 * same disk, starts and tests hardly do. Each comes to its end whatever becomes of the other, so that nothing of this
 * process acts any more when a rollback begins; the first failure is the one that is told.
 */
async function deployAndVerify(launch: Launch): Promise<readonly CheckResult[]> {
  const failures: unknown[] = [];
  const toItsEnd = <T>(work: Promise<T>) =>
    work.catch((error: unknown) => {
      failures.push(error);
      return undefined;
    });
  let rest: Promise<unknown> = Promise.resolve();
  const observed = after(launch, deployMigrate.on(migrateHost(launch.plan)).id, () => {
    rest = toItsEnd(backup(launch));
  });
  const results = await toItsEnd(deploy(observed).then(() => verifyRelease(launch)));
  await rest;
  if (failures.length > 0) throw failures[0];
  return results ?? [];
}

/** The launch, telling once when a step is on record as done. */
function after(launch: Launch, step: string, tell: () => void): Launch {
  return {
    ...launch,
    async record(event) {
      await launch.record(event);
      if (event.kind === "step" && event.step === step && (event.status === "done" || event.status === "skipped"))
        tell();
    },
  };
}
