import { z } from "zod";
import { msg } from "../core/text/text.ts";
import { duration, hostName, identifier, setting, title } from "../plan/schema/fields.ts";

/** Keys that every probe has. */
export const common = {
  id: identifier("Name of the probe, unique in the plan."),
  title: title("Line on the checklist.").optional(),
  from: hostName.optional().describe("Host that asks. Default: where the service runs."),
};
export const within = duration("10s");

export const secret = setting("Setting of the service's settings file that holds the key.");

export const port = z.int().min(1).max(65535);
export const unspaced = z.string().regex(/^[^\s]+$/, msg`holds a space`);
