import { z } from "zod";
import type { Parsed } from "../../../plan/camel-keys.ts";
import { msg } from "../../../core/text/text.ts";
import { duration, hostName } from "../../../plan/schema/fields.ts";
import { common, unitName } from "../../common-schema.ts";

export const systemdSchema = z.strictObject({
  kind: z.literal("systemd"),
  ...common,
  host: hostName.optional().describe("Default: every host of the services."),
  units: z
    .array(unitName)
    .min(1, msg`needs at least one unit`)
    .optional()
    .describe("Default: the services' units on that host."),
  "most-restarts": z.int().min(0).default(0).describe("How often systemd may have started a unit again by itself."),
  "most-errors": z
    .int()
    .min(0)
    .default(0)
    .describe("Entries of the journal of priority err or worse, since the start."),
  journal: z
    .boolean()
    .default(true)
    .describe("Count them. The connection's user has to be in the group systemd-journal."),
  steady: duration("5s").describe("Looked at twice, so long apart. Default 5s."),
});
export type SystemdCheck = Parsed<typeof systemdSchema>;
