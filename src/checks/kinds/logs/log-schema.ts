import { z } from "zod";
import type { Parsed } from "../../../plan/camel-keys.ts";
import { text } from "../../../plan/schema/fields.ts";
import { canaryKeys } from "../../asking/canary.ts";
import { headerName } from "../../common-schema.ts";

export const logCanary = z.strictObject({
  ...canaryKeys,
  header: headerName.default("X-Request-ID").describe("Header with the id that the service logs."),
});

/** `language`: what a log's queries are written in. */
export const errorLines = (language: string) =>
  z.strictObject({
    query: text(`${language} that finds lines of errors.`),
    requests: text(`${language} that finds one line by request.`),
    "at-most-ratio": z
      .number()
      .min(0)
      .max(1)
      .describe("Errors by request, judged by the interval of Wilson, one-sided 95 %."),
  });
export type ErrorLines = Parsed<ReturnType<typeof errorLines>>;

/** What every check of a log has. */
export interface LogCheck {
  readonly from?: string | undefined;
  readonly within: number;
  readonly wait: number;
  readonly canary: Parsed<typeof logCanary>;
  readonly version: { readonly is: string };
  readonly errors?: ErrorLines | undefined;
}
