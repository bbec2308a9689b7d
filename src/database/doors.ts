import type { Host } from "../hosts/host.ts";
import { type DatabasePlan, maintenanceOf, psqlCommand } from "./postgres.ts";

/** Lets sessions into a database again (the service's, unless named), whatever closed it. */
export async function openDoors(host: Host, plan: DatabasePlan, name = plan.name): Promise<void> {
  await setDoors(host, plan, name, true);
}

export async function closeDoors(host: Host, plan: DatabasePlan, name: string): Promise<void> {
  await setDoors(host, plan, name, false);
}

const doorsSql = `SELECT format('ALTER DATABASE %I ALLOW_CONNECTIONS %s', datname, :'open')
FROM pg_database WHERE datname = :'name' AND datallowconn IS DISTINCT FROM :'open'::boolean \\gexec
`;

async function setDoors(host: Host, plan: DatabasePlan, name: string, open: boolean): Promise<void> {
  await host.run(psqlCommand(plan, maintenanceOf(plan), doorsSql, { variables: { name, open: String(open) } }));
}

/** The object id of a database, or null when there is none of that name. A name may be another database's later. */
export async function oidOf(host: Host, plan: DatabasePlan, name: string): Promise<string | null> {
  const { stdout } = await host.run(
    psqlCommand(plan, maintenanceOf(plan), "SELECT oid FROM pg_database WHERE datname = :'name'", {
      variables: { name },
      timeoutSeconds: 60,
    }),
  );
  return stdout.trim() === "" ? null : stdout.trim();
}
