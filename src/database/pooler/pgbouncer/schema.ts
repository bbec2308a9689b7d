import { z } from "zod";
import { msg } from "../../../core/text/text.ts";
import { hostName, path, text, userName } from "../../../plan/schema/fields.ts";

const word = (what: string) =>
  z
    .string()
    .regex(/^[^\s]+$/, msg`holds a space`)
    .describe(what);

export const pgbouncerSchema = z.strictObject({
  kind: z.literal("pgbouncer"),
  host: hostName.optional().describe("Host on which psql asks pgbouncer's console. Default: the database's."),
  connection: z
    .strictObject({
      host: word("Address of pgbouncer as seen from there, or the directory of its socket.").optional(),
      port: z.int().min(1).max(65535).default(6432),
      user: word("One of pgbouncer's admin_users.").optional(),
      passfile: path("libpq password file on that host, mode 0600.").optional(),
    })
    .prefault({})
    .describe("How libpq connects to the console."),
  "run-as": userName.optional().describe("User for psql on that host, through sudo -n."),
  databases: z
    .array(text("Name of a database in pgbouncer.ini."))
    .default([])
    .describe("Databases of pgbouncer that lead to the service's. Default: those that say so in SHOW DATABASES."),
});
