import { z } from "zod";
import { msg } from "../../core/text/text.ts";
import { requestFields } from "./asking/request-fields.ts";
import { versionSchema } from "./asking/version-schema.ts";
import { duration, hostName, httpUrl } from "./fields.ts";

export const healthSchema = z
  .strictObject({
    url: httpUrl("Asked on each application host itself."),
    hosts: z
      .array(hostName)
      .min(1, msg`needs at least one host`)
      .optional()
      .describe("Hosts or roles that have the page. Default: all hosts of the services."),
    ...requestFields,
    within: duration("60s"),
    version: versionSchema.optional(),
  })
  .describe("When the service counts as up: by its own page, not by the manager's word.");
