import { CommandError, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { databaseCommand, type DatabasePlan, maintenanceOf, psqlCommand, query } from "../postgres.ts";
import { folderOf, type Scratch } from "./server.ts";

const rolesSql = "SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_' ORDER BY 1";
const rolesOnly = ["--no-password", "--roles-only", "--no-role-passwords"];
const spacesSql = `SELECT format('CREATE TABLESPACE %I LOCATION %L;', spcname,
  :'folder' || '/' || (row_number() OVER (ORDER BY spcname) - 1))
FROM pg_tablespace WHERE spcname !~ '^pg_' ORDER BY spcname`;

/**
 * Gives a throwaway server the roles and tablespaces of the service's, by name: no passwords, and folders of its own.
 * A role is there what it is on the service's server, superuser or not: what a migration may do is to be tried.
 */
export async function makeRoles(service: { readonly host: Host; readonly plan: DatabasePlan }, scratch: Scratch) {
  const { host, database } = scratch;
  const dumped = await service.host.run(
    databaseCommand(service.plan, "pg_dumpall", [...rolesOnly, `--database=${maintenanceOf(service.plan)}`], {
      timeoutSeconds: 300,
    }),
  );
  const text = dumped.stdout
    .split("\n")
    .filter(
      (line) => line !== "CREATE ROLE postgres;" && !/^ALTER ROLE postgres WITH /.test(line) && !line.startsWith("\\"),
    )
    .join("\n");
  // A setting that this server does not know is no reason to stop; a role that is missing afterwards is.
  const fed = databaseCommand(
    database,
    "psql",
    ["-X", "-q", "--no-password", "-d", maintenanceOf(database), "-f", "-"],
    {
      stdin: text,
      timeoutSeconds: 300,
    },
  );
  const made = await host.attempt(fed);
  const wanted = (
    await query(service.host, service.plan, { database: maintenanceOf(service.plan), sql: rolesSql })
  ).map(([name]) => name);
  const have = new Set(
    (await query(host, database, { database: maintenanceOf(database), sql: rolesSql })).map(([name]) => name),
  );
  const missing = wanted.filter((name) => !have.has(name));
  if (missing.length > 0)
    throw new UserError(
      {
        code: "scratch-roles",
        what: t`the throwaway server could not be given the roles ${missing.join(", ")}`,
        where: host.name,
        mend: t`look at what it said, on the control host; or name a server in prepare.test-restore.server`,
      },
      { cause: new CommandError(host, fed, made) },
    );
  const { stdout: spaces } = await service.host.run(
    psqlCommand(service.plan, maintenanceOf(service.plan), `${spacesSql};\n`, {
      variables: { folder: folderOf(database, "spaces") },
      timeoutSeconds: 60,
    }),
  );
  if (spaces.trim() !== "")
    await host.run(psqlCommand(database, maintenanceOf(database), spaces, { timeoutSeconds: 60 }));
}
