import { z } from "zod";
import { base } from "../../access/common-schema.ts";
import { msg } from "../../core/text/text.ts";
import { dnsSchema } from "../../dns/schema.ts";
import { annotationSchema, silenceSchema } from "../../monitoring/schema.ts";
import { noticesSchema } from "../../notices/schema.ts";
import { deploySchema, rollbackSchema } from "../../presets/schema.ts";
import { approvalSchema } from "./approval-schema.ts";
import type { Parsed } from "./camel-keys.ts";
import { certificateSchema } from "./certificate-schema.ts";
import { controlSchema } from "./control-schema.ts";
import { databaseSchema } from "./database-schema.ts";
import { argv, duration, hostName, httpUrl, identifier, path, setting, text, title } from "./fields.ts";
import { filesSchema } from "./files-schema.ts";
import { healthSchema } from "./health-schema.ts";
import { hostsSchema } from "./hosts-schema.ts";
import { prepareSchema } from "./prepare-schema.ts";
import { verifySchema } from "./verify-schema.ts";
import { watchSchema } from "./watch-schema.ts";
import { windowSchema } from "./window-schema.ts";

const maintenanceProof = {
  header: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/, msg`is not a header name`)
    .default("X-Golive-Maintenance")
    .describe("Header that only the maintenance page carries."),
  "page-text": text(
    "Text that only the maintenance page holds, for a balancer that cannot send a header with it.",
  ).optional(),
  addresses: z
    .array(z.string().regex(/^[^\s:]+(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$/i, msg`must be HOST or HOST:PORT`))
    .default([])
    .describe("Addresses of every balancer, each probed on its own. Default: where the site's name leads."),
};

const pastThePage =
  "A secret of each launch, in the header X-Golive-Bypass or the cookie golive_bypass, leads past the page: for checks and testers.";
const drained = "Once the page is up, requests that came before it may end before the services stop.";
const haproxyName = z.string().regex(/^[A-Za-z0-9_.:-]+$/, msg`is not a name of HAProxy`);

const loadBalancer = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("nginx"),
      hosts: z.array(hostName).min(1, msg`needs at least one host`),
      flag: path("File whose presence makes nginx answer 503 with the maintenance page."),
      bypass: z
        .strictObject({
          directory: path("Folder whose files are the tokens; golive's alone, and not that of the flag."),
        })
        .optional()
        .describe(pastThePage),
      drain: z
        .strictObject({
          within: duration("15s"),
          status: httpUrl("nginx's stub_status, asked on the balancer itself."),
        })
        .optional()
        .describe(drained),
      ...maintenanceProof,
    }),
    z.strictObject({
      kind: z.literal("haproxy"),
      hosts: z.array(hostName).min(1, msg`needs at least one host`),
      map: path("Map file of haproxy.cfg, spelled as it is there.").regex(
        /^[^\s;\\]+$/,
        msg`must hold no space, ; or \\`,
      ),
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
        .strictObject({
          map: path("A second map file of haproxy.cfg, for the tokens; golive's alone.").regex(
            /^[^\s;\\]+$/,
            msg`must hold no space, ; or \\`,
          ),
        })
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
    }),
    z.strictObject({
      kind: z.literal("command"),
      host: hostName.describe("Where the commands run."),
      on: argv("Puts the maintenance page up."),
      off: argv("Takes it down."),
      status: argv("Exits 0 when the page is up, 3 when it is down, anything else when it cannot tell."),
      bypass: z
        .strictObject({
          on: argv("Lets requests with the token on its standard input past the page, and with no other."),
          off: argv("Lets none past it any more."),
        })
        .optional()
        .describe(pastThePage),
      drain: z
        .strictObject({
          within: duration("15s"),
          running: argv("Prints how many requests still run, and nothing else."),
        })
        .optional()
        .describe(drained),
      ...maintenanceProof,
    }),
  ])
  .describe("How visitors are sent to the maintenance page.");

