import { z } from "zod";
import { command } from "../../core/command.ts";
import { figure } from "../../core/text/figures.ts";
import { msg, t } from "../../core/text/text.ts";
import { libpqVariables, psqlWords } from "../../hosts/postgres/psql.ts";
import { type AccessContext, asUser, failed, milliseconds, type Probed, unknown } from "../access.ts";
import type { Parsed } from "../../plan/camel-keys.ts";
import { path } from "../../plan/schema/fields.ts";
import { common, port, unspaced, within } from "../common-schema.ts";
import { defineProbe } from "../define-probe.ts";

const postgresSchema = z.strictObject({
  kind: z.literal("postgres"),
  ...common,
  within,
  connection: z
    .strictObject({
      service: unspaced.optional().describe("A service of pg_service.conf on that host."),
      host: unspaced.optional().describe("libpq host: an address or the directory of the socket."),
      port: port.optional(),
      user: unspaced.optional(),
      passfile: path("libpq password file on that host, mode 0600.").optional(),
    })
    .default({})
    .describe("How the service itself connects. Passwords stay in libpq's own files."),
  database: z.string().regex(/^[A-Za-z_][A-Za-z0-9_$-]{0,62}$/, msg`is not a database name`),
  replica: z.boolean().default(false).describe("A server that only reads along is good enough."),
});
export type PostgresAccess = Parsed<typeof postgresSchema>;

export const postgres = defineProbe(postgresSchema, {
  programs: ["psql"],
  readsSettings: false,
  title: (probe) => t`Database ${probe.database} lets the service in`,
  run: probePostgres,
});

// pg_has_role is true of a superuser for every role, so this finds those who are one and those who may become one.
const question = `SELECT current_database(),
  EXISTS (SELECT FROM pg_roles WHERE rolsuper AND pg_has_role(session_user, oid, 'MEMBER')),
  pg_is_in_recovery();
`;

/** Connects as the service does and looks at who and where it is. */
export async function probePostgres(probe: PostgresAccess, context: AccessContext): Promise<Probed> {
  const finished = await context.host.attempt(
    command("psql", psqlWords({ database: probe.database, separator: "/" }), {
      stdin: question,
      env: environment(probe),
      timeoutSeconds: probe.within,
      ...asUser(context),
    }),
  );
  if (finished.timedOut) return unknown(t`no answer within ${probe.within} s`);
  if (finished.code === 126 || finished.code === 127) return unknown(t`psql is not installed on ${context.host.name}`);
  const latencyMs = milliseconds(finished.seconds);
  if (finished.code !== 0) return { ...judgeRefusal(finished.stderr, probe.within), latencyMs };
  const [database, superuser, replica] = finished.stdout.trim().split("/");
  if (superuser === undefined || replica === undefined) return unknown(t`connected, but the answer cannot be read`);
  if (database !== probe.database) return { ...failed(t`connected to another database than the plan's`), latencyMs };
  if (superuser !== "f") return { ...failed(t`connected as a superuser, or as a role that may become one`), latencyMs };
  if (replica !== "f" && !probe.replica)
    return { ...failed(t`connected to a replica, which cannot be written to`), latencyMs };
  return { verdict: "pass", evidence: t`connected in ${figure(finished.seconds, 2)} s, not as a superuser`, latencyMs };
}

/** libpq's own words are English here; the server's may be in its language, and are a refusal whatever they say. */
export function judgeRefusal(stderr: string, within: number): Probed {
  const said = stderr.replaceAll("\n", " ");
  if (/timeout expired|timed out/i.test(said)) return unknown(t`no answer within ${within} s`);
  if (/could not translate host name/i.test(said)) return unknown(t`the name has no address (DNS)`);
  if (
    /Connection refused|No route to host|Network is unreachable|could not connect|No such file or directory\s+Is the server/i.test(
      said,
    )
  )
    return unknown(t`no connection: refused, or no way there`);
  if (/definition of service .* not found/i.test(said)) return failed(t`pg_service.conf has no such service`);
  if (/no password supplied/i.test(said))
    return failed(t`no password for it in the password file, or the file is open to others (mode 0600)`);
  if (
    /is starting up|is shutting down|in recovery mode|too many clients|too many connections|remaining connection slots/i.test(
      said,
    )
  )
    return unknown(t`the server takes no connection now`);
  if (/server closed the connection|SSL SYSCALL|Connection reset/i.test(said))
    return unknown(t`the connection broke before an answer came`);
  if (/password authentication failed/i.test(said)) return failed(t`the password is refused`);
  if (/database ".*" does not exist/i.test(said)) return failed(t`no such database there`);
  if (/no pg_hba\.conf entry/i.test(said)) return failed(t`pg_hba.conf lets this role not in from here`);
  if (/SSL|certificate/i.test(said) && !/failed: *FATAL/i.test(said)) return unknown(t`no TLS connection comes about`);
  return failed(t`the server refuses the connection`);
}

function environment({ connection, within }: PostgresAccess): Record<string, string> {
  return {
    ...libpqVariables(connection),
    PGCONNECT_TIMEOUT: String(Math.max(2, Math.ceil(within))),
    LC_ALL: "C",
  };
}
