import { isIP } from "node:net";
import { z } from "zod";
import type { Parsed } from "../../../plan/camel-keys.ts";
import { msg } from "../../../core/text/text.ts";
import { duration } from "../../../plan/schema/fields.ts";
import { common, dnsName } from "../../common-schema.ts";

export const dnsSchema = z
  .strictObject({
    kind: z.literal("dns"),
    ...common,
    name: dnsName("Name to ask for. Default: the site's.").optional(),
    servers: z
      .array(
        z
          .string()
          .regex(
            /^\d+(\.\d+){3}(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$|^[0-9a-f]*:[0-9a-f:]+$/i,
            msg`must be an IP address, or IP:PORT ([…]:PORT for IPv6)`,
          ),
      )
      .min(1, msg`needs at least one server`)
      .optional()
      .describe("The name's authoritative servers. Default: those that its zone names."),
    addresses: z
      .array(z.string().refine((text) => isIP(text) !== 0, msg`is not an IP address`))
      .min(1, msg`needs at least one address`)
      .optional()
      .describe(
        "What the name has to lead to: these and no others. Without IPv6 among them there may be no AAAA record.",
      ),
    alias: dnsName("Name that this one has to be an alias of (CNAME), instead of addresses.").optional(),
    ipv6: z.boolean().default(false).describe("There has to be an AAAA record."),
    "ttl-at-most": duration("0s").describe("Longest time that others may remember the records. Default: not asked."),
    caa: dnsName("CA that has to be allowed to issue certificates for the name: letsencrypt.org.").optional(),
    within: duration("5s"),
    wait: duration("1m").describe(
      "How long is waited until all is as it has to be: a change takes its time to reach every server. Default 1m.",
    ),
  })
  .refine((one) => one.alias === undefined || (one.addresses === undefined && !one.ipv6), {
    path: ["alias"],
    message: msg`has addresses that are another zone's: take addresses and ipv6 out`,
  });
export type DnsCheck = Parsed<typeof dnsSchema>;
