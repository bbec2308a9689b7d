import { z } from "zod";
import { msg } from "../../core/text/text.ts";
import { relativePath } from "../../plan/schema/fields.ts";
import { pendingSchema } from "./pending.ts";
import { timedWords } from "./words.ts";

const variable = (what: string) =>
  z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, msg`is not a variable's name`)
    .describe(what);

/** What presets without a framework of their own are told. */
export const byCommandsKeys = {
  migrate: z
    .strictObject({
      pending: pendingSchema,
      run: timedWords("Applies them.", "4h"),
      folder: relativePath(
        "Folder of the migrations in the repository; .sql files in it are read for what they drop.",
      ).optional(),
    })
    .optional()
    .describe("The service's migrations. Without it none are run."),
  "database-setting": z
    .union([
      z.strictObject({ url: variable("Setting that holds the database's URL.") }),
      z.strictObject({ name: variable("Setting that holds the database's name.") }),
    ])
    .optional()
    .describe(
      "Which setting leads to the database; it is held to database.name, and on the day before to the scratch database.",
    ),
};
