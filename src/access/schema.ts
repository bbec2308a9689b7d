import { z } from "zod";
import type { Parsed } from "../plan/schema/camel-keys.ts";
import { msg } from "../core/text/text.ts";
import { argv, duration, hostName, identifier, path, title } from "../plan/schema/fields.ts";
import { base, plainUrl, setting } from "../plan/schema/secret-fields.ts";

const common = {
  id: identifier("Name of the probe, unique in the plan."),
  title: title("Line on the checklist.").optional(),
  from: hostName.optional().describe("Host that asks. Default: where the service runs."),
};
const within = duration("10s");

const secret = setting("Setting of the service's settings file that holds the key.");

const address = (what: string) =>
  z
    .string()
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9.-]*$|^\[[0-9A-Fa-f:.]+\]$/,
      msg`must be a name, an IPv4 address, or an IPv6 address in [ ]`,
    )
    .describe(what);
const port = z.int().min(1).max(65535);
const status = z.int().min(100).max(599);
const oneLine = (what: string) =>
  z
    .string()
    .regex(/^[^\x00-\x1f\x7f]*$/, msg`holds a control character`)
    .describe(what);

const http = z
  .strictObject({
    kind: z.literal("http"),
    ...common,
    within,
    url: plainUrl("Address that answers a GET only with the right key."),
    header: z
      .string()
      .regex(/^[A-Za-z0-9-]+$/, msg`is not a header name`)
      .default("Authorization")
      .describe("Header that carries the key."),
    prefix: oneLine("What stands before the key in that header.").default("Bearer "),
    secret,
    status: status.default(200).describe("Answer to the right key."),
    denied: z
      .array(status)
      .min(1, msg`needs at least one status`)
      .default([401, 403])
      .describe("Answers to a wrong key."),
  })
  .refine((probe) => !probe.denied.includes(probe.status), {
    path: ["denied"],
    message: msg`holds the status of the right key as well`,
  });

const smtp = z
  .strictObject({
    kind: z.literal("smtp"),
    ...common,
    within,
    host: address("Mail server."),
    port: port.default(587),
    user: z
      .string()
      .min(1, msg`is empty`)
      .regex(/^[^\x00-\x1f\x7f:]*$/, msg`holds a colon or a control character`)
      .optional()
      .describe("Login at the mail server."),
    "user-secret": setting("Setting that holds the login instead.").optional(),
    secret,
    tls: z.enum(["starttls", "implicit", "none"]).default("starttls"),
  })
  .refine((probe) => (probe.user === undefined) !== (probe["user-secret"] === undefined), {
    path: ["user"],
    message: msg`needs one of user and user-secret`,
  });

const s3 = z.strictObject({
  kind: z.literal("s3"),
  ...common,
  within,
  endpoint: plainUrl("Address of the object storage, without the bucket: https://s3.eu-central-1.amazonaws.com.").regex(
    /^https?:\/\/[^/?#]+\/?$/i,
    msg`must be scheme and host only`,
  ),
  region: z
    .string()
    .regex(/^[a-z0-9-]+$/, msg`is not a region`)
    .default("us-east-1"),
  bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, msg`is not the name of a bucket`),
  "key-id": setting("Setting that holds the id of the access key."),
  secret,
  canary: z
    .string()
    .regex(
      /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/,
      msg`must be an object's name of letters, digits, . _ - and /`,
    )
    .optional()
    .describe(
      "A few bytes are put under this name and removed; a random ending keeps it from ever being an object of yours.",
    ),
});

const postgres = z.strictObject({
  kind: z.literal("postgres"),
  ...common,
  within,
  connection: z
    .strictObject({
      service: z
        .string()
        .regex(/^[^\s]+$/, msg`holds a space`)
        .optional()
        .describe("A service of pg_service.conf on that host."),
      host: z
        .string()
        .regex(/^[^\s]+$/, msg`holds a space`)
        .optional()
        .describe("libpq host: an address or the directory of the socket."),
      port: port.optional(),
      user: z
        .string()
        .regex(/^[^\s]+$/, msg`holds a space`)
        .optional(),
      passfile: path("libpq password file on that host, mode 0600.").optional(),
    })
    .default({})
    .describe("How the service itself connects. Passwords stay in libpq's own files."),
  database: z.string().regex(/^[A-Za-z_][A-Za-z0-9_$-]{0,62}$/, msg`is not a database name`),
  replica: z.boolean().default(false).describe("A server that only reads along is good enough."),
});

const ssh = z.strictObject({
  kind: z.literal("ssh"),
  ...common,
  within,
  address: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$|^[0-9A-Fa-f:]+$/, msg`must be a name or an address`),
  port: port.default(22),
  user: z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, msg`is not a user name`),
  "host-key": z
    .union([z.string(), z.array(z.string()).min(1)])
    .transform((keys) => (typeof keys === "string" ? [keys] : keys))
    .refine(
      (keys) => keys.every((key) => /^(ssh-ed25519|ecdsa-sha2-nistp(256|384|521)|ssh-rsa) [A-Za-z0-9+/=]+$/.test(key)),
      msg`must be public host keys such as "ssh-ed25519 AAAA..."`,
    )
    .describe("Public key or keys of that server; another one is a failure."),
  "identity-file": path("Private key, on the host that asks."),
});

const telegram = z.strictObject({
  kind: z.literal("telegram"),
  ...common,
  within,
  secret,
  base: base("Address of the Bot API.", "https://api.telegram.org"),
});

const github = z.strictObject({
  kind: z.literal("github"),
  ...common,
  within,
  secret,
  base: base("Address of the REST API; https://HOST/api/v3 on GitHub Enterprise Server.", "https://api.github.com"),
  "least-days": z.int().min(0).max(3650).default(7).describe("A token that ends sooner is a failure."),
});

const commandAccess = z.strictObject({
  kind: z.literal("command"),
  ...common,
  run: argv(
    "Program and arguments; exit 0 is a pass, anything else a failure. No shell reads it, and no key belongs in it.",
  ),
  timeout: duration("2m"),
});

export const keysSchema = z
  .strictObject({
    names: z.array(setting("Counts as a secret whatever its name; production must have it.")).default([]),
    shared: z.array(setting("May have the value of staging.")).default([]),
    staging: z
      .strictObject({ host: hostName, file: path("Staging's settings file on that host.") })
      .optional()
      .describe("Production must have no key that is in this file as well."),
  })
  .describe(
    "The secrets in deploy.env-file are looked at where they lie: no placeholder, none that is empty, none of staging.",
  );

export const accessSchema = z.discriminatedUnion("kind", [
  http,
  smtp,
  s3,
  postgres,
  ssh,
  telegram,
  github,
  commandAccess,
]);
export type Keys = Parsed<typeof keysSchema>;
export type Access = Parsed<typeof accessSchema>;
export type HttpAccess = Parsed<typeof http>;
export type SmtpAccess = Parsed<typeof smtp>;
export type S3Access = Parsed<typeof s3>;
export type PostgresAccess = Parsed<typeof postgres>;
export type SshAccess = Parsed<typeof ssh>;
export type TelegramAccess = Parsed<typeof telegram>;
export type GithubAccess = Parsed<typeof github>;
export type CommandAccess = Parsed<typeof commandAccess>;
