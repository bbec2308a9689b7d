import { z } from "zod";
import { argv, duration, relativePath } from "../../plan/schema/fields.ts";
import { msg } from "../../core/text/text.ts";
import { deployCommon } from "../common-schema.ts";
import { byCommandsKeys } from "./keys.ts";
import { timedWords } from "./words.ts";

const variable = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, msg`is not a variable's name`);

const making = z.union([
  argv("Program and arguments."),
  z.strictObject({
    run: argv("Program and arguments."),
    timeout: duration("30m"),
    settings: z.boolean().default(false).describe("It gets the settings of deploy.env-file as well."),
  }),
]);

const makings = (what: string) =>
  z
    .union([making, z.array(making).min(1, msg`needs at least one command`)])
    .describe(
      `${what} One command or several, each a list of words, or run: with a timeout: (30m) and settings:. No shell reads them.`,
    )
    .optional();

export const commandsSchema = z.strictObject({
  preset: z.literal("commands"),
  ...deployCommon,
  ...byCommandsKeys,
  env: z
    .record(variable, z.string())
    .default({})
    .describe("Set for every command of the preset. They are seen in ps: no secrets."),
  install: makings("Fetches what the release depends on."),
  build: makings("Makes what the service runs from; run after install."),
  installed: z
    .array(relativePath("What install makes."))
    .default([])
    .describe("Has to be there after it. In place it stays from release to release and is brought up to date."),
  built: z
    .array(relativePath("What build makes."))
    .default([])
    .describe(
      "Removed before the build and has to be there after it. Not what people upload, and nothing that git has.",
    ),
  check: timedWords(
    "Ends with 0 when the built release can run with the service's settings. It changes nothing.",
    "10m",
  ).optional(),
  version: timedWords(
    "Prints the release's tag, with or without v, or its commit, from what was built.",
    "1m",
  ).optional(),
});
