import { z } from "zod";
import { msg } from "../../core/text/text.ts";
import { pgbackrestSchema } from "../../database/pgbackrest/schema.ts";
import { poolersSchema } from "../../database/pooler/schema.ts";
import { snapshotSchema, switchSchema } from "../../database/provider/schema.ts";
import { argv, connection, databaseName, duration, hostName, path, text, userName } from "./fields.ts";

const offsite = z
  .strictObject({
    run: argv(
      "Sends the encrypted archive elsewhere; {file} is its path. No shell reads it: " +
        '[rclone, copyto, "{file}", remote:backups/latest.age].',
    ),
    timeout: duration("1h"),
  })
  .optional()
  .describe(
    "After the launch the backup is packed, encrypted to the recipient, and sent by this command; " +
      "the packed file is removed once it exited 0.",
  );

const keep = z
  .strictObject({ count: z.int().min(1).max(1000).default(5), days: z.int().min(0).max(3650).default(30) })
  .prefault({})
  .describe(
    "A backup is removed once it is both beyond the newest `count` and older than `days`. The newest proved one never is.",
  );

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
  recipient: z
    .string()
    .regex(/^age1[0-9a-z]{20,}$/, msg`is not a public key of age (age1…)`)
    .optional()
    .describe("Public key of age. What leaves the database, and rows set aside by a rollback, are encrypted to it."),
  pgbackrest: pgbackrestSchema.optional(),
  offsite,
  keep,
  "least-free": z.int().min(0).default(64).describe("MiB that must stay free beside what the dump and its proof need."),
});

export const databaseSchema = z
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
