import { z } from "zod";
import type { Parsed } from "../camel-keys.ts";
import { checkSchema } from "../../checks/registry.ts";
import { msg } from "../../core/text/text.ts";
import { duration, identifier, title } from "./fields.ts";
import { deciders, person } from "./people-schema.ts";

const scenario = z.strictObject({
  id: identifier("Name of the scenario, unique in the plan: g1."),
  title: title("What a person does, and what has to come of it."),
  owners: z
    .array(person)
    .default([])
    .describe(
      "GitHub logins with @, or roles of `people`: who may say that it works; they need write permission. Without any: " +
        "whoever has that.",
    ),
  steps: z.array(title("One thing to do, or to see.")).default([]),
  required: z.boolean().default(true).describe("false: that it does not work is told, and holds nothing up."),
});
export type Scenario = Parsed<typeof scenario>;

export const verifySchema = z
  .strictObject({
    checks: z.array(checkSchema).min(1, msg`needs at least one check; a launch nobody looks at is not verified`),
    scenarios: z
      .array(scenario)
      .max(50, msg`are more than people walk through in a night`)
      .default([])
      .describe(
        "What people walk through while the site is closed to others; ticked in a comment of their own (docs/scenarios.md).",
      ),
    people: z
      .strictObject({ within: duration("30m"), usual: duration("10m"), remind: duration("10m") })
      .prefault({})
      .describe(
        "within: how long they have. usual: how long they mostly need, for the forecast. remind: after which those " +
          "who are missing are reminded, each time.",
      ),
    ask: z
      .strictObject({ who: deciders, "at-most": duration("15m") })
      .optional()
      .describe(
        "Who decides, by a comment on the checklist, when something required was neither seen to work nor seen to " +
          "fail. Without an answer in time it counts as not verified.",
      ),
  })
  .describe("What has to hold before the site opens.");
