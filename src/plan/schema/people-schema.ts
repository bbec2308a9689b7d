import { z } from "zod";
import { peoplePhases } from "../../core/comments/people-phases.ts";
import { msg } from "../../core/text/text.ts";
import type { Parsed } from "../camel-keys.ts";
import { duration, identifier, login, title } from "./fields.ts";

const roleName = /^[a-z0-9][a-z0-9_-]*$/;

/** A login, or a role of `people`; in the parsed plan the logins stand in the role's place. */
export const person = z
  .string()
  .regex(/^(@[A-Za-z0-9][A-Za-z0-9_-]*|[a-z0-9][a-z0-9_-]*)$/, msg`must be a GitHub login with @, or a role of people`);

/** Who decides something when golive asks. */
export const deciders = z.array(person).min(1, msg`needs at least one person`);

export const peopleSchema = z
  .record(
    z.string().regex(roleName, msg`must be lower-case letters, digits, - and _`),
    z.strictObject({
      who: z.array(login).min(1, msg`needs at least one person`).describe("GitHub logins with @."),
      substitutes: z
        .array(login)
        .default([])
        .describe("Whose word counts as well; they are called once those under `who` did not come."),
    }),
  )
  .default({})
  .describe(
    "Roles of people, each mapped to logins once: `owners` and `who` may name a role (docs/manual-steps.md). Read from " +
      "the default branch.",
  );

const manualLine = z.strictObject({
  id: identifier("Name of the step, unique among `manual` and the scenarios: `/pass ID` ticks it."),
  title: title("What a person does, and how they know that it is done."),
  phase: z
    .enum(peoplePhases)
    .describe(
      "When it is asked for. day-before: asked the day before, done before the window. before-window: asked when the " +
        "job of the window begins, done before the site closes. closed: once nothing writes any more, before the " +
        "backup. before-opening: with the scenarios. after-opening: once visitors are in. rollback: on the way back, " +
        "before the site opens again.",
    ),
  owners: z
    .array(person)
    .default([])
    .describe(
      "GitHub logins with @, or roles of `people`: who may tick it; they need write permission. Without any: whoever has that.",
    ),
  required: z.boolean().default(true).describe("false: that it was not done is told, and holds nothing up."),
  detail: z
    .string()
    .max(4000, msg`is longer than people read at night`)
    .optional()
    .describe("How it is done; may have several lines."),
  source: title("Where the team's own plan says so: PLAN.md:120.").optional(),
  within: duration("30m"),
  usual: duration("10m"),
});

export const manualSchema = z
  .array(manualLine)
  .max(50, msg`are more than people do in a night`)
  .default([])
  .describe(
    "Steps that people do, ticked on the checklist as scenarios are (docs/manual-steps.md). within: how long it is " +
      "waited for; usual: what the forecast counts.",
  );
export type ManualLine = Parsed<typeof manualLine>;
