import { strategyOf } from "../../presets/strategy.ts";
import { sideName } from "../../database/postgres.ts";
import type { Scratch } from "../../database/scratch/server.ts";
import { releaseDirectory, trialFolder } from "../../plan/layout.ts";
import type { Launch } from "../launch/context.ts";
import { postgresqlOf } from "../../plan/engine/engine.ts";

type Released = Pick<Launch, "plan" | "release">;

/** Where the release is built: its own place, or where it is practised. */
export function trialDirectory({ plan, release }: Released): string {
  if (strategyOf(plan).ownDirectory) return releaseDirectory(plan, release);
  return practiceDirectory({ plan, release });
}

/** Where copies of what serves lie, and notes about them. */
export function practiceDirectory({ plan, release }: Released): string {
  return `${trialFolder(plan)}/${release.id}`;
}

/** Where the scratch database is dumped to. */
export function dumpDirectory({ database }: Scratch): string {
  return `${database.backup.directory}/.day-before`;
}

/** Name of the database that the newest backup is restored to. */
export function scratchName({ plan, release }: Released): string {
  return sideName(postgresqlOf(plan).name, "trial", String(release.runId % 100_000_000));
}
