import { z } from "zod";
import { balancerSchema } from "../../load-balancer/registry.ts";
import { servicesSchema } from "../../services/schema.ts";
import { msg } from "../../core/text/text.ts";
import { dnsSchema } from "../../dns/registry.ts";
import { annotationSchema, silenceSchema } from "../../monitoring/schema.ts";
import { noticesSchema } from "../../notices/schema.ts";
import { deploySchema, rollbackSchema } from "../../presets/schema.ts";
import { approvalSchema } from "./approval-schema.ts";
import type { Parsed } from "../camel-keys.ts";
import { certificateSchema } from "./certificate-schema.ts";
import { controlSchema } from "./control-schema.ts";
import { databaseSchema } from "./database-schema.ts";
import { certificates, duration, hostName, httpUrl, text } from "./fields.ts";
import { filesSchema } from "./files-schema.ts";
import { healthSchema } from "./health-schema.ts";
import { hostsSchema } from "./hosts-schema.ts";
import { manualSchema, peopleSchema } from "./people-schema.ts";
import { prepareSchema } from "./prepare-schema.ts";
import { verifySchema } from "./verify-schema.ts";
import { watchSchema } from "./watch-schema.ts";
import { windowSchema } from "./window-schema.ts";

export const planSchema = z
  .strictObject({
    version: z.literal(1).describe("Version of this file's format."),
    service: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, msg`must be at most 40 lower-case letters, digits and -`)
      .describe("Name of the service."),
    locale: z.enum(["en", "ru"]).default("en").describe("Language of the checklist, of comments and of notices."),
    timezone: text("IANA time zone of every time in this file and on the checklist.").default("UTC"),
    window: windowSchema,
    approval: approvalSchema,
    hosts: hostsSchema,
    roles: z
      .record(hostName, z.array(hostName).min(1, msg`needs at least one host`))
      .default({})
      .describe("Names for groups of hosts; wherever the plan lists hosts, it may name a role."),
    people: peopleSchema,
    control: controlSchema,
    site: z.strictObject({
      url: httpUrl("The site as visitors see it; probed from the runner."),
      ca: certificates(
        "Certificates of a private CA, in PEM, where the site's is from one: the runner trusts no other for the site then.",
      ).optional(),
      status: z
        .int()
        .min(200)
        .max(499)
        .optional()
        .describe(
          "Status that this page answers with once the site is open. Default: as it answered before the page went up; " +
            "well, with a redirect, or with the very same refusal.",
        ),
    }),
    "load-balancer": balancerSchema,
    silence: silenceSchema.optional(),
    annotation: annotationSchema.optional(),
    database: databaseSchema,
    files: filesSchema,
    "keep-for": duration("30d").describe(
      "How long what a launch leaves behind is kept for its way back, and what a way back set aside: 30d, 12h. Until " +
        "then golive clean removes none of it.",
    ),
    services: servicesSchema,
    health: healthSchema,
    prepare: prepareSchema,
    deploy: deploySchema,
    rollback: rollbackSchema,
    dns: dnsSchema,
    certificates: z.array(certificateSchema).default([]),
    verify: verifySchema,
    manual: manualSchema,
    watch: watchSchema.optional(),
    notices: noticesSchema.optional(),
  })
  .describe("Plan of a launch.");

export type Plan = Parsed<typeof planSchema>;
export type { Scenario } from "./verify-schema.ts";
export type PlanHost = Plan["hosts"][string];
