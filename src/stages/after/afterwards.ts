import { afterForecast, afterOffsite, afterTidy, backupCopy, rollbackDatabase } from "../../journal/steps/steps.ts";
import { basename } from "node:path";
import { performance } from "node:perf_hooks";
import { command, script } from "../../core/command.ts";
import { StepError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { databaseScript, maintenanceOf, query } from "../../database/postgres.ts";
import { dropSide } from "../../database/dump/restore.ts";
import type { Entry } from "../../journal/event.ts";
import { releaseDirectory } from "../../plan/layout.ts";
import { strategyOf } from "../../presets/strategy.ts";
import { type Backup, backupsOf } from "./afterwards-record.ts";
import { contextOf, previousOf } from "../deploy/context.ts";
import { backupDirectory, databaseHost, dumpProved } from "../backup/backup-record.ts";
import { deviation } from "../../core/window/forecast.ts";
import { showDuration, showSize } from "../../core/text/figures.ts";
import { actualSeconds, type Forecast, forecastOf } from "../launch/forecast.ts";
import type { Launch } from "../launch/context.ts";
import { dropEarlierFiles, tellLeft } from "./left.ts";
import { reconcile } from "../window/open-paths.ts";
import { runStep, type Step } from "../launch/run-steps.ts";
import { packBackup, removeBackups } from "./scripts.ts";
import { ifPostgresql, keepingOf, type PostgresqlPlan } from "../../plan/engine/engine.ts";
import { ownScript } from "../../database/commands/run.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { openPathsOf } from "../../load-balancer/open-paths.ts";

/**
 * What need not be done in the window: the encrypted copy of the backup elsewhere, and what earlier launches left. Each
 * is tried; what fails is on the checklist, and changes nothing about the launch. Returns the failures.
 */
export async function afterwards(launch: Launch): Promise<StepError[]> {
  const offsite = keepingOf(launch.plan)?.offsite;
  const failed: StepError[] = [];
  const made = forecastOf(launch.state());
  for (const step of [
    ...(made && actualSeconds(launch.state()) !== null ? [compareForecast(made)] : []),
    ...(offsite && dumpProved(launch) ? [sendOffsite] : []),
    ...(openPathsOf(launch.plan).length > 0 ? [reconcile] : []),
    tidy,
    tellLeft,
  ]) {
    await runStep(launch, step).catch((error: unknown) => {
      if (!(error instanceof StepError)) throw error;
      failed.push(error);
    });
  }
  return failed;
}

/** How good the forecast was; kept, since the next one rests on it. */
const compareForecast = (made: Forecast): Step => ({
  id: afterForecast.id,
  async run(launch) {
    const actual = actualSeconds(launch.state()) ?? 0;
    const off = deviation(made.launch.seconds, actual);
    return {
      note: t`forecast ${showDuration(made.launch.seconds)}, took ${showDuration(actual)}: ${Math.round(off * 100)} % off`,
      facts: { forecastSeconds: made.launch.seconds, actualSeconds: actual, steps: compareSteps(made, launch) },
    };
  },
});

/** Seconds forecast and taken, step by step. */
function compareSteps(
  made: Forecast,
  launch: Launch,
): { id: string; source: string; forecast: number; actual: number }[] {
  const { steps } = launch.state();
  return made.steps.flatMap(({ id, source, seconds }) => {
    const actual = steps.get(id)?.seconds;
    return actual === undefined
      ? []
      : [{ id, source, forecast: Math.round(seconds * 100) / 100, actual: Math.round(actual * 100) / 100 }];
  });
}

const sendOffsite: Step = {
  id: afterOffsite.id,
  async run(launch) {
    const { offsite, recipient = "", runAs } = keepingOf(launch.plan) ?? {};
    const host = databaseHost(launch);
    const directory = backupDirectory(launch);
    const file = `${directory}.tar.age`;
    const started = performance.now();
    const { stdout } = await host.run({
      ...keepingScript(launch.plan, packBackup, [directory, recipient], { timeoutSeconds: 4 * 3600 }),
      label: t`tar and age of ${directory}`,
    });
    const [program = "", ...words] = offsite?.run ?? [];
    await host.run(
      command(
        program,
        words.map((word) => word.replaceAll("{file}", file)),
        {
          timeoutSeconds: offsite?.timeout ?? 3600,
          ...(runAs === undefined ? {} : { user: runAs }),
        },
      ),
    );
    await host.run(keepingScript(launch.plan, 'rm -f -- "$1"', [file]));
    return {
      note: t`${showSize(Number(stdout.trim()))}, encrypted, sent in ${showDuration((performance.now() - started) / 1000)}`,
    };
  },
};

const tidy: Step = {
  id: afterTidy.id,
  async run(launch) {
    const entries = await launch.journal.read();
    const removed = await removeOutdated(launch, entries);
    const copies = await dropEarlierCopies(launch, entries);
    const files = await dropEarlierFiles(launch);
    const releases = await Promise.all(
      launch.plan.deploy.hosts.map((name) =>
        strategyOf(launch.plan).tidy(contextOf(launch, name), inUse(launch, name)),
      ),
    );
    const gone = [...new Set(releases.flat())];
    const said = [
      removed.length > 0 ? t`${removed.length} {0:backup|backups|backups} beyond the plan's keep were removed` : "",
      copies.length > 0 ? t`rollback copies of earlier launches dropped: ${copies.join(", ")}` : "",
      files > 0 ? t`${files} copies of uploaded files of earlier launches removed` : "",
      gone.length > 0
        ? t`releases beyond the plan's keep were removed: ${gone.map((path) => basename(path)).join(", ")}`
        : "",
    ].filter((text) => text !== "");
    return said.length === 0
      ? { skipped: true, note: t`nothing of earlier launches is in the way` }
      : { note: said.join("; "), facts: { removed, copies, releases: gone } };
  },
};

/** Backups beyond the plan's keep, the paths that are gone. */
async function removeOutdated(launch: Launch, entries: readonly Entry[]): Promise<string[]> {
  const keeping = keepingOf(launch.plan);
  if (keeping === null) return [];
  const old = outdated(backupsOf(entries), launch.release.id, keeping.keep, Date.now());
  const removed: string[] = [];
  for (const { release } of old) {
    // Folders of releases on record, nothing found by a pattern.
    const { stdout } = await databaseHost(launch).run({
      ...script(removeBackups, [`${keeping.directory}/${release}`]),
      ...(keeping.runAs === undefined ? {} : { user: keeping.runAs }),
    });
    removed.push(...stdout.split("\n").filter((line) => line !== ""));
  }
  return removed;
}

async function dropEarlierCopies(launch: Launch, entries: readonly Entry[]): Promise<string[]> {
  const database = ifPostgresql(launch.plan);
  if (database === undefined) return [];
  const copies = await earlierCopies(launch, database, entries);
  for (const copy of copies) await dropSide(databaseHost(launch), database, copy);
  return copies;
}

/** A script about what the plan keeps, as its user and with the surroundings that its engine's programs have. */
function keepingScript(plan: Plan, text: string, values: readonly string[], options: { timeoutSeconds?: number } = {}) {
  const database = ifPostgresql(plan);
  return database === undefined
    ? ownScript({ runAs: keepingOf(plan)?.runAs }, text, values, options)
    : databaseScript(database, text, values, options);
}

/** The release of this launch and the one before it, whichever of the two serves now. */
function inUse(launch: Launch, host: string): string[] {
  const previous = previousOf(launch, host)?.directory;
  return [releaseDirectory(launch.plan, launch.release), ...(previous === undefined ? [] : [previous])];
}

/** Backups beyond both the plan's count and its days; never this launch's, and never the newest proved one. */
export function outdated(
  backups: readonly Backup[],
  current: string,
  keep: { readonly count: number; readonly days: number },
  now: number,
): Backup[] {
  const newestProved = backups.find(({ proved }) => proved)?.release;
  return backups.filter(
    ({ release, at }, index) =>
      index >= keep.count && now - at > keep.days * 86_400_000 && release !== current && release !== newestProved,
  );
}

/** Copies that the journal says launches before this one made; their time has passed once another launch is over. */
async function earlierCopies(
  { hosts, release }: Launch,
  database: PostgresqlPlan,
  entries: readonly Entry[],
): Promise<string[]> {
  const made = entries.flatMap((entry) =>
    entry.kind === "step" && entry.step === backupCopy.id && entry.status === "done" && entry.release !== release.id
      ? [entry.facts?.copy as { name: string; oid: string }]
      : [],
  );
  const there = await query(hosts.get(database.host), database, {
    database: maintenanceOf(database),
    sql: "SELECT datname, oid FROM pg_database",
  });
  const serving = new Set(
    entries.flatMap((entry) =>
      entry.kind === "step" && entry.step === rollbackDatabase.id ? [entry.facts?.uses] : [],
    ),
  );
  return made
    .filter(({ name, oid }) => !serving.has(name) && there.some(([one, id]) => one === name && id === oid))
    .map(({ name }) => name);
}
