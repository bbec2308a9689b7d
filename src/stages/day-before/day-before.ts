import { gently } from "../../hosts/gently.ts";
import { touched } from "../../journal/state.ts";
import type { Trial } from "../../plan/schema/prepare-schema.ts";
import { certificateRehearsals } from "../dns-tls/certificates.ts";
import { filesByDaySteps } from "../files/files.ts";
import { type Forecast, forecastOf } from "../launch/forecast.ts";
import type { Launch } from "../launch/context.ts";
import { requireLock } from "../launch/guards.ts";
import { peopleLines } from "../../plan/people/lines.ts";
import { askForScenarios } from "../verify/scenarios.ts";
import { builds } from "../outline/before-lines.ts";
import type { Step } from "../launch/run-steps.ts";
import { requireHearing } from "../preflight/deaf.ts";
import { tryAccess } from "./access.ts";
import { type DayStep, runAnew, takeFrom } from "./day-step.ts";
import { type Made, removeAll } from "./made.ts";
import { Measured } from "./measured.ts";
import { build } from "./steps/build.ts";
import { forecast } from "./steps/forecast.ts";
import { migrate } from "./steps/migrate.ts";
import { newestBackup } from "./steps/newest-backup.ts";
import { rehearseBackup } from "./steps/rehearse-backup.ts";
import { staging } from "./steps/staging.ts";
import { tell } from "./steps/tell.ts";
import { testRestore } from "./steps/test-restore.ts";
import { tests } from "./steps/tests.ts";
import { untouched } from "./steps/untouched.ts";
import { wayBack } from "./steps/way-back.ts";
import { engineOf } from "../engine/registry.ts";

/**
 * Rehearses the release on yesterday's backup and measures what the window will take. Nothing that serves is touched,
 * and every command waits behind the service. May be run as often as one likes; whatever it made is removed at the end.
 */
export async function dayBefore(launch: Launch): Promise<Forecast | null> {
  await requireLock(launch);
  // A launch that is under way is not rehearsed.
  if (touched(launch.state())) return null;
  const hosts = { ...launch.hosts, get: (name: string) => gently(launch.hosts.get(name)) };
  const quiet: Launch = { ...launch, hosts };
  const made: Made = {};
  try {
    await requireHearing(launch);
    if (peopleLines(launch.plan, "day-before").length > 0) await askForScenarios(launch, "day-before");
    await tryAccess(launch);
    await rehearse(quiet, made);
  } finally {
    await removeAll(quiet, made);
    // Whatever else went wrong: that production was touched is the first thing to know.
    if (made.before !== undefined) await runAnew(quiet, untouched(made));
  }
  return forecastOf(launch.state());
}

/** The order of the day, and what each step takes from those before it. */
async function rehearse(launch: Launch, made: Made): Promise<void> {
  const { plan } = launch;
  const { prepare } = plan;
  const measured = new Measured();
  const run = (step: Step) => runAnew(launch, step);
  const take = <T>(step: DayStep<T>) => takeFrom(launch, step);

  const built = builds(plan) ? await take(build(measured)) : null;
  if (prepare.staging) await run(staging(built, measured));
  const backup = prepare.newestBackup ? await take(newestBackup) : null;
  const restored = prepare.testRestore ? await take(testRestore(backup, built, made)) : null;
  if (prepare.testRestore) await run(rehearseBackup(restored, measured));
  if (prepare.trial) {
    const migrated = await take(migrate({ built, restored, made, measured }));
    const answered = isAsked(prepare.trial) ? await take(tests(migrated, measured)) : [];
    await run(wayBack({ built, migrated, answered, measured }));
  }
  if (prepare.testRestore) await run(untouched(made));
  for (const step of engineOf(plan).byDay(plan, measured)) await run(step);
  for (const step of filesByDaySteps(launch, measured)) await run(step);
  for (const step of certificateRehearsals(plan)) await run(step);
  await run(forecast(measured));
  if (prepare.tell) await run(tell);
}

/** Whether anything is asked of the release that is tried. */
function isAsked({ start, tests: asked }: Trial): boolean {
  return start !== undefined || asked.length > 0;
}
