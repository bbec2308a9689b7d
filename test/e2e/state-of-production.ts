import { access, readdir } from "node:fs/promises";
import { latestRelease, type LaunchState, stateOf } from "../../src/journal/state.ts";
import type { World } from "../../packages/rehearsal/world/world.ts";

export interface Production {
  readonly version: string;
  /** Whether v1.1.0's column is there. */
  readonly newColumn: boolean;
  /** Without the rollback copies. */
  readonly databases: readonly string[];
  readonly copies: readonly string[];
  /** Databases that let nobody in, copies apart. */
  readonly shut: readonly string[];
  readonly page: "up" | "down";
  readonly dumps: readonly string[];
}

/** What a launch could have changed. */
export async function stateOfProduction({ production }: World): Promise<Production> {
  const column = await production.sql("SELECT count(*) FROM information_schema.columns WHERE column_name = 'ends_at'");
  const names = async (where: string) =>
    (
      await production.sql(
        `SELECT datname FROM pg_database WHERE NOT datistemplate AND ${where} ORDER BY 1`,
        "postgres",
      )
    )
      .split("\n")
      .filter((name) => name !== "");
  const isCopy = "datname LIKE '%_copy_%'";
  return {
    version: await production.version().catch(() => "none"),
    newColumn: column.trim() === "1",
    databases: await names(`NOT ${isCopy}`),
    copies: await names(isCopy),
    shut: await names(`NOT ${isCopy} AND NOT datallowconn`),
    page: await access(production.maintenanceFlag).then(
      () => "up" as const,
      () => "down" as const,
    ),
    dumps: await readdir(production.backups),
  };
}

export async function lastState(world: World): Promise<LaunchState> {
  const entries = await world.journal();
  return stateOf(entries, latestRelease(entries) ?? "");
}
