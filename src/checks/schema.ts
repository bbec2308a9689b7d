import { z } from "zod";
import type { Parsed } from "../plan/schema/camel-keys.ts";
import { jsonSteps } from "../core/json-path.ts";
import { msg } from "../core/text/text.ts";
import { argv, asked, duration, hostName, httpUrl, relativePath, text } from "../plan/schema/fields.ts";
import { common } from "./common-schema.ts";
import { dns } from "./dns-schema.ts";
import { migrations } from "./migrations-schema.ts";
import { systemd } from "./systemd-schema.ts";
import { telegramBot } from "./telegram-bot-schema.ts";
import { tls } from "./tls-schema.ts";

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const jsonRule = z.strictObject({
  path: text('Way to a value of the answer: checks[0].status, or ["a.b"].c for a key of other letters.').refine(
    (path) => jsonSteps(path) !== null,
    msg`is not a way such as checks[0].status`,
  ),
  equals: scalar.describe("{tag} and {commit} stand for the release."),
});

const http = z.strictObject({
  kind: z.literal("http"),
  ...common,
  url: httpUrl("Address to ask."),
  from: hostName.optional().describe("Host that asks, with curl. Default: the runner."),
  status: z.int().min(100).max(599).default(200),
  contains: text("Text the answer must hold; {tag} and {commit} stand for the release.").optional(),
  headers: z
    .record(z.string().regex(/^[A-Za-z0-9-]+$/, msg`is not a header name`), z.union([z.boolean(), z.string()]))
    .default({})
    .describe(
      "true: has to be there. false: may not be. A text: has to be just that; {tag} and {commit} stand for the release.",
    ),
  json: z
    .union([jsonRule, z.array(jsonRule).min(1, msg`needs at least one rule`)])
    .optional()
    .describe("Values that the answer, in JSON, has to hold."),
  within: duration("10s"),
  tries: z.int().min(1).max(20).default(3),
  bypass: z
    .boolean()
    .default(false)
    .describe("Asked at every address of the balancers, past the maintenance page (load-balancer.bypass)."),
});

const smoke = z.strictObject({
  kind: z.literal("smoke"),
  ...common,
  host: hostName.describe("Host that runs the tests, in the release's directory."),
  path: relativePath("Test file or folder in the repository."),
  run: argv(
    "Writes a JUnit report to {report}, of the tests in {path}. Default: pytest of the virtual environment. No shell reads it.",
  )
    .refine((words) => words.some((word) => word.includes("{report}")), msg`does not name {report}`)
    .optional(),
  "least-tests": z.int().min(1).default(1).describe("Fewer tests than this is a failure."),
  "most-skipped": z.int().min(0).default(0).describe("More skipped tests than this is a failure."),
  env: z.record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, msg`is not a variable's name`), z.string()).default({}),
  "bypass-env": z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, msg`is not a variable's name`)
    .optional()
    .describe("Variable that holds the token that leads past the maintenance page (load-balancer.bypass)."),
  timeout: duration("10m"),
});

const commandCheck = z.strictObject({
  kind: z.literal("command"),
  ...common,
  host: hostName,
  run: argv("Program and arguments; exit 0 is a pass, anything else a failure. No shell reads it."),
  timeout: duration("2m"),
});

const wait = duration("2m");
const share = z.number().min(0).max(1);
const canary = {
  url: httpUrl("Page of the service itself, behind the balancer: the site is closed while it is verified."),
  from: hostName.optional().describe("Host that sends the canary. Default: the host that asks."),
  requests: z.int().min(1).max(500).default(3),
};

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

const prometheus = z.strictObject({
  kind: z.literal("prometheus"),
  ...common,
  ...asked("Prometheus, or what has its API."),
  job: text("Label job of the service's targets."),
  labels: z
    .record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, msg`is not the name of a label`), z.string())
    .default({})
    .describe("Further labels of its targets."),
  metric: z
    .string()
    .regex(/^[A-Za-z_:][A-Za-z0-9_:]*$/, msg`is not the name of a metric`)
    .default("app_build_info")
    .describe("Metric that every instance exports with its version."),
  label: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, msg`is not the name of a label`)
    .default("version"),
  version: text("Value of that label; {tag} and {commit} stand for the release.").default("{tag}"),
  instances: z
    .int()
    .min(1)
    .optional()
    .describe("How many targets there are. Default: as many as the services have hosts."),
  canary: z
    .strictObject({ ...canary, counter: text("PromQL of one series: a counter that counts these requests.") })
    .optional(),
  queries: z.array(query).default([]),
  wait,
});

const logCanary = z.strictObject({
  ...canary,
  header: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/, msg`is not a header name`)
    .default("X-Request-ID")
    .describe("Header with the id that the service logs."),
});
const errorLines = (language: string) =>
  z.strictObject({
    query: text(`${language} that finds lines of errors.`),
    requests: text(`${language} that finds one line by request.`),
    "at-most-ratio": share.describe("Errors by request, judged by the interval of Wilson, one-sided 95 %."),
  });

const loki = z.strictObject({
  kind: z.literal("loki"),
  ...common,
  ...asked("Loki."),
  tenant: z
    .string()
    .regex(/^[\x21-\x7e]+$/, msg`holds a space or a letter beyond ASCII`)
    .optional()
    .describe("X-Scope-OrgID, where Loki has tenants."),
  query: text('LogQL of the service\'s lines, such as {app="clinic"}; the id is added to it.').regex(
    /^\{/,
    msg`must begin with a selector in { }`,
  ),
  canary: logCanary,
  version: z
    .strictObject({
      label: text("Label that names the version.").optional(),
      field: text("Field of a line in JSON.").optional(),
      is: text("Its value; {tag} and {commit} stand for the release.").default("{tag}"),
    })
    .refine((one) => (one.label === undefined) !== (one.field === undefined), msg`needs one of label and field`),
  errors: errorLines("LogQL").optional(),
  wait,
});

const elasticsearch = z.strictObject({
  kind: z.literal("elasticsearch"),
  ...common,
  ...asked("Elasticsearch or OpenSearch."),
  index: z.string().regex(/^[a-z0-9.*][a-z0-9._*,-]*$/, msg`is not the name of an index`),
  query: text("Query string of the service's lines, such as service.name:clinic.").optional(),
  canary: logCanary,
  "id-field": text("Field that holds the id, or a text with it.").default("message"),
  "time-field": text("Field that holds the time.").default("@timestamp"),
  version: z
    .strictObject({
      field: text("Field that names the version.").default("service.version"),
      is: text("Its value; {tag} and {commit} stand for the release.").default("{tag}"),
    })
    .prefault({}),
  errors: errorLines("Query string").optional(),
  wait,
});

const grafana = z.strictObject({ kind: z.literal("grafana"), ...common, ...asked("Grafana.") });

export const checkSchema = z.discriminatedUnion("kind", [
  http,
  smoke,
  commandCheck,
  tls,
  dns,
  systemd,
  migrations,
  telegramBot,
  prometheus,
  loki,
  elasticsearch,
  grafana,
]);
export type PlanCheck = Parsed<typeof checkSchema>;
export type HttpCheck = Parsed<typeof http>;
export type SmokeCheck = Parsed<typeof smoke>;
export type CommandCheck = Parsed<typeof commandCheck>;
export type PrometheusCheck = Parsed<typeof prometheus>;
export type PrometheusQuery = Parsed<typeof query>;
export type LokiCheck = Parsed<typeof loki>;
export type ElasticsearchCheck = Parsed<typeof elasticsearch>;
export type GrafanaCheck = Parsed<typeof grafana>;
