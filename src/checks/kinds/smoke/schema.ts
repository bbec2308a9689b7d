import { z } from "zod";
import { msg } from "../../../core/text/text.ts";
import type { Parsed } from "../../../plan/camel-keys.ts";
import { argv, duration, hostName, relativePath } from "../../../plan/schema/fields.ts";
import { common } from "../../common-schema.ts";

const variableName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, msg`is not a variable's name`);

export const smokeSchema = z.strictObject({
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
  env: z.record(variableName, z.string()).default({}),
  "bypass-env": variableName
    .optional()
    .describe("Variable that holds the token that leads past the maintenance page (load-balancer.bypass)."),
  timeout: duration("10m"),
});
export type SmokeCheck = Parsed<typeof smokeSchema>;
