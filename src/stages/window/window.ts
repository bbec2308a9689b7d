import { deployMigrate } from "../../journal/steps/steps.ts";
import { backup } from "../backup/backup.ts";
import { deploy } from "../deploy/deploy.ts";
import { migrateHost } from "../deploy/deploy-order.ts";
import type { Launch } from "../launch/launch.ts";
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
  // What may wait of the backup is taken from the frozen copy once the migrations are through: they would fight for the
  // same disk, starts and tests hardly do. Each comes to its end whatever becomes of the other, so that nothing of this
  // process acts any more when a rollback begins; the first failure is the one that is told.
  let failed: { readonly error: unknown } | null = null;
  const told = <T>(work: Promise<T>) => work.catch((error: unknown) => void (failed ??= { error }));
  let rest: Promise<unknown> = Promise.resolve();
  const observed = after(
    launch,
    deployMigrate.on(migrateHost(launch.plan)).id,
    () => void (rest = told(backup(launch))),
  );
  const results = await told(deploy(observed).then(() => verifyRelease(launch)));
  await rest;
  if (failed !== null) throw (failed as { readonly error: unknown }).error;
  // Once more for a deploy that was done before this process began: what is proved already is not done again.
  await backup(launch);
  const checked = results ?? [];
  if (checked.every(stands)) await openSite(launch);
  return checked;
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
