import { z } from "zod";
import { msg } from "../core/text/text.ts";
import { hostName, path, relativePath, settingsFiles, userName } from "../plan/schema/fields.ts";
import { strategyNames } from "./strategies/layouts/registry.ts";
import { customStep } from "./steps-schema.ts";

const keptFiles = z
  .string()
  .regex(/^[^\n\0]+$/, msg`must not be empty or hold a line break`)
  .refine((value) => !value.split("/").includes(".."), msg`must not hold ..`)
  .refine((value) => !/^\/?(\.?\/*)*\*?$/.test(value), msg`names everything; name what the steps build`)
  .describe("File, folder or pattern (* ? [..], as a shell reads them), inside the checkout or absolute.");

/** What every preset has in common. */
export const deployCommon = {
  strategy: z
    .enum(strategyNames)
    .default("in-place")
    .describe(
      "in-place: check the tag out in the live directory. " +
        "releases: a directory for every release, built the day before, and a link that is switched.",
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
  "env-file": settingsFiles(
    "Files with the service's settings, read on the host for what runs in a release as systemd reads an EnvironmentFile=. " +
      "Of several a later one counts before an earlier; one with - before it may be missing.",
  ).optional(),
  "run-as": userName.optional().describe("User that owns the checkout, through sudo -n."),
  steps: z.array(customStep).default([]),
};
