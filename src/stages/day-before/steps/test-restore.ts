import { dayBeforeRestore } from "../../../journal/steps/steps.ts";
import { UserError } from "../../../core/errors.ts";
import { showDuration } from "../../../core/text/figures.ts";
import { t } from "../../../core/text/text.ts";
import type { FoundBackup } from "../../../database/dump/found-backup.ts";
import { type DatabaseFacts, databaseProblems, spaceProblems } from "../../../database/preflight/preflight.ts";
import type { Scratch } from "../../../database/scratch/server.ts";
import { stateOf } from "../../../database/scratch/untouched.ts";
import { requireSane } from "../../../database/trial/rules.ts";
import { restoreTrial } from "../../../database/trial/trial.ts";
import type { TestRestore } from "../../../plan/schema/prepare-schema.ts";
import { databaseHost } from "../../backup/backup-record.ts";
import type { DayStep } from "../day-step.ts";
import { scratchName } from "../directories.ts";
import type { Made } from "../made.ts";
import { type Opened, openScratch } from "../scratch.ts";
import type { Built } from "./build.ts";
import { postgresqlOf } from "../../../plan/engine/engine.ts";

/** The newest backup in a database of its own, and the server that has it. */
export interface Restored {
  readonly scratch: Scratch;
  readonly database: string;
}

export const testRestore = (backup: FoundBackup | null, built: Built | null, made: Made): DayStep<Restored | null> => ({
  id: dayBeforeRestore.id,
  async run(launch) {
    const settings = launch.plan.prepare.testRestore;
    if (!settings || backup === null) return { done: { skipped: true }, hands: null };
    const service = { host: databaseHost(launch), plan: postgresqlOf(launch.plan) };
    const name = scratchName(launch);
    const { problems, facts } = await databaseProblems(service.host, service.plan, []);
    if (problems.length > 0) throw new UserError(problems);
    made.before = await stateOf(service.host, service.plan);
    const { scratch, turnedAway } = await openScratch(launch, settings);
    made.scratch = scratch;
    const { host, database } = scratch;
    const elsewhere = scratch.throwaway || settings.server !== undefined;
    await requireRoom(scratch, facts, { copy: built !== null && built.practice !== null, elsewhere });
    const seconds = await restoreTrial(service, scratch, { backup, name, settings });
    const sane = await requireSane(host, database, name, settings.rules);
    return {
      done: {
        note: t`restored in ${showDuration(seconds)}; ${sane}${turnedAwayText(settings, turnedAway)}`,
        facts: { restoreSeconds: seconds },
      },
      hands: { scratch, database: name },
    };
  },
});

async function requireRoom(
  { host, database }: Scratch,
  facts: DatabaseFacts | null,
  needs: { readonly copy: boolean; readonly elsewhere: boolean },
): Promise<void> {
  if (facts === null) return;
  const { problems } = await spaceProblems(host, database, facts, needs);
  if (problems.length > 0) throw new UserError(problems);
}

function turnedAwayText({ runAs }: TestRestore, turnedAway: Opened["turnedAway"]): string {
  return turnedAway === null ? "" : t`; as ${runAs}, turned away by PostgreSQL in ${turnedAway} {1:way|ways|ways}`;
}
