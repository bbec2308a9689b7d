import { z } from "zod";
import { argv, duration } from "../../plan/schema/fields.ts";
import type { Parsed } from "../../plan/camel-keys.ts";

/** `database.switch`: databases that a provider makes, and a service that changes over to one. */
export const switchSchema = z
  .strictObject({
    create: argv(
      "Makes an empty database by the provider's API, with the service's owner, locale and extensions; {database} is its " +
        "name. Without it CREATE DATABASE does.",
    ).optional(),
    drop: argv("Drops one that create made; {database} is its name. Without it DROP DATABASE does.").optional(),
    use: argv(
      "Lets the service use the database {database}: writes its connection setting. Runs on each host of deploy.hosts, in " +
        "the release's directory, before the services start. It has to bear being run again.",
    ),
    timeout: duration("15m"),
  })
  .describe(
    "The way back is then a database beside, and the service changes over to it; nothing is renamed. For servers where " +
      "databases cannot be renamed, or are made by an API only (docs/managed-databases.md).",
  );
export type SwitchPlan = Parsed<typeof switchSchema>;

/** `database.snapshot`: a provider's snapshot in the place of the rollback copy. */
export const snapshotSchema = z
  .strictObject({
    take: argv(
      "Takes a snapshot and waits until it is whole. {snapshot} is the name that golive gives it; what it prints on its " +
        "last line is its {id}.",
    ),
    check: argv("Exits 0 when the snapshot {snapshot} (or {id}) is there and whole."),
    restore: argv(
      "Puts the database back to the snapshot {snapshot} (or {id}) under the address of database.connection, and waits " +
        "until that is done.",
    ),
    timeout: duration("2h"),
  })
  .describe(
    "The provider's snapshot as the rollback copy (database.backup.copy: snapshot); by commands, on database.host.",
  );
export type SnapshotPlan = Parsed<typeof snapshotSchema>;
