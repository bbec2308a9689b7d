import { z } from "zod";
import type { Parsed } from "../../plan/camel-keys.ts";
import { pgbouncerSchema } from "./pgbouncer/schema.ts";

/** One of what a plan names under `database.poolers`. */
export const poolerSchema = z.discriminatedUnion("kind", [pgbouncerSchema]);

export const poolersSchema = z
  .array(poolerSchema)
  .default([])
  .describe(
    "Poolers through which the service reaches its database. They are told to hold queries back while the database is " +
      "cloned or changes places, and to go on at once after it: a pooler that meets a closed door waits before it tries " +
      "again. golive itself never goes through them.",
  );

export type PoolerPlan = Parsed<typeof poolerSchema>;
