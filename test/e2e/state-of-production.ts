import { access, readdir } from "node:fs/promises";
import { latestRelease, type LaunchState, stateOf } from "../../src/journal/state.ts";
import type { World } from "../../rehearsal/world.ts";

export interface Production {
  readonly version: string;
  /** Whether v1.1.0's column is there. */
  readonly newColumn: boolean;
  readonly databases: readonly string[];
  readonly page: "up" | "down";
  readonly dumps: readonly string[];
}

/** What a launch could have changed. */
export async function stateOfProduction({ stage }: World): Promise<Production> {
  const column = await stage.sql("SELECT count(*) FROM information_schema.columns WHERE column_name = 'ends_at'");
  const databases = await stage.sql("SELECT datname FROM pg_database WHERE NOT datistemplate ORDER BY 1");
  return {
    version: await stage.version().catch(() => "none"),
    newColumn: column.trim() === "1",
    databases: databases.trim().split("\n"),
    page: await access(stage.maintenanceFlag).then(() => "up" as const, () => "down" as const),
    dumps: await readdir(stage.backups),
  };
}

export async function lastState(world: World): Promise<LaunchState> {
  const entries = await world.journal();
  return stateOf(entries, latestRelease(entries) ?? "");
}
