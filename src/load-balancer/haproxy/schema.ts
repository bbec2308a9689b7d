import { z } from "zod";
import { msg } from "../../core/text/text.ts";
import type { Parsed } from "../../plan/camel-keys.ts";
import { duration, hostName, path } from "../../plan/schema/fields.ts";
import { drained, maintenanceProof, pastThePage } from "../page-schema.ts";

const haproxyName = z.string().regex(/^[A-Za-z0-9_.:-]+$/, msg`is not a name of HAProxy`);
const mapFile = (what: string) => path(what).regex(/^[^\s;\\]+$/, msg`must hold no space, ; or \\`);

export const haproxySchema = z.strictObject({
  kind: z.literal("haproxy"),
  hosts: z.array(hostName).min(1, msg`needs at least one host`),
  map: mapFile("Map file of haproxy.cfg, spelled as it is there."),
  key: z
    .string()
    .regex(/^[A-Za-z0-9._-]+$/, msg`must be of letters, digits, . _ -`)
    .default("golive")
    .describe("Key of that map; its value is on while the page is up."),
  socket: path("HAProxy's runtime socket, of level admin.")
    .regex(/^[^\s,:!]+$/, msg`must hold no space, comma, colon or !`)
    .default("/run/haproxy/admin.sock"),
  "run-as": z
    .string()
    .regex(/^[a-z_][a-z0-9_-]*$/, msg`is not a user name`)
    .optional()
    .describe("User that may write the map and the socket, through sudo -n."),
  bypass: z
    .strictObject({ map: mapFile("A second map file of haproxy.cfg, for the tokens; golive's alone.") })
    .optional()
    .describe(pastThePage),
  backend: haproxyName
    .optional()
    .describe(
      "Backend of the service. Its running requests are waited for (drain), and its servers have to be up before the site opens.",
    ),
  servers: z
    .record(hostName, haproxyName)
    .default({})
    .describe("Which server of the backend a host is. Without it every server of the backend has to be up."),
  "state-file": path(
    "HAProxy's server-state-file, rewritten after a server was taken out or put back, so that a restart knows it.",
  ).optional(),
  drain: z
    .strictObject({ within: duration("15s") })
    .optional()
    .describe(drained),
  ...maintenanceProof,
});

export type HaproxyPlan = Parsed<typeof haproxySchema>;
