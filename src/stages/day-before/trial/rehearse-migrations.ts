import { performance } from "node:perf_hooks";
import type { Effect } from "../../../core/effects/effect.ts";
import { CommandError, errorLine, UserError } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import { type Catalog, catalogOf } from "../../../database/effects/catalog.ts";
import { effectsBetween } from "../../../database/effects/effects.ts";
import { type SeenLock, watchLocks } from "../../../database/trial/lock-sampler.ts";
import type { Tried } from "./tried.ts";

export interface RehearsedMigration {
  readonly name: string;
  readonly seconds: number;
  readonly locks: readonly SeenLock[];
  /** What it did to the scratch database; null when that could not be seen. */
  readonly effects: readonly Effect[] | null;
}

/** What drops and rewrites comes first; the journal is no place for every one of ten thousand partitions. */
const mostEffects = 1000;

/** Runs the pending migrations one by one on the scratch database. `startup` is what a command costs that does nothing; seconds. */
export async function rehearseMigrations(
  tried: Tried,
): Promise<{ migrations: readonly RehearsedMigration[]; startup: number }> {
  const began = performance.now();
  const pending = await tried.trial.pending();
  const startup = (performance.now() - began) / 1000;
  const migrations: RehearsedMigration[] = [];
  let before = pending.length === 0 ? null : await catalogIn(tried);
  for await (const ran of appliedIn(tried, pending, startup)) {
    const after = await catalogIn(tried);
    const effects = before === null || after === null ? null : effectsBetween(before, after).slice(0, mostEffects);
    migrations.push({ ...ran, effects });
    before = after;
  }
  await requireNonePending(tried);
  return { migrations, startup };
}

type Applied = Omit<RehearsedMigration, "effects">;

/** Each as soon as it is applied. */
async function* appliedIn(tried: Tried, pending: readonly string[], startup: number): AsyncGenerator<Applied> {
  const { migrateNext } = tried.plan;
  if (migrateNext !== undefined) return yield* nextOnes(tried, { command: migrateNext, pending, startup });
  for (const name of pending) {
    const measured = await rehearseOne(tried, { name, startup, apply: () => tried.trial.apply(name) });
    yield { name, ...measured };
  }
}

interface NextOnes {
  /** Of the plan: applies one and leaves the others. */
  readonly command: readonly string[];
  readonly pending: readonly string[];
  readonly startup: number;
}

/** What was applied is what is not pending any more: commands tell no names. */
async function* nextOnes(tried: Tried, { command, pending, startup }: NextOnes): AsyncGenerator<Applied> {
  const { host, trial } = tried;
  const apply = () => host.run(trial.command(command, 6 * 3600));
  for (let left = namesIn(pending); left.length > 0; ) {
    const measured = await rehearseOne(tried, { name: left[0] ?? "", startup, apply });
    const still = namesIn(await trial.pending());
    const gone = left.filter((name) => !still.includes(name));
    if (gone.length === 0)
      throw new UserError({
        code: "migrate-next-applies-none",
        what: t`${command.join(" ")} ended well and applied none of: ${left.join(", ")}`,
        where: host.name,
        mend: t`correct prepare.trial.migrate-next, or leave it out: all are then tried as one`,
      });
    yield { name: gone.join(" + "), ...measured };
    left = still;
  }
}

function namesIn(pending: readonly string[]): string[] {
  return pending.flatMap((names) => names.split(" + "));
}

/** Null where it cannot be read: that is told, and a migration that runs well is no worse for it. */
async function catalogIn({ scratch, database }: Tried): Promise<Catalog | null> {
  const found = await catalogOf(scratch.host, scratch.database, database).catch((error: unknown) => {
    if (error instanceof CommandError) return null;
    throw error;
  });
  return found?.counts ? found : null;
}

interface One {
  readonly name: string;
  readonly startup: number;
  apply(): Promise<unknown>;
}

async function rehearseOne(
  { scratch, database, host }: Tried,
  { name, startup, apply }: One,
): Promise<Pick<RehearsedMigration, "seconds" | "locks">> {
  const started = performance.now();
  try {
    const { locks } = await watchLocks(scratch.host, scratch.database, database, apply);
    const seconds = Math.round(Math.max(0, (performance.now() - started) / 1000 - startup) * 100) / 100;
    return { seconds, locks };
  } catch (error) {
    throw new UserError(
      {
        code: "migration-fails-by-day",
        what: t`the migration ${name} fails on yesterday's data: ${errorLine(error)}`,
        where: host.name,
        mend: t`mend the migration or the data; nothing of the service was touched`,
      },
      { cause: error instanceof CommandError ? error : undefined },
    );
  }
}

async function requireNonePending({ trial, host }: Tried): Promise<void> {
  const left = await trial.pending();
  if (left.length === 0) return;
  const names = left.join(", ");
  throw new UserError({
    code: "migrations-left-by-day",
    what: t`${left.length} {0:migration is|migrations are|migrations are} still unapplied on the scratch database: ${names}`,
    where: host.name,
    mend: t`look at manage.py showmigrations`,
  });
}
