import { dayBeforeMigrate, deployMigrate, prepareMigrations } from "../../../journal/steps/steps.ts";
import { cloneScratch } from "../../../database/unmigrated.ts";
import { type NewMigration, presetOf } from "../../../presets/preset.ts";
import { migrateHost } from "../../deploy/deploy-order.ts";
import type { Launch } from "../../launch/context.ts";
import type { DayStep } from "../day-step.ts";
import type { Made } from "../made.ts";
import type { Measured } from "../measured.ts";
import { goForward, practisedSteps } from "../practice/go-forward.ts";
import type { Practice } from "../practice/practice.ts";
import { reachFrom } from "../scratch.ts";
import { migrationsText } from "../trial/migrations-text.ts";
import { rehearseMigrations } from "../trial/rehearse-migrations.ts";
import { requireScratch, type Tried, triedIn } from "../trial/tried.ts";
import type { Built } from "./build.ts";
import type { Restored } from "./test-restore.ts";

/** The built release, pointed to the scratch database and migrated there. */
export interface Migrated {
  readonly tried: Tried;
  /** The copy that it went forward on, with the settings of the trial, and a clone of the database from before. */
  readonly practised: { readonly practice: Practice; readonly unmigrated: string } | null;
}

interface Given {
  readonly built: Built | null;
  readonly restored: Restored | null;
  readonly made: Made;
  readonly measured: Measured;
}

export const migrate = (given: Given): DayStep<Migrated | null> => ({
  id: dayBeforeMigrate.id,
  async run(launch) {
    const aimed = await aim(launch, given);
    if (aimed === null) return { done: { skipped: true }, hands: null };
    const { tried, practice } = aimed;
    await requireScratch(tried);
    const unmigrated = practice === null ? null : await beforeMigrations(launch, practice, tried);
    const { migrations, startup } = await rehearseMigrations(tried);
    if (practice !== null) {
      const after = practisedSteps(launch, "after").filter(({ part }) => part === "after-migrate");
      await goForward(launch, practice, after);
    }
    // The window migrates also where nothing seems to be pending.
    const starts = presetOf(launch.plan).startsToMigrate;
    const seconds = migrations.reduce((sum, one) => sum + one.seconds, starts * startup);
    given.measured.set(deployMigrate.on(migrateHost(launch.plan)).id, seconds);
    return {
      done: { note: migrationsText(migrations, knownMigrations(launch)), facts: { rehearsed: migrations } },
      hands: { tried, practised: practice === null || unmigrated === null ? null : { practice, unmigrated } },
    };
  },
});

/** The built release with the settings of the trial; null when nothing was built or restored. */
async function aim(launch: Launch, { built, restored, made }: Given) {
  const { trial: plan } = launch.plan.prepare;
  if (plan === undefined || built === null || restored === null) return null;
  const { scratch, database } = restored;
  const { server, close } = await reachFrom(launch, scratch);
  made.cutOff = close;
  const trial = { database, server, env: plan.settings, url: plan.databaseUrl };
  const context = { ...built.context, trial };
  const practice = built.practice === null ? null : { ...built.practice, context };
  return { tried: triedIn(launch, context, trial, scratch), practice };
}

/** A clone for the way back, and what the plan does before the migrations. */
async function beforeMigrations(launch: Launch, practice: Practice, { scratch, database }: Tried): Promise<string> {
  const unmigrated = await cloneScratch(scratch.host, scratch.database, database);
  const own = practisedSteps(launch, "before").filter((step) => step.own !== undefined);
  await goForward(launch, practice, own);
  return unmigrated;
}

/** What the release's migrations drop and rewrite, as it was read before. */
function knownMigrations({ state }: Launch): readonly NewMigration[] {
  return prepareMigrations.facts(state()).migrations ?? [];
}
