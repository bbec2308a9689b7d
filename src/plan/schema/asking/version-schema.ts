import { z } from "zod";
import { msg } from "../../../core/text/text.ts";
import type { Parsed } from "../../camel-keys.ts";
import { httpUrl, relativePath, text } from "../fields.ts";

/** A pattern of the plan; null when it is none. */
export function patternOf(source: string): RegExp | null {
  try {
    return new RegExp(source, "mu");
  } catch {
    return null;
  }
}

/** How the release that serves is told from another. */
export const versionSchema = z
  .strictObject({
    url: httpUrl("Page that names the running release.").optional(),
    file: relativePath(
      "File of the release that names it, read where the service runs from: VERSION, package.json. It proves what lies " +
        "there, and not what runs: name a page where there is one.",
    ).optional(),
    json: text(
      'Key of the JSON whose value is the tag or the commit. Default with a page, when neither text nor header is named: "version".',
    ).optional(),
    text: text(
      "Regular expression: its first group, or all of it without one, is the tag or the commit: Kutt (v[0-9.]+).",
    )
      .refine((source) => patternOf(source) !== null, msg`is not a regular expression`)
      .optional(),
    header: z
      .string()
      .regex(/^[A-Za-z0-9-]+$/, msg`is not a header name`)
      .optional()
      .describe("Header of the page whose value is the tag or the commit."),
  })
  .refine((one) => (one.url === undefined) !== (one.file === undefined), msg`needs one of url and file`)
  .refine(
    (one) => [one.json, one.text, one.header].filter((way) => way !== undefined).length <= 1,
    msg`needs one of json, text and header at most`,
  )
  .refine((one) => one.header === undefined || one.file === undefined, msg`has a header, and a file has none`);
export type PlanVersion = Parsed<typeof versionSchema>;
