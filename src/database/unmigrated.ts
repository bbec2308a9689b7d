import type { Host } from "../hosts/host.ts";
import { copyPropertiesSql } from "./create.ts";
import { type DatabasePlan, maintenanceOf, psqlCommand } from "./postgres.ts";
import { dropSide } from "./dump/restore.ts";

const cloneSql = `SELECT format('CREATE DATABASE %I TEMPLATE %I OWNER %I', :'name', :'source', r.rolname)
FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba WHERE d.datname = :'source' \\gexec
`;

/** A clone of a scratch database that nobody uses at the moment, to be a scratch database as well; its name. */
export async function cloneScratch(host: Host, plan: DatabasePlan, scratch: string): Promise<string> {
  const name = `${scratch}_before`;
  await dropSide(host, plan, name);
  const values = { name, source: scratch };
  await host.run(
    psqlCommand(plan, maintenanceOf(plan), cloneSql + copyPropertiesSql, { variables: values, timeoutSeconds: 3600 }),
  );
  return name;
}
