import { z } from "zod";
import { msg } from "../core/text.ts";
import { argv, duration, hostName, identifier, path, relativePath, text } from "../plan/fields.ts";

const customStep = z
  .strictObject({
    id: identifier("Name of the step, unique in the plan."),
    title: text("Line on the checklist."),
    when: z.enum(["before-migrate", "after-migrate", "before-start", "after-start"]).default("before-start"),
    hosts: z
      .array(hostName)
      .min(1, msg`needs at least one host`)
      .optional()
      .describe("Default: every host of the deploy; around the migrations, the one that runs them."),
    run: argv("Program and arguments, run in the release's directory with the service's settings. No shell reads it."),
    timeout: duration("10m"),
  })
  .describe("A step of your own beside the preset's.");

/** What every preset has in common. */
export const deployCommon = {
  strategy: z
    .enum(["in-place", "releases"])
    .default("in-place")
    .describe(
      "in-place: check the tag out in the live directory. releases: a directory for every release, built the day before, and a link that is switched.",
    ),
  hosts: z
    .array(hostName)
    .min(1, msg`needs at least one host`)
    .describe("Hosts or roles. The one that migrates goes first and alone, up to its health page."),
  batch: z
    .int()
    .min(1)
    .max(100)
    .default(10)
    .describe(
      "How many of the other hosts go at the same time; the next ones begin when these are healthy, and stay untouched when one is not.",
    ),
  directory: path(
    "in-place: the live checkout of the service's repository. releases: the directory that holds repo, releases, current and shared.",
  ),
  keep: z
    .int()
    .min(1)
    .max(100)
    .default(5)
    .describe("With releases: how many directories of earlier ones stay, beside the live one and the one before."),
  shared: z
    .array(relativePath("Inside the release; links to the same path under shared."))
    .default([])
    .describe("With releases: files and folders that every release sees, such as uploads."),
  remote: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, msg`is not the name of a git remote`)
    .default("origin"),
  "migrate-on": hostName.optional().describe("The one host that runs the migrations. Default: the first."),
  "env-file": path(
    "File of KEY=value lines with the service's settings, read on the host for what runs in a release.",
  ).optional(),
  "run-as": z
    .string()
    .regex(/^[a-z_][a-z0-9_-]*$/, msg`is not a user name`)
    .optional()
    .describe("User that owns the checkout, through sudo -n."),
  steps: z.array(customStep).default([]),
};

const django = z.strictObject({
  preset: z.literal("django"),
  ...deployCommon,
  python: path("Interpreter that makes the virtual environment.").default("/usr/bin/python3"),
  venv: relativePath("The virtual environment, inside the checkout.").default(".venv"),
  "system-site-packages": z.boolean().default(false),
  requirements: relativePath("Requirements file.").default("requirements.txt"),
  manage: relativePath("Django's manage.py.").default("manage.py"),
  "collect-static": z.boolean().default(true),
});

const variable = (what: string) =>
  z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, msg`is not a variable's name`)
    .describe(what);

/** What presets without a framework of their own are told. */
const byCommands = {
  migrate: z
    .strictObject({
      pending: argv(
        "Prints one line for each migration that is not applied, and nothing when there is none. No shell reads it.",
      ),
      run: argv("Applies them. No shell reads it."),
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

const node = z.strictObject({
  preset: z.literal("node"),
  ...deployCommon,
  ...byCommands,
  npm: path("npm on these hosts.").default("/usr/bin/npm"),
  build: z.boolean().default(true).describe("Run the package's script named build, and drop what only building needs."),
  built: z.array(relativePath("What the build makes.")).default(["dist"]),
});

const compose = z.strictObject({
  preset: z.literal("compose"),
  ...deployCommon,
  ...byCommands,
  file: relativePath("The compose file in the repository. Its images name the release.").default("compose.yaml"),
  build: z.boolean().default(false).describe("Build the images on the host instead of pulling them."),
});

export const deploySchema = z
  .discriminatedUnion("preset", [django, node, compose])
  .describe("How the code gets there.");
export type Deploy = z.output<typeof deploySchema>;
export type DjangoDeploy = z.output<typeof django>;
export type ComposeDeploy = z.output<typeof compose>;
export type NodeDeploy = z.output<typeof node>;
export type CustomStep = z.output<typeof customStep>;
