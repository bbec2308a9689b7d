import { performance } from "node:perf_hooks";
import { CommandError, errorLine, UserError } from "../../../core/errors.ts";
import { showDuration } from "../../../core/text/figures.ts";
import { t } from "../../../core/text/text.ts";
import { type SeenLock, watchLocks } from "../../../database/trial/lock-sampler.ts";
import type { NewMigration } from "../../../presets/preset.ts";
import type { Tried } from "./tried.ts";

export interface RehearsedMigration {
  readonly name: string;
  readonly seconds: number;
  readonly locks: readonly SeenLock[];
}

/** Runs the pending migrations one by one on the scratch database. `startup` is what a command costs that does nothing; seconds. */
export async function rehearseMigrations(
  tried: Tried,
): Promise<{ migrations: readonly RehearsedMigration[]; startup: number }> {
  const began = performance.now();
  const pending = await tried.trial.pending();
  const startup = (performance.now() - began) / 1000;
  const migrations: RehearsedMigration[] = [];
  for (const name of pending) migrations.push(await rehearseOne(tried, name, startup));
  await requireNonePending(tried);
  return { migrations, startup };
}

async function rehearseOne(
  { scratch, database, trial, host }: Tried,
  name: string,
  startup: number,
): Promise<RehearsedMigration> {
  const started = performance.now();
  try {
    const { locks } = await watchLocks(scratch.host, scratch.database, database, () => trial.apply(name));
    const seconds = Math.round(Math.max(0, (performance.now() - started) / 1000 - startup) * 100) / 100;
    return { name, seconds, locks };
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

export function migrationsText(migrations: readonly RehearsedMigration[], known: readonly NewMigration[]): string {
  if (migrations.length === 0) return t`none is pending`;
  return migrations
    .map(({ name, seconds, locks }) => {
      const effects = known.find((one) => one.name === name);
      const drops = [...(effects?.drops ?? []), ...(effects?.rewrites ?? [])];
      const lost = drops.length > 0 ? `, ⚠️ ${drops.join(", ")}` : "";
      const waits = locks.length > 0 ? ` (${locks.map(lockText).join(", ")})` : "";
      return `${name} ${showDuration(seconds)}${lost}${waits}`;
    })
    .join("; ");
}

function lockText({ stops, table, seconds }: SeenLock): string {
  return stops === "writes"
    ? t`writes of ${table} wait ${showDuration(seconds)}`
    : t`reads and writes of ${table} wait ${showDuration(seconds)}`;
}
