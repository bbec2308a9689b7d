import { z } from "zod";
import type { Parsed } from "../plan/schema/camel-keys.ts";
import { msg } from "../core/text/text.ts";
import { argv, duration, hostName, identifier, path, relativePath, title } from "../plan/schema/fields.ts";

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

const customStep = z
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
        "What becomes of it on the way back. again: run once more in the release before; skip: nothing. Default: again, where the day before ran it twice and got the same files.",
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

const keptFiles = z
  .string()
  .regex(/^[^\n\0]+$/, msg`must not be empty or hold a line break`)
  .refine((value) => !value.split("/").includes(".."), msg`must not hold ..`)
  .refine((value) => !/^\/?(\.?\/*)*\*?$/.test(value), msg`names everything; name what the steps build`)
  .describe("File, folder or pattern (* ? [..], as a shell reads them), inside the checkout or absolute.");

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
    .array(keptFiles)
    .default([])
    .describe(
      "Files that steps of the deploy build anew and the service reads: copied aside before the deploy, put back by a rollback.",
    ),
  "keep-releases": z
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
export type Deploy = Parsed<typeof deploySchema>;
export type DjangoDeploy = Parsed<typeof django>;
export type ComposeDeploy = Parsed<typeof compose>;
export type NodeDeploy = Parsed<typeof node>;
export type CustomStep = Parsed<typeof customStep>;
export type StepBack = Parsed<typeof stepBack>;
