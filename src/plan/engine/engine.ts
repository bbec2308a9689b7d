import { InternalError } from "../../core/errors.ts";
import type { Plan } from "../schema/schema.ts";

type Planned = Pick<Plan, "database">;
type Database = Plan["database"];
export type PostgresqlPlan = Extract<Database, { engine: "postgresql" }>;
export type CommandsPlan = Extract<Database, { engine: "commands" }>;

/** A plan whose database is PostgreSQL. */
export type OnPostgresql = Plan & { readonly database: PostgresqlPlan };

/** The plan's PostgreSQL, or undefined when its database is of another engine. */
export function ifPostgresql({ database }: Planned): PostgresqlPlan | undefined {
  return database.engine === "postgresql" ? database : undefined;
}

/** The same where only such a plan gets to. */
export function postgresqlOf(plan: Planned): PostgresqlPlan {
  const found = ifPostgresql(plan);
  if (found === undefined) throw new InternalError(`the plan's engine is ${plan.database.engine}, not postgresql`);
  return found;
}

/** The plan's commands, where only a plan with them gets to. */
export function commandsOf({ database }: Planned): CommandsPlan {
  if (database.engine !== "commands") throw new InternalError(`the plan's engine is ${database.engine}, not commands`);
  return database;
}

/** Where backups lie, and what becomes of them. */
export interface Keeping {
  readonly host: string;
  readonly runAs: string | undefined;
  readonly directory: string;
  /** The key of the plan that names the directory. */
  readonly key: string;
  readonly recipient: string | undefined;
  readonly offsite: PostgresqlPlan["backup"]["offsite"];
  readonly keep: PostgresqlPlan["backup"]["keep"];
}

/** Null where nothing is backed up. */
export function keepingOf({ database }: Planned): Keeping | null {
  switch (database.engine) {
    case "none":
      return null;
    case "commands": {
      const { host, runAs, directory, recipient, offsite, keep } = database;
      return { host, runAs, directory, key: "database.directory", recipient, offsite, keep };
    }
    case "postgresql": {
      const { host, runAs } = database;
      const { directory, recipient, offsite, keep } = database.backup;
      return { host, runAs, directory, key: "database.backup.directory", recipient, offsite, keep };
    }
  }
}

/** MiB that have to stay free where something is kept. */
export function leastFreeOf({ database }: Planned): number {
  if (database.engine === "none") return 64;
  return database.engine === "commands" ? database.leastFree : database.backup.leastFree;
}
