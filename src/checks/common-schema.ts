import { z } from "zod";
import { msg } from "../core/text/text.ts";
import { duration, identifier, title } from "../plan/schema/fields.ts";

/** Keys that every check has. */
export const common = {
  id: identifier("Name of the check, unique in the plan."),
  title: title("Line on the checklist.").optional(),
  required: z.boolean().default(true).describe("false: what it finds is told, and holds nothing up."),
  limit: duration("15m"),
};

export const dnsName = (what: string) =>
  z
    .string()
    .regex(
      /^(?=.{1,253}$)([a-z0-9_]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z][a-z0-9-]{0,61}[a-z0-9]$/i,
      msg`is not a name such as clinic.example.org`,
    )
    .describe(what);

export const unitName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9@:._-]*$/, msg`is not the name of a unit`);
export const headerName = z.string().regex(/^[A-Za-z0-9-]+$/, msg`is not a header name`);
