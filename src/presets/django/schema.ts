import { z } from "zod";
import { msg } from "../../core/text/text.ts";
import { path, relativePath } from "../../plan/schema/fields.ts";
import { deployCommon } from "../common-schema.ts";

export const djangoSchema = z.strictObject({
  preset: z.literal("django"),
  ...deployCommon,
  python: path("Interpreter that makes the virtual environment.").default("/usr/bin/python3"),
  venv: relativePath("The virtual environment, inside the checkout.").default(".venv"),
  "system-site-packages": z.boolean().default(false),
  manager: z
    .enum(["pip", "poetry", "uv"])
    .optional()
    .describe(
      "What installs. Default: pip where the requirements file is in the release, else by poetry.lock or uv.lock.",
    ),
  "manager-program": path("poetry or uv on these hosts. Default: found by its name.").optional(),
  requirements: relativePath("Requirements file.").default("requirements.txt"),
  manage: relativePath("Django's manage.py.").default("manage.py"),
  "other-databases": z
    .array(z.string().regex(/^[^?\n]{1,40}$/, msg`must be a name of Django's DATABASES`))
    .default([])
    .describe(
      "Further DATABASES of the settings that you back up and migrate yourselves; golive refuses others by day.",
    ),
  "collect-static": z.boolean().default(true),
});
