import { z } from "zod";
import { hostName, path, setting } from "../../plan/schema/fields.ts";

export const keysSchema = z
  .strictObject({
    names: z.array(setting("Counts as a secret whatever its name; production must have it.")).default([]),
    shared: z.array(setting("May have the value of staging.")).default([]),
    staging: z
      .strictObject({ host: hostName, file: path("Staging's settings file on that host.") })
      .optional()
      .describe("Production must have no key that is in this file as well."),
  })
  .describe(
    "The secrets in deploy.env-file are looked at where they lie: no placeholder, none that is empty, none of staging.",
  );
