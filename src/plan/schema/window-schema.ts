import { z } from "zod";
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
