import { z } from "zod";
import type { Parsed } from "../camel-keys.ts";
import { parseDuration } from "../../core/text/duration.ts";
import { msg } from "../../core/text/text.ts";

/** "30s", "5m", "2h"; in the parsed plan a number of seconds. */
export const duration = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .refine((text) => parseDuration(text) !== null, msg`is not a duration; write 30s, 5m or 2h`)
    .transform((text) => parseDuration(text) ?? 0)
    .describe(`A duration: 30s, 5m, 2h. Default ${fallback}.`);

/** A GitHub login as people write it; those that a company manages have an underscore: `@anna_corp`. */
export const login = z.string().regex(/^@[A-Za-z0-9][A-Za-z0-9_-]*$/, msg`must be a GitHub login with @`);

export const text = (what: string) => z.string().min(1, msg`is empty`).describe(what);

/** What people are told in the words of the plan: one line, however it is written there. */
export const title = (what: string) => text(what).overwrite((words) => words.replaceAll(/[\s\u0085]+/g, " ").trim());

/** A path on a host; absolute, so that it never depends on where a login lands. */
export const path = (what: string) =>
  z
    .string()
    .regex(/^\/(?!.*(^|\/)\.\.(\/|$))[^\0\n]*$/, msg`must be an absolute path without ..`)
    .describe(what);

const settingsFile = z.string().regex(/^-?\/(?!.*(^|\/)\.\.(\/|$))[^\0\n]*$/, msg`must be an absolute path without ..`);

/** One path or several, as a unit names them by EnvironmentFile=; in the parsed plan a path a line (hosts/settings). */
export const settingsFiles = (what: string) =>
  z
    .union([settingsFile, z.array(settingsFile).min(1, msg`needs at least one file`)])
    .transform((files) => (typeof files === "string" ? files : files.join("\n")))
    .describe(what);

export const relativePath = (what: string) =>
  z
    .string()
    .min(1, msg`is empty`)
    .regex(
      /^(?![/-])(?!.*(^|\/)\.\.(\/|$))[^\0\n]*$/,
      msg`must be a path inside the repository, without a leading / and without ..`,
    )
    .describe(what);

export const httpUrl = (what: string) =>
  z
    .string()
    .refine((value) => {
      try {
        return ["http:", "https:"].includes(new URL(value).protocol);
      } catch {
        return false;
      }
    }, msg`is not an http or https URL`)
    .describe(what);

export const clock = (what: string) =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, msg`is not a time of day; write it as "02:15"`)
    .describe(what);

/** A user of a host's own accounts. */
export const userName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_.-]*$/, msg`is not a user name`);

export const hostName = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, msg`must be lower-case letters, digits, . and -`);
export const identifier = (what: string) =>
  z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]*$/, msg`must be lower-case letters, digits, - and _`)
    .describe(what);

/** A database that is not the service's own. */
export const databaseName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_$-]{0,62}$/, msg`is not a database name`);

/** A command as a list of words; no shell reads it. */
export const argv = (what: string) => z.array(z.string()).min(1, msg`needs at least the program's name`).describe(what);

export const connection = z
  .strictObject({
    host: z
      .string()
      .regex(/^[^\s]+$/, msg`holds a space`)
      .optional()
      .describe("libpq host: an address or the directory of the socket."),
    port: z.int().min(1).max(65535).optional(),
    user: z
      .string()
      .regex(/^[^\s]+$/, msg`holds a space`)
      .optional()
      .describe("A role that may create databases and terminate sessions."),
    passfile: path("libpq password file on that host, mode 0600.").optional(),
    service: z
      .string()
      .regex(/^[^\s]+$/, msg`holds a space`)
      .optional()
      .describe("A service of pg_service.conf instead."),
    pooler: z
      .literal("session")
      .optional()
      .describe(
        "The address is a pooler's that keeps one server session for each client, and there is no way past it. Settings " +
          "then go as SET, as a pooler drops those that come with a connection. A pooler in transaction mode is refused.",
      ),
  })
  .describe("How libpq connects on that host. Passwords stay in its own files.");

/** An address that is told as it stands: no login in it, and nothing that is not seen. */
export const plainUrl = (what: string) =>
  httpUrl(what)
    .regex(/^[\x21-\x7e]*$/, msg`holds a space, a control character or a letter beyond ASCII`)
    .refine(
      (value) => !/^https?:\/\/[^/?#]*@/i.test(value),
      msg`holds credentials; name the setting that holds them as secret`,
    );

/** Where an API begins. */
export const apiBase = (what: string, fallback: string) =>
  plainUrl(what)
    .regex(/^[^?#]*$/, msg`must have no ? and no #`)
    .default(fallback);

/** Where an API below the address answers: no query, no login in it. */
const apiUrl = (what: string) =>
  httpUrl(what).regex(
    /^https?:\/\/[^/?#@\s]+(\/[^?#@\s]*)?$/i,
    msg`must be scheme, host and path only, without a login (name the setting that holds the key under auth)`,
  );

/** A key is named and never written down in the plan. */
export const setting = (what: string) =>
  z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, msg`must be the name of a setting, not its value`)
    .describe(what);

export const auth = z
  .strictObject({
    secret: setting("Setting that holds the key."),
    file: path("Settings file (KEY=value lines) on the host that asks. Default: deploy.env-file.").optional(),
    user: z
      .string()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
      .regex(/^[^\x00-\x1f\x7f:]+$/, msg`holds a colon or a control character`)
      .optional()
      .describe("Login; the key is then its password."),
    header: z
      .string()
      .regex(/^[A-Za-z0-9-]+$/, msg`is not a header name`)
      .default("Authorization")
      .describe("Header that carries the key."),
    prefix: z
      .string()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
      .regex(/^[^\x00-\x1f\x7f]*$/, msg`holds a control character`)
      .default("Bearer ")
      .describe('What stands before the key in that header: "ApiKey " for Elasticsearch.'),
  })
  .describe("How the host that asks proves who it is. Needs `from`.");
export type Auth = Parsed<typeof auth>;

/** An API, who asks it, and with which key. */
export const asked = (what: string) => ({
  url: apiUrl(what),
  from: hostName.optional().describe("Host that asks, with curl. Default: the runner."),
  auth: auth.optional(),
  within: duration("10s"),
});

export const certificates = (description: string) =>
  z
    .string()
    .regex(
      /^-----BEGIN CERTIFICATE-----\s[\s\S]+-----END CERTIFICATE-----\s*$/,
      msg`must be certificates in PEM (-----BEGIN CERTIFICATE-----)`,
    )
    .describe(description);
