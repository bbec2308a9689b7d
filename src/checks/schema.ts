import { z } from "zod";
import { argv, duration, hostName, httpUrl, relativePath, text } from "../plan/fields.ts";
import { common } from "./common-schema.ts";
import { dns } from "./dns-schema.ts";
import { jsonSteps } from "./json-path.ts";
import { migrations } from "./migrations-schema.ts";
import { systemd } from "./systemd-schema.ts";
import { telegramBot } from "./telegram-bot-schema.ts";
import { tls } from "./tls-schema.ts";

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const jsonRule = z.strictObject({ path: text("Way to a value of the answer: checks[0].status, or [\"a.b\"].c for a key of other letters.").refine((path) => jsonSteps(path) !== null, "is not a way such as checks[0].status"), equals: scalar.describe("{tag} and {commit} stand for the release.") });

const http = z.strictObject({
  kind: z.literal("http"),
  ...common,
  url: httpUrl("Address to ask."),
  from: hostName.optional().describe("Host that asks, with curl. Default: the runner."),
  status: z.int().min(100).max(599).default(200),
  contains: text("Text the answer must hold; {tag} and {commit} stand for the release.").optional(),
  headers: z.record(z.string().regex(/^[A-Za-z0-9-]+$/, "is not a header name"), z.union([z.boolean(), z.string()])).default({}).describe("true: has to be there. false: may not be. A text: has to be just that; {tag} and {commit} stand for the release."),
  json: z.union([jsonRule, z.array(jsonRule).min(1, "needs at least one rule")]).optional().describe("Values that the answer, in JSON, has to hold."),
  within: duration("10s"),
  tries: z.int().min(1).max(20).default(3),
  bypass: z.boolean().default(false).describe("Asked at every address of the balancers, past the maintenance page (load-balancer.bypass)."),
});

const smoke = z.strictObject({
  kind: z.literal("smoke"),
  ...common,
  host: hostName.describe("Host that runs the tests, in the release's directory."),
  path: relativePath("Test file or folder in the repository."),
  run: argv("Writes a JUnit report to {report}, of the tests in {path}. Default: pytest of the virtual environment. No shell reads it.")
    .refine((words) => words.some((word) => word.includes("{report}")), "does not name {report}")
    .optional(),
  "least-tests": z.int().min(1).default(1).describe("Fewer tests than this is a failure."),
  "most-skipped": z.int().min(0).default(0).describe("More skipped tests than this is a failure."),
  env: z.record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "is not a variable's name"), z.string()).default({}),
  "bypass-env": z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "is not a variable's name").optional().describe("Variable that holds the token that leads past the maintenance page (load-balancer.bypass)."),
  timeout: duration("10m"),
});

const commandCheck = z.strictObject({
  kind: z.literal("command"),
  ...common,
  host: hostName,
  run: argv("Program and arguments; exit 0 is a pass, anything else a failure. No shell reads it."),
  timeout: duration("2m"),
});

export const checkSchema = z.discriminatedUnion("kind", [http, smoke, commandCheck, tls, dns, systemd, migrations, telegramBot]);
export type PlanCheck = z.output<typeof checkSchema>;
export type HttpCheck = z.output<typeof http>;
export type SmokeCheck = z.output<typeof smoke>;
export type CommandCheck = z.output<typeof commandCheck>;