const paused = {
  id: identifier("Name of the work, unique in the plan."),
  title: title("What it is called on the checklist.").optional(),
  host: hostName,
  sudo: z.boolean().default(false).describe("Pause and resume it through sudo -n."),
  timeout: duration("2m"),
};
const scheduled = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("systemd"),
      ...paused,
      unit: z
        .string()
        .regex(/^[A-Za-z0-9][A-Za-z0-9@:._-]*$/, msg`is not the name of a unit`)
        .describe("A worker, or a timer (clinic-reminders.timer)."),
    }),
    z.strictObject({
      kind: z.literal("cron"),
      ...paused,
      file: path("A file in /etc/cron.d; it gets another name while it is paused.").regex(
        /^\/etc\/cron\.d\/[A-Za-z0-9_-]+$/,
        msg`must be a file in /etc/cron.d, of letters, digits, _ and -`,
      ),
    }),
    z.strictObject({
      kind: z.literal("telegram-webhook"),
      ...paused,
      secret: setting("Setting of deploy.env-file that holds the bot's token."),
      "secret-token": setting(
        "Setting that holds the webhook's secret_token, which Telegram does not give back. Without it the webhook is " +
          "set again without one.",
      ).optional(),
      certificate: path(
        "The webhook's own certificate on that host, where it is self-signed; Telegram does not give it back.",
      ).optional(),
      base: base("Address of the Bot API.", "https://api.telegram.org"),
      within: duration("10s"),
    }),
    z.strictObject({
      kind: z.literal("command"),
      ...paused,
      pause: argv("Pauses it. No shell reads it."),
      resume: argv("Lets it work again."),
      status: argv("Exits 0 when it works, 3 when it is paused, anything else when it cannot tell."),
    }),
  ])
  .describe("Work that runs by itself: paused with the maintenance page, resumed with it.");

const unitName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9@:._-]*$/, msg`is not the name of a unit`);

const services = z
  .strictObject({
    manager: z.enum(["systemd", "supervisor", "compose"]),
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
    config: path("Configuration file for supervisorctl, or the compose file that is live.").optional(),
    "stop-timeout": duration("60s"),
    hold: path(
      "Folder on the hosts for files that keep units stopped, also when a host is restarted in the window (docs/hosts.md).",
    ).default("/var/lib/golive/held"),
    pause: z.array(scheduled).default([]),
  })
  .describe("What runs the service, stopped for the backup and started after the deploy.");

export const planSchema = z
  .strictObject({
    version: z.literal(1).describe("Version of this file's format."),
    service: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, msg`must be at most 40 lower-case letters, digits and -`)
      .describe("Name of the service."),
    locale: z.enum(["en", "ru"]).default("en").describe("Language of the checklist, of comments and of notices."),
    timezone: text("IANA time zone of every time in this file and on the checklist.").default("UTC"),
    window: windowSchema,
    approval: approvalSchema,
    hosts: hostsSchema,
    roles: z
      .record(hostName, z.array(hostName).min(1, msg`needs at least one host`))
      .default({})
      .describe("Names for groups of hosts; wherever the plan lists hosts, it may name a role."),
    control: controlSchema,
    site: z.strictObject({ url: httpUrl("The site as visitors see it; probed from the runner.") }),
    "load-balancer": loadBalancer,
    silence: silenceSchema.optional(),
    annotation: annotationSchema.optional(),
    database: databaseSchema,
    files: filesSchema,
    "keep-for": duration("30d").describe(
      "How long what a launch leaves behind is kept for its way back, and what a way back set aside: 30d, 12h. Until " +
        "then golive clean removes none of it.",
    ),
    services,
    health: healthSchema,
    prepare: prepareSchema,
    deploy: deploySchema,
    rollback: rollbackSchema,
    dns: dnsSchema,
    certificates: z.array(certificateSchema).default([]),
    verify: verifySchema,
    watch: watchSchema.optional(),
    notices: noticesSchema.optional(),
  })
  .describe("Plan of a launch.");

export type Plan = Parsed<typeof planSchema>;
export type { Scenario } from "./verify-schema.ts";
export type PlanHost = Plan["hosts"][string];
