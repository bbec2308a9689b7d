import { z } from "zod";
import { msg } from "../core/text/text.ts";
import type { Parsed } from "../plan/camel-keys.ts";
import { duration, hostName, path, userName } from "../plan/schema/fields.ts";
import { managerNames } from "./managers/registry.ts";
import { scheduledSchema } from "./work/registry.ts";

const unitName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9@:._-]*$/, msg`is not the name of a unit`);

export const servicesSchema = z
  .strictObject({
    manager: z.enum(managerNames),
    hosts: z.array(hostName).min(1, msg`needs at least one host`).describe("Hosts or roles."),
    units: z
      .array(
        z.union([
          unitName,
          z.strictObject({
            name: unitName,
            hosts: z
              .array(hostName)
              .min(1, msg`needs at least one host`)
              .describe("Hosts or roles that have it. Default: all hosts of the services."),
          }),
        ]),
      )
      .min(1, msg`needs at least one unit`)
      .describe("In the order in which they start; they stop in reverse."),
    sudo: z.boolean().default(false).describe("Run the manager's commands through sudo -n."),
    user: userName
      .optional()
      .describe(
        "systemd: the units are of this user's own systemd (systemctl --user), which has to run with nobody logged in " +
          "(loginctl enable-linger).",
      ),
    config: path("Configuration file for supervisorctl, or the compose file that is live.").optional(),
    "stop-timeout": duration("60s"),
    hold: path(
      "Folder on the hosts for files that keep units stopped, also when a host is restarted in the window (docs/hosts.md).",
    ).default("/var/lib/golive/held"),
    pause: z.array(scheduledSchema).default([]),
  })
  .describe("What runs the service, stopped for the backup and started after the deploy.");

export type ServicesPlan = Parsed<typeof servicesSchema>;
