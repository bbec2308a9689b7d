import { z } from "zod";
import { parseDays, weekdays } from "../../core/window/days.ts";
import { msg } from "../../core/text/text.ts";
import { clock, duration } from "./fields.ts";
import { deciders } from "./people-schema.ts";

export const windowSchema = z
  .strictObject({
    start: clock("When the maintenance window starts, in the plan's time zone."),
    end: clock("When it ends; before `start` means the next day."),
    schedule: z
      .strictObject({
        backup: clock("Isolate and back up."),
        deploy: clock("Deploy."),
        "dns-tls": clock("DNS and TLS, for a plan that has some of it."),
        verify: clock("Verify."),
      })
      .partial()
      .default({})
      .describe("Planned starts of the phases. Without them the window is divided in the usual proportions."),
    days: z
      .array(z.enum(weekdays))
      .min(1, msg`needs at least one day`)
      .optional()
      .describe("Days of the week on which it may start. Without it: every day."),
    "not-on": z
      .array(
        z
          .string()
          .refine((text) => parseDays(text) !== null, msg`is not a date; write 2026-12-31 or 2026-12-28..2027-01-08`),
      )
      .default([])
      .describe(
        "Dates, and ranges of them, on which nothing is launched: a window that touches one does not take place. Quote them.",
      ),
    tolerance: duration("0s"),
    "wait-at-most": duration("1h"),
    "on-overrun": z
      .enum(["rollback", "ask", "continue"])
      .default("rollback")
      .describe(
        "Once a rollback no longer fits into the window and the site is still closed: roll back, ask the people " +
          "under `ask`, or go on and say so.",
      ),
    ask: z
      .strictObject({ who: deciders, "at-most": duration("10m") })
      .optional()
      .describe("Who decides, by a comment on the checklist; without an answer in time the launch goes back."),
  })
  .describe("The maintenance window.");
