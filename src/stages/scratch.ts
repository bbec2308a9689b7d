import type { DatabasePlan } from "../database/postgres.ts";
import type { Host } from "../hosts/host.ts";
import type { Launch } from "./launch.ts";

/** The server that scratch databases are made on, as a database of the plan: the service's own unless the plan names another. */
export function scratchServer({ plan, hosts }: Pick<Launch, "plan" | "hosts">): {
  readonly host: Host;
  readonly database: DatabasePlan;
  readonly elsewhere: boolean;
} {
  const { database } = plan;
  const server = plan.prepare["test-restore"]?.server;
  if (!server) return { host: hosts.get(database.host), database, elsewhere: false };
  const { programs = database.programs, "run-as": user, connection, host } = server;
  const directory = server.directory ?? database.backup.directory;
  const { programs: _, "run-as": __, ...rest } = database;
  const own = { ...(programs === undefined ? {} : { programs }), ...(user === undefined ? {} : { "run-as": user }) };
  return {
    host: hosts.get(host),
    database: { ...rest, ...own, host, connection, backup: { ...database.backup, directory } },
    elsewhere: true,
  };
}
