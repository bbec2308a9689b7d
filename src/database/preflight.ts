import type { Problem } from "../core/errors.ts";
import { script } from "../core/command.ts";
import type { Host } from "../hosts/host.ts";
import { nearest } from "../plan/nearest.ts";
import { type DatabasePlan, databaseScript, psqlCommand, query, rowsOf } from "./postgres.ts";

export interface DatabaseFacts {
  readonly bytes: number;
  readonly serverVersion: string;
}

/** Whether the database is there and the role may do what backup and rollback need. Changes nothing. */
export async function databaseProblems(host: Host, plan: DatabasePlan): Promise<{ problems: Problem[]; facts: DatabaseFacts | null }> {
  const where = host.name;
  const asked = await host.attempt(psqlCommand(plan, "postgres", "SELECT datname, CASE WHEN datname = :'name' THEN pg_database_size(datname) END, current_setting('server_version'), current_user, (SELECT rolsuper FROM pg_roles WHERE rolname = current_user), (SELECT rolcreatedb FROM pg_roles WHERE rolname = current_user) FROM pg_database WHERE NOT datistemplate;", { name: plan.name }, 60));
  if (asked.code !== 0) return { problems: [{ what: `PostgreSQL does not answer: ${firstError(asked.stderr)}`, where, mend: "check database.connection and database.run-as in the plan, on that host: psql -d postgres" }], facts: null };
  const rows = rowsOf(asked.stdout);
  const row = rows.find(([name]) => name === plan.name);
  if (!row) {
    const names = rows.map(([name = ""]) => name).filter((name) => name !== "postgres");
    const near = nearest(plan.name, names);
    return { problems: [{ what: `there is no database "${plan.name}"`, where, mend: near ? `did you mean "${near}"? Change database.name in the plan` : `change database.name in the plan; there are: ${names.join(", ")}` }], facts: null };
  }
  const [, bytes = "0", serverVersion = "", role = "", isSuperuser, mayCreate] = row;
  const problems: Problem[] = [];
  if (isSuperuser !== "t" && mayCreate !== "t") problems.push({ what: `the role ${role} may not create databases, so no dump can be proved and nothing put back`, where, mend: `as superuser: ALTER ROLE "${role}" CREATEDB` });
  if (isSuperuser !== "t" && (await lacks(host, plan, role))) problems.push({ what: `the role ${role} is not a member of the owner of ${plan.name}`, where, mend: `as superuser: GRANT <owner of ${plan.name}> TO "${role}"` });
  const tools = await host.attempt(databaseScript(plan, 'for p in pg_dump pg_restore psql; do "$p" --version || exit 3; done', []));
  const versions = tools.stdout.match(/\) (\d+)/g)?.map((text) => Number(text.slice(2))) ?? [];
  const major = Number.parseInt(serverVersion, 10);
  if (tools.code !== 0) problems.push({ what: "pg_dump, pg_restore or psql is missing", where, mend: "install the PostgreSQL client programs there" });
  // A newer pg_restore says things an older server does not know; an older pg_dump refuses.
  else if (versions.slice(0, 2).some((version) => version !== major)) problems.push({ what: `pg_dump and pg_restore are of version ${versions[0]}, the server of ${major}`, where, mend: `install postgresql-client-${major} there and name its folder in database.programs (Debian: /usr/lib/postgresql/${major}/bin)` });
  if (major < 13) problems.push({ what: `PostgreSQL ${serverVersion} is too old`, where, mend: "golive needs version 13 or newer" });
  return { problems, facts: { bytes: Number(bytes), serverVersion } };
}

/** Room for the dump, and for the database a second time beside itself. */
export async function spaceProblems(host: Host, plan: DatabasePlan, facts: DatabaseFacts): Promise<{ problems: Problem[]; note: string }> {
  const least = plan.backup["least-free"] * 1024 * 1024;
  const dataDirectory = (await query(host, plan, "postgres", "SELECT setting FROM pg_settings WHERE name = 'data_directory'"))[0]?.[0];
  const folder = await free(host, plan, plan.backup.directory);
  // Before it is made, a dump is taken to be as large as the database: compressed it is smaller, text it may be larger.
  const needs: { path: string; label: string; bytes: number; disk: Free }[] = [{ path: plan.backup.directory, label: "the dump", bytes: facts.bytes + least, disk: folder }];
  const data = dataDirectory ? await free(host, plan, dataDirectory) : null;
  if (dataDirectory && data && data.device === folder.device) needs[0] = { path: plan.backup.directory, label: "the dump and its restored proof", bytes: 2 * facts.bytes + least, disk: folder };
  else if (dataDirectory && data) needs.push({ path: dataDirectory, label: "the restored proof", bytes: facts.bytes + least, disk: data });
  const problems = needs
    .filter(({ bytes, disk }) => disk.bytes < bytes)
    .map(({ path, label, bytes, disk }) => ({ what: `${mib(disk.bytes)} free for ${label}, ${mib(bytes)} needed`, where: `${host.name}:${path}`, mend: "make room, or choose another database.backup.directory" }));
  return { problems, note: needs.map(({ label, bytes, disk }) => `${mib(disk.bytes)} free for ${label}, ${mib(bytes)} needed`).join("; ") };
}

interface Free {
  readonly bytes: number;
  readonly device: string;
}

/** The folder may not be there yet: then its nearest parent counts. */
async function free(host: Host, plan: DatabasePlan, path: string): Promise<Free> {
  const asked = script('p=$1; while [ ! -d "$p" ]; do p=$(dirname -- "$p"); done; LC_ALL=C df --output=avail,target -B1 -- "$p" | tail -n1', [path], { timeoutSeconds: 30, ...(plan["run-as"] === undefined ? {} : { user: plan["run-as"] }) });
  const [bytes = "0", ...device] = (await host.run(asked)).stdout.trim().split(/\s+/);
  return { bytes: Number(bytes), device: device.join(" ") };
}

async function lacks(host: Host, plan: DatabasePlan, role: string): Promise<boolean> {
  const rows = await query(host, plan, "postgres", "SELECT pg_has_role(:'role', datdba, 'MEMBER') FROM pg_database WHERE datname = :'name'", { role, name: plan.name });
  return rows[0]?.[0] !== "t";
}

function firstError(stderr: string): string {
  return (stderr.split("\n").find((line) => line.trim() !== "") ?? "no word").replace(/^psql: (error: )?/, "").slice(0, 200);
}

export function mib(bytes: number): string {
  return bytes < 10 * 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MiB` : `${Math.round(bytes / 1024 / 1024)} MiB`;
}
