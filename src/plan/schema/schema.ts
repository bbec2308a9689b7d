import { z } from "zod";
import type { Parsed } from "./camel-keys.ts";
import { msg } from "../../core/text/text.ts";
import { certificateSchema } from "./certificate-schema.ts";
import { dnsSchema } from "../../dns/registry.ts";
import { deploySchema, rollbackSchema } from "../../presets/schema.ts";
import { filesSchema } from "./files-schema.ts";
import { pgbackrestSchema } from "../../database/pgbackrest/schema.ts";
import { balancerSchema } from "../../load-balancer/registry.ts";
import { annotationSchema, silenceSchema } from "../../monitoring/schema.ts";
import { noticesSchema } from "../../notices/schema.ts";
import { servicesSchema } from "../../services/schema.ts";
import { prepareSchema } from "./prepare-schema.ts";
import { argv, clock, connection, duration, hostName, httpUrl, login, path, text, title } from "./fields.ts";
import { watchSchema } from "./watch-schema.ts";
import { verifySchema } from "./verify-schema.ts";

const sshHost = z.strictObject({
  connect: z.literal("ssh"),
  address: text("Name or address that the runner connects to."),
  port: z.int().min(1).max(65535).default(22),
  user: z
    .string()
    .regex(/^[a-z_][a-z0-9_-]*$/, msg`is not a user name`)
    .describe("The user that the commands run as."),
  "host-key": z
    .union([z.string(), z.array(z.string()).min(1)])
    .transform((keys) => (typeof keys === "string" ? [keys] : keys))
    .refine(
      (keys) => keys.every((key) => /^(ssh-ed25519|ecdsa-sha2-nistp(256|384|521)|ssh-rsa) [A-Za-z0-9+/=]+$/.test(key)),
      msg`must be public host keys such as "ssh-ed25519 AAAA..." (ssh-keyscan HOST, compared with the one on the host)`,
    )
    .describe("Public key or keys of the host; a connection to a host that shows another one is refused."),
  "identity-file": path("Private key on the runner, when the key does not come as the input ssh-key.").optional(),
});

const localHost = z.strictObject({
  connect: z.literal("local").describe("The runner itself is the host (a self-hosted runner on the server)."),
});

const window = z
  .strictObject({
    start: clock("When the maintenance window starts, in the plan's time zone."),
    end: clock("When it ends; before `start` means the next day."),
    schedule: z
      .strictObject({
        backup: clock("Isolate and back up."),
        deploy: clock("Deploy."),
        "dns-tls": clock("DNS and TLS, for a plan that has some of it."),
        verify: clock("Verify."),
      })
      .partial()
      .default({})
      .describe("Planned starts of the phases. Without them the window is divided in the usual proportions."),
    tolerance: duration("0s"),
    "wait-at-most": duration("1h"),
    "on-overrun": z
      .enum(["rollback", "ask", "continue"])
      .default("rollback")
      .describe(
        "Once a rollback no longer fits into the window and the site is still closed: roll back, ask the people under `ask`, or go on and say so.",
      ),
    ask: z
      .strictObject({ who: z.array(login).min(1, msg`needs at least one person`), "at-most": duration("10m") })
      .optional()
      .describe("Who decides, by a comment on the checklist; without an answer in time the launch goes back."),
  })
  .describe("The maintenance window.");

const approval = z
  .strictObject({
    environment: text("GitHub environment whose required reviewers approve the window.").default("production"),
    "rollback-environment": text(
      "GitHub environment whose required reviewers approve a rollback after the site has opened.",
    ).default("production-rollback"),
    "day-environment": text(
      "GitHub environment of the jobs that look before the window and watch after it: the day before, the checklist, the watch. Nobody has to approve it; it holds the keys of these jobs.",
    ).default("production-day"),
    comment: z
      .strictObject({
        approvers: z
          .array(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$/, msg`must be a GitHub login without @`))
          .min(1, msg`needs at least one approver`)
          .describe(
            "GitHub logins whose comment approves the window. Each needs write permission, and cannot approve a launch of their own.",
          ),
      })
      .optional()
      .describe(
        "Where GitHub offers no required reviewers: the window waits for a comment on the checklist instead (docs/approval.md).",
      ),
    unprotected: z
      .strictObject({
        by: login.describe("Who takes this on."),
        because: title("Why a launch without a required reviewer is acceptable."),
      })
      .optional()
      .describe(
        "Launch although nothing keeps one person from doing it alone: no required reviewer, keys that every branch may read, a default branch without rules. Whoever is named starts the launch, and is shown on the checklist.",
      ),
    "self-review": z
      .array(login)
      .default([])
      .describe("Who may approve a launch that they started themselves. Without it, nobody."),
    "release-branches": z
      .array(text("Name of a branch."))
      .default([])
      .describe("Branches beside the default one that hold releases; each has to be protected."),
    plans: z
      .array(text("Path of a plan file in the repository."))
      .default([])
      .describe("Other plans of this repository that may be launched, named in .github/golive.yml."),
  })
  .prefault({})
  .describe("Who lets a launch go on (docs/approval.md). Read from the default branch, never from the tag.");

