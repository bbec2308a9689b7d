import type { Plan } from "../../plan/schema/schema.ts";
import { commands } from "./commands/commands.ts";
import type { DatabaseEngine } from "./kind.ts";
import { none } from "./none.ts";
import { postgresql } from "./postgresql.ts";

/** Every engine, one line each. */
const engines: Readonly<Record<Plan["database"]["engine"], DatabaseEngine>> = {
  postgresql, //
  commands,
  none,
};

export function engineOf({ database }: Pick<Plan, "database">): DatabaseEngine {
  return engines[database.engine];
}
