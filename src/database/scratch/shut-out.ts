import { UserError } from "../../core/errors.ts";
import { script } from "../../core/command.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { type DatabasePlan, maintenanceOf, query } from "../postgres.ts";
import { mayNotBecome, problemOf } from "./shut-out-problems.ts";
import { tryDoors } from "./shell/scripts.ts";

/** What a backup says runs with the rights of `user`: each of these has to be closed to it. */
export interface ShutOut {
  readonly user: string;
  /** Files that hold a way to production: settings and password files of the plan. */
  readonly secrets: readonly string[];
}

// One row a thing: where PostgreSQL may be reached, and as whom. What the role may not see is left out.
const doorsSql = `SELECT 'role', rolname FROM pg_roles WHERE rolcanlogin
UNION ALL SELECT 'database', datname FROM pg_database WHERE datallowconn
UNION ALL SELECT 'port', setting FROM pg_settings WHERE name = 'port'
UNION ALL SELECT 'socket', trim(btrim(trim(s), '"'))
  FROM pg_settings, unnest(string_to_array(setting, ',')) AS s WHERE name = 'unix_socket_directories'
UNION ALL SELECT 'address', trim(s)
  FROM pg_settings, unnest(string_to_array(setting, ',')) AS s WHERE name = 'listen_addresses'
UNION ALL SELECT 'address', host(inet_server_addr()) WHERE inet_server_addr() IS NOT NULL
UNION ALL SELECT 'system', system_identifier::text FROM pg_control_system()`;

/**
 * Tries, by day, whether that user of the host gets into the service's server, becomes somebody else, or reads a key.
 * Throws a UserError with everything that lets it; returns in how many ways it was turned away.
 */
export async function requireShutOut(host: Host, service: DatabasePlan, { user, secrets }: ShutOut): Promise<number> {
  const reachable = await host.attempt(script(":", [], { user, timeoutSeconds: 60 }));
  if (reachable.code !== 0) throw new UserError({ ...mayNotBecome(user), where: host.name });
  const doors = await query(host, service, { database: maintenanceOf(service), sql: doorsSql });
  const of = (kind: string) => doors.flatMap(([one, value = ""]) => (one === kind && value !== "" ? [value] : []));
  const port = String(service.connection.port ?? of("port")[0] ?? 5432);
  const stdin = pairs(of("role"), of("database"), service.name)
    .map((pair) => `${pair.join("\t")}\n`)
    .join("");
  const addresses = await waysIn(host, service, of("socket"), of("address"));
  const files = [...secrets, service.connection.passfile].filter((file) => file !== undefined);
  const asked = script(tryDoors, [port, of("system")[0] ?? "", ...files, "--", ...addresses], {
    user,
    stdin,
    env: { GOLIVE_PROGRAMS: service.programs ?? "" },
    timeoutSeconds: 900,
  });
  const { stdout } = await host.run({ ...asked, label: t`what ${user} may do there` });
  const rows = stdout.split("\n").map((line) => line.split("|"));
  // One role in at a door says enough of that door.
  const seen = new Set<string>();
  const doorsOpen = rows.filter(([, , at = ""]) => at === "" || (!seen.has(at) && seen.add(at) !== undefined));
  const problems = doorsOpen.flatMap((row) => problemOf(row, user) ?? []);
  const tried = Number(rows.find(([kind]) => kind === "tried")?.[1] ?? 0);
  if (problems.length > 0) throw new UserError(problems.map((problem) => ({ ...problem, where: host.name })));
  return tried;
}

/** Every role at the service's database; at a few others some, as rules for one database only are rare. */
function pairs(roles: readonly string[], databases: readonly string[], name: string): [string, string][] {
  const few = roles.slice(0, 20);
  const others = databases.filter((one) => one !== name).slice(0, 3);
  return [
    ...roles.map((role): [string, string] => [role, name]),
    ...others.flatMap((database) => few.map((role): [string, string] => [role, database])),
  ].filter((pair) => pair.every((word) => !/[\t\n]/.test(word)));
}

async function waysIn(
  host: Host,
  { connection }: DatabasePlan,
  sockets: readonly string[],
  listens: readonly string[],
): Promise<string[]> {
  const everywhere = ["*", "0.0.0.0", "::"];
  const own = listens.some((address) => everywhere.includes(address))
    ? (await host.attempt(script("hostname -I", [], { timeoutSeconds: 30 }))).stdout.trim().split(/\s+/)
    : [];
  return [
    ...new Set([
      ...(sockets.length > 0 ? sockets : ["/run/postgresql", "/tmp"]).filter((path) => path.startsWith("/")),
      ...(connection.host === undefined ? [] : [connection.host]),
      ...["127.0.0.1", "::1"],
      ...listens.filter((address) => !everywhere.includes(address)),
      ...own,
    ]),
  ].filter((address) => address !== "" && !/[\s,]/.test(address));
}
