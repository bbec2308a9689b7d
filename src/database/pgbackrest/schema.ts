import { z } from "zod";
import type { Parsed } from "../../plan/camel-keys.ts";
import { msg } from "../../core/text/text.ts";
import { path } from "../../plan/schema/fields.ts";

/** `database.backup.pgbackrest`: hands the backup of a database too large for pg_dump to pgBackRest. */
export const pgbackrestSchema = z
  .strictObject({
    stanza: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, msg`must be a stanza name of at most 64 letters, digits, _ . -`)
      .describe("The stanza of this PostgreSQL server in pgBackRest's configuration."),
    type: z
      .enum(["full", "diff", "incr"])
      .optional()
      .describe("What the launch takes; incr by default: the window is short, and the full one was taken before."),
    config: path("pgBackRest's configuration file, when it is not at its usual place.").optional(),
  })
  .describe("Back up with pgBackRest, which is set up on the database host, in place of pg_dump.");

export type PgbackrestPlan = Parsed<typeof pgbackrestSchema>;
