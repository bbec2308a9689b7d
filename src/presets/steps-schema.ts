import { z } from "zod";
import { msg } from "../core/text/text.ts";
import type { Parsed } from "../plan/camel-keys.ts";
import { argv, duration, hostName, identifier, title } from "../plan/schema/fields.ts";

/** What every step of the plan's own has, whichever way it goes. */
const ownStep = {
  id: identifier("Name of the step, unique in the plan."),
  title: title("Line on the checklist."),
  hosts: z
    .array(hostName)
    .min(1, msg`needs at least one host`)
    .optional()
    .describe("Default: every host of the deploy; around the migrations, the one that runs them."),
  run: argv("Program and arguments, run in the release's directory with the service's settings. No shell reads it."),
  timeout: duration("10m"),
  practice: z
    .boolean()
    .default(true)
    .describe("false: it acts outside of the release's files and database, so the day before leaves it out."),
};

export const customStep = z
  .strictObject({
    ...ownStep,
    when: z.enum(["before-migrate", "after-migrate", "before-start", "after-start"]).default("before-start"),
    "on-rollback": z
      .union([
        z.literal("again"),
        z.literal("skip"),
        argv("Run in place of it, in the directory of the release before. No shell reads it."),
      ])
      .optional()
      .describe(
        "What becomes of it on the way back. again: run once more in the release before; skip: nothing. " +
          "Default: again, where the day before ran it twice and got the same files.",
      ),
  })
  .describe("A step of your own beside the preset's.");

const stepBack = z
  .strictObject({
    ...ownStep,
    when: z
      .enum(["before-start", "after-start"])
      .default("before-start")
      .describe("Before the services of the release before start, or once they are healthy."),
  })
  .describe("A step of your own on the way back, in the directory of the release before.");

export const rollbackSchema = z
  .strictObject({ steps: z.array(stepBack).default([]) })
  .prefault({})
  .describe("What the way back needs beside undoing the deploy.");

export type CustomStep = Parsed<typeof customStep>;
export type StepBack = Parsed<typeof stepBack>;