const database = z
  .strictObject({
    engine: z.literal("postgresql"),
    host: hostName.describe("Where pg_dump, psql and pg_restore run."),
    name: z
      .string()
      .regex(/^[A-Za-z_][A-Za-z0-9_$-]{0,39}$/, msg`must be a database name of at most 40 letters, digits, _ $ -`)
      .describe("The service's database."),
    connection: connection.default({}),
    programs: path(
      "Folder of psql, pg_dump and pg_restore, when those on the PATH are of another version than the server.",
    ).optional(),
    observers: z
      .array(z.string())
      .default([])
      .describe(
        "Roles that may stay connected while the site is closed because they only look (a metrics exporter). Anyone else's session stops the launch before the backup.",
      ),
    "run-as": z
      .string()
      .regex(/^[a-z_][a-z0-9_-]*$/, msg`is not a user name`)
      .optional()
      .describe("User for the PostgreSQL programs, through sudo -n (peer authentication)."),
    backup: z.strictObject({
      directory: path("Folder for the dumps; made with mode 0700."),
      jobs: z.int().min(1).max(32).default(2).describe("Parallel jobs of pg_dump and pg_restore."),
      copy: z
        .boolean()
        .default(true)
        .describe(
          "Clone the database in the window, so that the way back is a rename. Takes its size once more on the server's disk. Without it the way back is a restore of the dump beside, then the same rename.",
        ),
      dump: z
        .enum(["before-deploy", "after-migration"])
        .default("before-deploy")
        .describe(
          "after-migration: the dump is taken from the frozen copy once the migrations are through, so that they need not wait for it; it is proved before the site opens all the same. Needs the copy.",
        ),
      proof: z
        .enum(["restore", "content", "read"])
        .default("restore")
        .describe(
          "How the dump is proved. restore: put back beside, contents and schema compared. content: not put back; the bytes of each table and the schema compared. read: read through whole only, for a database too large for the window.",
        ),
      "count-only": z
        .array(text("schema.table"))
        .default([])
        .describe("Tables whose rows are counted and not compared, because their values have no stable text form."),
      recipient: z
        .string()
        .regex(/^age1[0-9a-z]{20,}$/, msg`is not a public key of age (age1…)`)
        .optional()
        .describe(
          "Public key of age. What leaves the database, and rows set aside by a rollback, are encrypted to it.",
        ),
      pgbackrest: pgbackrestSchema.optional(),
      offsite: z
        .strictObject({
          run: argv(
            'Sends the encrypted archive elsewhere; {file} is its path. No shell reads it: [rclone, copyto, "{file}", remote:backups/latest.age].',
          ),
          timeout: duration("1h"),
        })
        .optional()
        .describe(
          "After the launch the backup is packed, encrypted to the recipient, and sent by this command; the packed file is removed once it exited 0.",
        ),
      keep: z
        .strictObject({ count: z.int().min(1).max(1000).default(5), days: z.int().min(0).max(3650).default(30) })
        .prefault({})
        .describe(
          "A backup is removed once it is both beyond the newest `count` and older than `days`. The newest proved one never is.",
        ),
      "least-free": z
        .int()
        .min(0)
        .default(64)
        .describe("MiB that must stay free beside what the dump and its proof need."),
    }),
  })
  .describe("The database and where its backups go.");

const health = z
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

/** A machine of the plan. */
export const planHost = z.discriminatedUnion("connect", [localHost, sshHost]);
const control = z
  .strictObject({
    host: hostName.describe("The host that holds the journal and the lock."),
    directory: path("Folder of the journal; made with mode 0700."),
  })
  .describe("Where the record of the launch lives.");

/** As much of a plan as leads to the record of its launches, whatever else is in it. */
export const recordSchema = z.object({ hosts: z.record(z.string(), z.unknown()), control });

export const planSchema = z
  .strictObject({
    version: z.literal(1).describe("Version of this file's format."),
    service: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, msg`must be at most 40 lower-case letters, digits and -`)
      .describe("Name of the service."),
    locale: z.enum(["en", "ru"]).default("en").describe("Language of the checklist, of comments and of notices."),
    timezone: text("IANA time zone of every time in this file and on the checklist.").default("UTC"),
    window,
    approval,
    hosts: z.record(hostName, planHost).describe("The machines, by name."),
    roles: z
      .record(hostName, z.array(hostName).min(1, msg`needs at least one host`))
      .default({})
      .describe("Names for groups of hosts; wherever the plan lists hosts, it may name a role."),
    control,
    site: z.strictObject({ url: httpUrl("The site as visitors see it; probed from the runner.") }),
    "load-balancer": balancerSchema,
    silence: silenceSchema.optional(),
    annotation: annotationSchema.optional(),
    database,
    files: filesSchema,
    "keep-for": duration("30d").describe(
      "How long what a launch leaves behind is kept for its way back, and what a way back set aside: 30d, 12h. Until then golive clean removes none of it.",
    ),
    services: servicesSchema,
    health,
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
