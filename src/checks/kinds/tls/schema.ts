import { z } from "zod";
import type { Parsed } from "../../../plan/camel-keys.ts";
import { msg } from "../../../core/text/text.ts";
import { certificates, duration, hostName } from "../../../plan/schema/fields.ts";
import { common, dnsName, unitName } from "../../common-schema.ts";

export const tlsSchema = z.strictObject({
  kind: z.literal("tls"),
  ...common,
  name: dnsName("Name that the certificate has to be for. Default: the site's.").optional(),
  addresses: z
    .array(z.string().regex(/^[^\s:]+(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$/i, msg`must be HOST or HOST:PORT`))
    .min(1, msg`needs at least one address`)
    .optional()
    .describe("Each is asked on its own. Default: load-balancer.addresses, or where the name leads."),
  ca: certificates("Certificates of a private CA, in PEM; no other is trusted then. Default: site.ca.").optional(),
  protocol: z.enum(["TLSv1.2", "TLSv1.3"]).default("TLSv1.2").describe("The oldest that may be spoken."),
  "least-days": z
    .number()
    .min(0)
    .optional()
    .describe("Days that the certificate has to last, beside the fractions of its lifetime."),
  "one-certificate": z.boolean().default(true).describe("Every address has to show the same certificate."),
  redirect: z.boolean().default(true).describe("http has to lead to https."),
  "http-port": z.int().min(1).max(65535).default(80),
  renewal: z
    .strictObject({ host: hostName, timer: unitName.describe("certbot.timer, for example.") })
    .optional()
    .describe("The timer that renews the certificate has to be active on that host, and its last run good."),
  within: duration("10s"),
});
export type TlsCheck = Parsed<typeof tlsSchema>;
