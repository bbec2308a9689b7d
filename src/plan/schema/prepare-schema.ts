import { z } from "zod";
import type { Parsed } from "../camel-keys.ts";
import { keysSchema } from "../../access/keys/keys-schema.ts";
import { accessSchema } from "../../access/registry.ts";
import { checkSchema } from "../../checks/registry.ts";
import { msg } from "../../core/text/text.ts";
import { pgbackrestSchema } from "../../database/pgbackrest/schema.ts";
import { argv, connection, databaseName, duration, hostName, path, title, userName } from "./fields.ts";

const variables = z.record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, msg`is not a variable's name`), z.string());
const table = z
  .string()
  .regex(/^([A-Za-z_][A-Za-z0-9_$]*\.)?[A-Za-z_][A-Za-z0-9_$]*$/, msg`must be a table, or schema.table`);

const common = {
  host: hostName.optional().describe("Where the backups are. Default: the database's host."),
  "max-age": duration("26h"),
};

const newestBackup = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("files"),
      ...common,
      pattern: path("The backups, with * in the last parts: /var/backups/clinic/*.dump. The newest counts."),
    }),
    z.strictObject({
      kind: z.literal("pgbackrest"),
      ...common,
      ...pgbackrestSchema.pick({ stanza: true, config: true }).shape,
    }),
    z.strictObject({
      kind: z.literal("command"),
      ...common,
      run: argv("Prints the path of the newest backup. No shell reads it."),
    }),
  ])
  .describe("The backup that is made anyway each night: found, young enough, whole.");

const rule = z.strictObject({
  table,
  "least-rows": z.int().min(0).default(1),
  newest: z
    .strictObject({
      column: z.string().regex(/^[A-Za-z_][A-Za-z0-9_$]*$/, msg`is not a column's name`),
      within: duration("48h"),
    })
    .optional()
    .describe("The newest value of that column is at most so old."),
});

const testRestore = z
  .strictObject({
    "run-as": userName
      .default("nobody")
      .describe(
        "User of the database host that the throwaway server runs as; it gets nowhere else, which is tried (docs/day-before.md).",
      ),
    directory: path(
      "Folder on the database host in which the throwaway server is made. Default: scratch below control.directory.",
    ).optional(),
    server: z
      .strictObject({
        host: hostName.describe("Where psql and pg_restore run for it; the backup has to be there."),
        connection: connection.describe(
          "How libpq connects to it from there. On the service's own server: a role that its database does not let in.",
        ),
        maintenance: databaseName.optional().describe("Database there that is connected to first. Default: postgres."),
        programs: path("Folder of psql, pg_dump and pg_restore there, when it is not the database's.").optional(),
        "run-as": userName.optional().describe("User for the PostgreSQL programs there."),
        directory: path("Folder for the trial dump, on that host. Default: database.backup.directory.").optional(),
      })
      .optional()
      .describe(
        "A server that is there already. Default: a throwaway server beside the service's, reached by its own socket only.",
      ),
    rules: z.array(rule).min(1, msg`needs at least one rule; a restore nobody looks at proves nothing`),
    connections: z.int().min(2).max(1000).default(20).describe("Connection limit of the scratch database."),
    "lock-timeout": duration("5s"),
    "statement-timeout": duration("2h"),
  })
  .describe("That backup is restored into a scratch database, looked at, and dropped at the end.");

const trial = z
  .strictObject({
    directory: path(
      "Scratch folder on the host that migrates: the release and its environment are built there. Default: trial below control.directory.",
    ).optional(),
    scratch: z
      .array(path("A folder on the host that migrates."))
      .default([])
      .describe(
        "Folders outside of the release that its steps write to: a cache, a log. The practice shows them a copy; all " +
          "else of the host they can only read.",
      ),
    settings: variables
      .default({})
      .describe(
        "Settings that point a release to the scratch database, with {database}, {host} and {port}: {DB_NAME: " +
          '"{database}", DB_HOST: "{host}"}. PGHOST and PGPORT are set anyway.',
      ),
    "migrate-next": argv("Applies the next pending migration alone: [npx, knex, migrate:up].")
      .optional()
      .describe("Where deploy.migrate applies all at once: each is then timed and told by itself on the day before."),
    "database-url": z
      .string()
      .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, msg`is not a variable's name`)
      .optional()
      .describe("Setting that holds a database URL (DATABASE_URL); it is pointed to the scratch database."),
    start: z
      .strictObject({
        run: argv("Starts one instance on a spare port, in the foreground. No shell reads it."),
        health: z.string().regex(/^http:\/\/(127\.0\.0\.1|localhost):\d+\//, msg`must be http://127.0.0.1:PORT/…`),
        within: duration("60s"),
      })
      .optional()
      .describe("The release is started once against the migrated copy."),
    tests: z
      .array(checkSchema)
      .default([])
      .describe("Checks on the migrated copy: smoke tests and commands run in the built release with these settings."),
  })
  .describe("The release's migrations run on the restored backup.");

export const prepareSchema = z
  .strictObject({
    staging: z
      .strictObject({
        env: variables.describe("Put over that of each smoke check: {BASE_URL: https://staging.example.org}."),
      })
      .optional()
      .describe("The smoke tests of the release, against staging."),
    access: z
      .array(accessSchema)
      .default([])
      .describe("What the service needs beyond itself, asked from its host with its own keys, and with a wrong one."),
    keys: keysSchema.optional(),
    checks: z
      .array(checkSchema)
      .default([])
      .describe(
        "Checks that have to pass before the window, on the release that runs then: the certificate, DNS, the bot.",
      ),
    "newest-backup": newestBackup.optional(),
    "test-restore": testRestore.optional(),
    trial: trial.optional(),
    tell: z
      .strictObject({
        who: z
          .array(
            z
              .string()
              .regex(/^@[A-Za-z0-9][A-Za-z0-9_-]*(\/[A-Za-z0-9._-]+)?$/, msg`must be @login or @organization/team`),
          )
          .min(1),
        text: title("A sentence of your own.").optional(),
      })
      .optional()
      .describe("Who is told on the checklist when and how long the site will be closed."),
  })
  .prefault({})
  .describe("The day before: what is rehearsed and measured ahead of the window.");

export type NewestBackup = Parsed<typeof newestBackup>;
export type TestRestore = Parsed<typeof testRestore>;
export type Trial = Parsed<typeof trial>;
