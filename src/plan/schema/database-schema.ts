import { z } from "zod";
import { msg } from "../../core/text/text.ts";
import { commandsSchema } from "../../database/commands/schema.ts";
import { noneSchema } from "../../database/none-schema.ts";
import { keepSchema, offsiteSchema, recipientSchema } from "../../database/keeping-schema.ts";
import { pgbackrestSchema } from "../../database/pgbackrest/schema.ts";
import { poolersSchema } from "../../database/pooler/schema.ts";
import { snapshotSchema, switchSchema } from "../../database/provider/schema.ts";
import { connection, databaseName, hostName, path, text, userName } from "./fields.ts";

const backup = z.strictObject({
  directory: path("Folder for the dumps; made with mode 0700."),
  jobs: z.int().min(1).max(32).default(2).describe("Parallel jobs of pg_dump and pg_restore."),
  copy: z
    .literal([true, false, "snapshot"])
    .default(true)
    .describe(
      "Clone the database in the window, so that the way back is a rename. Takes its size once more on the server's disk. " +
        "Without it the way back is a restore of the dump beside, then the same rename. snapshot: the provider's, by the " +
        "commands of database.snapshot; the dump stays the second way.",
    ),
  dump: z
    .enum(["before-deploy", "after-migration"])
    .default("before-deploy")
    .describe(
      "after-migration: the dump is taken from the frozen copy once the migrations are through, so that they need not wait " +
        "for it; it is proved before the site opens all the same. Needs the copy.",
    ),
  proof: z
    .enum(["restore", "content", "read"])
    .default("restore")
    .describe(
      "How the dump is proved. restore: put back beside, contents and schema compared. content: not put back; the bytes of " +
        "each table and the schema compared. read: read through whole only, for a database too large for the window.",
    ),
  "count-only": z
    .array(text("schema.table"))
    .default([])
    .describe("Tables whose rows are counted and not compared, because their values have no stable text form."),
  recipient: recipientSchema.describe(
    "Public key of age. What leaves the database, and rows set aside by a rollback, are encrypted to it.",
  ),
  pgbackrest: pgbackrestSchema.optional(),
  offsite: offsiteSchema,
  keep: keepSchema,
  "least-free": z.int().min(0).default(64).describe("MiB that must stay free beside what the dump and its proof need."),
});

const postgresqlSchema = z
  .strictObject({
    engine: z.literal("postgresql"),
    host: hostName.describe("Where pg_dump, psql and pg_restore run."),
    name: z
      .string()
      .regex(
        /^[A-Za-z_][A-Za-z0-9_$-]{0,39}(_(restored|copy)_[0-9a-f]{12})?$/,
        msg`must be a database name of at most 40 letters, digits, _ $ -`,
      )
      .describe("The service's database."),
    connection: connection.default({}),
    maintenance: databaseName
      .optional()
      .describe(
        "Database of the same server that questions about the whole server are asked in, and databases are made from. " +
          "Default: postgres. On managed servers another one that the role may connect to, and not the service's own.",
      ),
    programs: path(
      "Folder of psql, pg_dump and pg_restore, when those on the PATH are of another version than the server.",
    ).optional(),
    observers: z
      .array(z.string())
      .default([])
      .describe(
        "Roles that may stay connected while the site is closed because they only look (a metrics exporter). " +
          "Anyone else's session stops the launch before the backup.",
      ),
    poolers: poolersSchema,
    "run-as": userName.optional().describe("User for the PostgreSQL programs, through sudo -n (peer authentication)."),
    switch: switchSchema.optional(),
    snapshot: snapshotSchema.optional(),
    backup,
  })
  .describe("The database and where its backups go.");

/** Every engine, one line each. */
export const databaseSchema = z
  .discriminatedUnion("engine", [
    postgresqlSchema, //
    commandsSchema,
    noneSchema,
  ])
  .describe("The database and where its backups go.");
