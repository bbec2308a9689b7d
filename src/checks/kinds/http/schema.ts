import { z } from "zod";
import { jsonSteps } from "../../../core/json-path.ts";
import { msg } from "../../../core/text/text.ts";
import type { Parsed } from "../../../plan/camel-keys.ts";
import { auth, duration, hostName, httpUrl, text } from "../../../plan/schema/fields.ts";
import { requestFields } from "../../../plan/schema/asking/request-fields.ts";
import { common, headerName } from "../../common-schema.ts";

const jsonRule = z.strictObject({
  path: text('Way to a value of the answer: checks[0].status, or ["a.b"].c for a key of other letters.').refine(
    (path) => jsonSteps(path) !== null,
    msg`is not a way such as checks[0].status`,
  ),
  equals: z
    .union([z.string(), z.number(), z.boolean(), z.null()])
    .describe("{tag} and {commit} stand for the release."),
});

export const httpSchema = z.strictObject({
  kind: z.literal("http"),
  ...common,
  url: httpUrl("Address to ask."),
  from: hostName.optional().describe("Host that asks, with curl. Default: the runner."),
  auth: auth.optional(),
  ...requestFields,
  status: z.int().min(100).max(599).default(200),
  contains: text("Text the answer must hold; {tag} and {commit} stand for the release.").optional(),
  headers: z
    .record(headerName, z.union([z.boolean(), z.string()]))
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
export type HttpCheck = Parsed<typeof httpSchema>;
