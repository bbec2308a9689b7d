import { z } from "zod";
import { argv, duration, hostName, identifier, path, relativePath, text } from "../plan/fields.ts";

const customStep = z
  .strictObject({
    id: identifier("Name of the step, unique in the plan."),
    title: text("Line on the checklist."),
    when: z.enum(["before-migrate", "after-migrate", "before-start", "after-start"]).default("before-start"),
    hosts: z.array(hostName).min(1, "needs at least one host").optional().describe("Default: every host of the deploy."),
    run: argv("Program and arguments, run in the release's directory with the service's settings. No shell reads it."),
    timeout: duration("10m"),
  })
  .describe("A step of your own beside the preset's.");

/** What every preset has in common. */
export const deployCommon = {
  strategy: z.enum(["in-place", "releases"]).default("in-place").describe("in-place: check the tag out in the live directory. releases: a directory for every release, built the day before, and a link that is switched."),
  hosts: z.array(hostName).min(1, "needs at least one host"),
  directory: path("in-place: the live checkout of the service's repository. releases: the directory that holds repo, releases, current and shared."),
  keep: z.int().min(1).max(100).default(5).describe("With releases: how many directories of earlier ones stay, beside the live one and the one before."),
  shared: z.array(relativePath("Inside the release; links to the same path under shared.")).default([]).describe("With releases: files and folders that every release sees, such as uploads."),
  remote: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, "is not the name of a git remote").default("origin"),
  "run-as": z.string().regex(/^[a-z_][a-z0-9_-]*$/, "is not a user name").optional().describe("User that owns the checkout, through sudo -n."),
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
  "migrate-on": hostName.optional().describe("The one host that runs the migrations. Default: the first."),
  "collect-static": z.boolean().default(true),
  "env-file": path("File of KEY=value lines with the service's settings, read for manage.py on the host.").optional(),
});

export const deploySchema = z.discriminatedUnion("preset", [django]).describe("How the code gets there.");
export type Deploy = z.output<typeof deploySchema>;
export type DjangoDeploy = z.output<typeof django>;
export type CustomStep = z.output<typeof customStep>;
