import { isIPv4, isIPv6 } from "node:net";
import { z } from "zod";
import type { Parsed } from "../plan/schema/camel-keys.ts";
import { msg, t } from "../core/text/text.ts";
import { argv, duration, hostName, identifier, path, title } from "../plan/schema/fields.ts";

const label = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";
const fullName = new RegExp(`^(?=.{1,253}$)${label}(\\.${label})+$`, "i");
/** A name that a record stands at, or leads to; without the dot at its end, and never relative. */
const name = (what: string) =>
  z.string().regex(fullName, msg`is not a whole name such as www.example.org, without a dot at its end`).describe(what);

export const recordTypes = ["A", "AAAA", "CNAME", "TXT", "CAA", "MX", "SRV"] as const;
export type RecordType = (typeof recordTypes)[number];

/** What a value of a type looks like; everything that a value may hold is spelled out, since it becomes a line for nsupdate. */
const fits: Readonly<Record<RecordType, { readonly like: string; readonly test: (value: string) => boolean }>> = {
  A: { like: msg`an IPv4 address`, test: isIPv4 },
  AAAA: { like: msg`an IPv6 address`, test: (value) => isIPv6(value) && /^[0-9a-f:.]+$/i.test(value) },
  CNAME: { like: msg`a whole name, without a dot at its end`, test: (value) => fullName.test(value) },
  TXT: { like: msg`a text of printable ASCII without " and \\`, test: (value) => /^[ !#-[\]-~]{1,4000}$/.test(value) },
  CAA: {
    like: msg`FLAGS TAG VALUE, such as: 0 issue letsencrypt.org`,
    test: (value) => /^([01]?\d?\d|2[0-4]\d|25[0-5]) [a-z0-9]{1,15} [ !#-[\]-~]{1,1000}$/i.test(value),
  },
  MX: { like: msg`PREFERENCE NAME, such as: 10 mail.example.org`, test: (value) => numbersAndName(value, 1) },
  SRV: {
    like: msg`PRIORITY WEIGHT PORT NAME, such as: 0 5 443 www.example.org`,
    test: (value) => numbersAndName(value, 3),
  },
};

function numbersAndName(value: string, count: number): boolean {
  const words = value.split(" ");
  const target = words.at(-1) ?? "";
  return (
    words.length === count + 1 &&
    words.slice(0, count).every((word) => /^\d{1,5}$/.test(word) && Number(word) < 65536) &&
    (target === "." || fullName.test(target))
  );
}

const address = /^\d+(\.\d+){3}(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$|^[0-9a-f]*:[0-9a-f:]+$/i;
const common = {
  id: identifier("Name of the change, unique in the plan."),
  host: hostName,
  within: duration("2m").describe("How long is waited until the change is everywhere. Default 2m."),
};

const rfc2136 = z
  .strictObject({
    kind: z.literal("rfc2136"),
    ...common,
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
  .superRefine((change, context) => {
    const issue = (path: (string | number)[], message: string) =>
      void context.addIssue({ code: "custom", path, message });
    const inside =
      change.name.toLowerCase() === change.zone.toLowerCase() ||
      change.name.toLowerCase().endsWith(`.${change.zone.toLowerCase()}`);
    if (!inside) issue(["name"], t`is not in the zone ${change.zone}`);
    if (change.ttl > 604_800) issue(["ttl"], t`is longer than a week, which nobody remembers a record for`);
    for (const [index, value] of change.records.entries()) {
      if (!fits[change.type].test(value)) issue(["records", index], t`is not ${fits[change.type].like}`);
      else if (change.records.indexOf(value) < index) issue(["records", index], t`is there twice`);
    }
    if (change.type === "CNAME" && change.records.length > 1)
      issue(["records"], t`has more than one value, and a name is an alias of one other`);
    if (change.type === "CNAME" && change.name.toLowerCase() === change.zone.toLowerCase())
      issue(["type"], t`cannot stand at the zone's own name, which has its SOA and NS records`);
  });

const byCommand = z.strictObject({
  kind: z.literal("command"),
  ...common,
  host: hostName.describe("Where the commands run."),
  title: title("What it is called on the checklist."),
  current: argv(
    "Prints the present records as text, the same text for the same records. Kept in the journal, and handed to `back`.",
  ),
  change: argv("Makes the change. Has to bear being run again."),
  status: argv(
    "Exits 0 when the records are as the change wants them, 3 when they are not, anything else when it cannot tell.",
  ),
  back: argv(
    "Puts back the records whose text, as `current` printed it, is on its standard input. Has to bear being run again.",
  ),
  timeout: duration("2m").describe("How long each command may take. Default 2m."),
});

export const dnsChange = z
  .discriminatedUnion("kind", [rfc2136, byCommand])
  .describe("A change of DNS records between deploy and verify, taken back by a rollback.");
export const dnsSchema = z.array(dnsChange).default([]);
export type DnsChange = Parsed<typeof dnsChange>;
export type Rfc2136 = Extract<DnsChange, { kind: "rfc2136" }>;
export type ByCommand = Extract<DnsChange, { kind: "command" }>;
