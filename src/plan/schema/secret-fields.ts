import { z } from "zod";
import { msg } from "../../core/text/text.ts";
import { httpUrl } from "./fields.ts";

/** A secret is named and never written down in the plan. */
export const setting = (what: string) =>
  z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, msg`must be the name of a setting, not its value`)
    .describe(what);

export const plainUrl = (what: string) =>
  httpUrl(what)
    .regex(/^[\x21-\x7e]*$/, msg`holds a space, a control character or a letter beyond ASCII`)
    .refine(
      (value) => !/^https?:\/\/[^/?#]*@/i.test(value),
      msg`holds credentials; name the setting that holds them as secret`,
    );

/** Where an API begins. */
export const base = (what: string, fallback: string) =>
  plainUrl(what)
    .regex(/^[^?#]*$/, msg`must have no ? and no #`)
    .default(fallback);
