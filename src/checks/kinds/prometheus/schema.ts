import { z } from "zod";
import { msg } from "../../../core/text/text.ts";
import type { Parsed } from "../../../plan/camel-keys.ts";
import { asked, duration, text } from "../../../plan/schema/fields.ts";
import { canaryKeys } from "../../asking/canary.ts";
import { common } from "../../common-schema.ts";

const labelName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, msg`is not the name of a label`);

const query = z
  .strictObject({
    name: text("What it is called in the evidence. Default: the expression.").optional(),
    expr: text("PromQL; every series of its result has to keep to the threshold.").optional(),
    "at-most": z.number().optional(),
    "at-least": z.number().optional(),
    samples: text("PromQL: how many observations stand behind the expression.").optional(),
    "least-samples": z.number().min(1).default(1).describe("With fewer, nothing is concluded."),
    bad: text("PromQL: how many requests were bad. Instead of expr.").optional(),
    all: text("PromQL: how many there were; judged by the interval of Wilson, one-sided 95 %.").optional(),
    slo: z
      .number()
      .min(50)
      .lt(100)
      .optional()
      .describe("Percent of good ones that the service promises: 99.5. Instead of at-most."),
    burn: z.number().min(1).default(14.4).describe("How many times faster than promised the errors may come."),
  })
  .refine((one) => (one.expr === undefined) !== (one.bad === undefined), msg`needs one of expr and bad`)
  .refine((one) => (one.bad === undefined) === (one.all === undefined), msg`bad and all go together`)
  .refine(
    (one) => one.expr === undefined || one["at-most"] !== undefined || one["at-least"] !== undefined,
    msg`needs at-most or at-least`,
  )
  .refine(
    (one) =>
      one.bad === undefined ||
      ((one["at-most"] === undefined) !== (one.slo === undefined) &&
        (one["at-most"] ?? 0) <= 1 &&
        (one["at-most"] ?? 0) >= 0 &&
        one["at-least"] === undefined),
    msg`needs one of at-most (a share, 0 to 1) and slo`,
  );
export type PrometheusQuery = Parsed<typeof query>;

export const prometheusSchema = z.strictObject({
  kind: z.literal("prometheus"),
  ...common,
  ...asked("Prometheus, or what has its API."),
  job: text("Label job of the service's targets."),
  labels: z.record(labelName, z.string()).default({}).describe("Further labels of its targets."),
  metric: z
    .string()
    .regex(/^[A-Za-z_:][A-Za-z0-9_:]*$/, msg`is not the name of a metric`)
    .default("app_build_info")
    .describe("Metric that every instance exports with its version."),
  label: labelName.default("version"),
  version: text("Value of that label; {tag} and {commit} stand for the release.").default("{tag}"),
  instances: z
    .int()
    .min(1)
    .optional()
    .describe("How many targets there are. Default: as many as the services have hosts."),
  canary: z
    .strictObject({ ...canaryKeys, counter: text("PromQL of one series: a counter that counts these requests.") })
    .optional(),
  queries: z.array(query).default([]),
  wait: duration("2m"),
});
export type PrometheusCheck = Parsed<typeof prometheusSchema>;
