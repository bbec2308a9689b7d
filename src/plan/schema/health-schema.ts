import { z } from "zod";
import { msg } from "../../core/text/text.ts";
import { duration, hostName, httpUrl, text } from "./fields.ts";

export const healthSchema = z
  .strictObject({
    url: httpUrl("Asked on each application host itself."),
    hosts: z
      .array(hostName)
      .min(1, msg`needs at least one host`)
      .optional()
      .describe("Hosts or roles that have the page. Default: all hosts of the services."),
    within: duration("60s"),
    version: z
      .strictObject({
        url: httpUrl("Page that names the running release."),
        json: text("Key of the JSON answer whose value is the tag or the commit.").default("version"),
      })
      .optional(),
  })
  .describe("When the service counts as up: by its own page, not by the manager's word.");
