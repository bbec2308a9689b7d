import { z } from "zod";
import { msg, t } from "../../core/text/text.ts";
import type { Parsed } from "../../plan/camel-keys.ts";
import { duration, hostName, path, title } from "../../plan/schema/fields.ts";
import { changeKeys } from "../kind.ts";
import { fits, fullName, type RecordType, recordTypes } from "./record-types.ts";

/** A name that a record stands at, or leads to; without the dot at its end, and never relative. */
const name = (what: string) =>
  z.string().regex(fullName, msg`is not a whole name such as www.example.org, without a dot at its end`).describe(what);

const address = /^\d+(\.\d+){3}(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$|^[0-9a-f]*:[0-9a-f:]+$/i;
export const rfc2136Schema = z
  .strictObject({
    kind: z.literal("rfc2136"),
    ...changeKeys,
    host: hostName.describe("Where dig and nsupdate run."),
    title: title("What it is called on the checklist. Default: the records.").optional(),
    server: z
      .string()
      .refine(
        (value) => address.test(value) || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?$/i.test(value),
        msg`must be a name or an IP address, with :PORT when it is not 53 ([…]:PORT for IPv6)`,
      )
      .describe("The zone's primary server, which takes the update."),
    zone: name("The zone that the update is for."),
    name: z
      .string()
      .regex(
        new RegExp(`^(\\*\\.)?${fullName.source.slice(1)}`, "i"),
        msg`is not a whole name such as www.example.org, without a dot at its end`,
      )
      .describe("The name whose records change."),
    type: z.enum(recordTypes),
    ttl: duration("5m").describe("How long others may remember the new records. Default 5m."),
    records: z
      .array(z.string())
      .min(1, msg`needs at least one value`)
      .describe("All records of that type that the name has afterwards; quotes are added where the type has some."),
    "key-file": path("TSIG key on that host, as tsig-keygen prints it. Nobody but its user may read it.").regex(
      /^[^\s"\\]+$/,
      msg`must hold no space, quote or \\`,
    ),
    "run-as": z
      .string()
      .regex(/^[a-z_][a-z0-9_-]*$/, msg`is not a user name`)
      .optional()
      .describe("User that may read the key, through sudo -n."),
    servers: z
      .array(z.string().regex(address, msg`must be an IP address, or IP:PORT ([…]:PORT for IPv6)`))
      .min(1, msg`needs at least one server`)
      .optional()
      .describe("The servers that have to have the records in the end. Default: those that the zone names."),
  })
  .superRefine(holdTogether);

export type Rfc2136 = Parsed<typeof rfc2136Schema>;

interface Given {
  readonly name: string;
  readonly zone: string;
  readonly ttl: number;
  readonly type: RecordType;
  readonly records: readonly string[];
}

/** What one key alone cannot tell. */
function holdTogether(change: Given, context: z.RefinementCtx): void {
  const issue = (path: (string | number)[], message: string) =>
    void context.addIssue({ code: "custom", path, message });
  const [name, zone] = [change.name.toLowerCase(), change.zone.toLowerCase()];
  if (name !== zone && !name.endsWith(`.${zone}`)) issue(["name"], t`is not in the zone ${change.zone}`);
  if (change.ttl > 604_800) issue(["ttl"], t`is longer than a week, which nobody remembers a record for`);
  for (const [index, value] of change.records.entries()) {
    if (!fits[change.type].test(value)) issue(["records", index], t`is not ${fits[change.type].like}`);
    else if (change.records.indexOf(value) < index) issue(["records", index], t`is there twice`);
  }
  if (change.type !== "CNAME") return;
  if (change.records.length > 1) issue(["records"], t`has more than one value, and a name is an alias of one other`);
  if (name === zone) issue(["type"], t`cannot stand at the zone's own name, which has its SOA and NS records`);
}
