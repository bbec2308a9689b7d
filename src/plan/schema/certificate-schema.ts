import { z } from "zod";
import type { Parsed } from "../camel-keys.ts";
import { argv, duration, hostName, identifier, title } from "./fields.ts";

export const certificateSchema = z
  .strictObject({
    id: identifier("Name of the certificate, unique in the plan."),
    title: title("Line on the checklist.").optional(),
    check: identifier("The check of kind tls in verify.checks that says whether it is good."),
    host: hostName.describe("Where its client runs."),
    sudo: z.boolean().default(false).describe("Run the client and the reload through sudo -n."),
    renew: argv(
      "Renews it: [certbot, renew, --cert-name, clinic.example, --no-random-sleep-on-renew]. No shell reads it.",
    ),
    reload: argv("Makes the server show it, where the client does not: [systemctl, reload, nginx].").optional(),
    rehearse: argv(
      "Run the day before when it would be renewed: [certbot, renew, --dry-run, --cert-name, clinic.example].",
    ).optional(),
    timeout: duration("5m"),
    tries: z
      .int()
      .min(1)
      .max(5)
      .default(2)
      .describe("Over all runs of a launch. Let's Encrypt lets five fail an hour, and then none."),
    pause: duration("30s"),
    required: z.boolean().default(true).describe("false: that it could not be renewed is told, and holds nothing up."),
  })
  .describe("A certificate that is renewed in the window when its check says so.");
export type PlanCertificate = Parsed<typeof certificateSchema>;
