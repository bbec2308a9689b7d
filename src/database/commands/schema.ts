import { z } from "zod";
import type { Parsed } from "../../plan/camel-keys.ts";
import { argv, duration, hostName, path, relativePath, title, userName } from "../../plan/schema/fields.ts";
import { msg } from "../../core/text/text.ts";
import { keepSchema, offsiteSchema, recipientSchema } from "../keeping-schema.ts";

const timed = (what: string, usual: string) => z.strictObject({ run: argv(what), timeout: duration(usual) });

/** `engine: commands`: a database of any kind, by the team's own commands, each looked at (docs/databases.md). */
export const commandsSchema = z
  .strictObject({
    engine: z.literal("commands"),
    host: hostName.describe("Where the commands run."),
    name: title("What the checklist calls it: MariaDB shop."),
    "run-as": userName.optional().describe("User for the commands, through sudo -n."),
    directory: path("Folder for the backups; made with mode 0700."),
    "back-up": z
      .strictObject({
        run: argv(
          "Backs the database up into the folder {directory}, which is there and empty. No shell reads it: " +
            '[/opt/shop/golive/back-up, "{directory}"].',
        ),
        leaves: z
          .array(relativePath("A file below {directory}, or a pattern of files: shop.sql, *.sql.gz."))
          .min(1, msg`needs at least one file; a backup that leaves none is none`)
          .describe("What has to be there then: each is a file of its own, made by this run, and not empty."),
        "at-least": z.int().min(1).default(1).describe("Bytes that each of those has to have at least."),
        timeout: duration("1h"),
      })
      .describe(
        "Makes the backup. Run by day into a trial folder, in the window, and once more before it is restored.",
      ),
    prove: timed(
      "Proves the backup in {directory}: restores it beside, or reads it through. Exits 0 when it is whole; with `state` " +
        "it prints the state of what it restored, line for line as `state` does.",
      "1h",
    ),
    restore: timed(
      "Puts the backup in {directory} back into the service's database. Never run by day; has to bear being run again.",
      "1h",
    ),
    size: timed("Prints how many bytes a backup takes at most (the database's size, mostly), and nothing else.", "1m"),
    state: timed(
      "Prints lines that tell what the database holds, such as `table rows checksum`, the same as long as nothing " +
        "is written. Compared before and after the backup, with the proof, and after the way back; never published.",
      "15m",
    ).optional(),
    recipient: recipientSchema.describe("Public key of age. A backup that leaves the host is encrypted to it."),
    offsite: offsiteSchema,
    keep: keepSchema,
    "least-free": z.int().min(0).default(64).describe("MiB that must stay free beside what the backups need."),
  })
  .describe("A database of any kind, by commands of your own (docs/databases.md).");
export type CommandsPlan = Parsed<typeof commandsSchema>;
