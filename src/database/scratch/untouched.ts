import { CommandError, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { type DatabasePlan, maintenanceOf, psqlCommand, rootOf } from "../postgres.ts";

/** The service's server as it stood: by kind and name, a value that changes whenever somebody changes the thing. */
export type ServerState = ReadonlyMap<string, string>;

// What nobody changes in passing. Rows are not looked at: people write them meanwhile. Hashes only: a setting may hold
// a password. A row version (xmin) tells a new password without reading it. Roles that end by themselves (a vault makes
// them by the hour) come and go.
const serverSql = `SELECT has_table_privilege('pg_catalog.pg_authid', 'SELECT') AS may_roles,
  has_function_privilege('pg_catalog.pg_show_all_file_settings()', 'EXECUTE') AS may_files,
  has_function_privilege('pg_catalog.pg_hba_file_rules()', 'EXECUTE') AS may_hba \\gset
SELECT 'database', datname, oid || '.' || md5(to_jsonb(d)::text)
FROM (SELECT oid, datname, datdba, encoding, datcollate, datctype, datistemplate, datallowconn, datconnlimit,
  dattablespace, datacl FROM pg_database) d
WHERE NOT starts_with(datname, :'trial');
SELECT 'role', rolname, oid || '.' || md5(to_jsonb(r)::text) FROM pg_roles r WHERE rolvaliduntil IS NULL OR rolsuper;
SELECT 'member', m.roleid || ' ' || m.member, md5(to_jsonb(m)::text)
FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member WHERE r.rolvaliduntil IS NULL;
SELECT 'tablespace', spcname, oid || '.' || md5(concat(pg_tablespace_location(oid), spcowner, spcacl, spcoptions))
FROM pg_tablespace;
SELECT 'settings', d.name || ' ' || setrole, md5(setconfig::text)
FROM pg_db_role_setting,
  LATERAL (SELECT coalesce((SELECT datname FROM pg_database WHERE oid = setdatabase)::text, '') AS name) d
WHERE NOT starts_with(d.name, :'trial');
\\if :may_roles
SELECT 'password', rolname, xmin FROM pg_authid WHERE rolvaliduntil IS NULL OR rolsuper;
\\endif
\\if :may_files
SELECT 'file', 'configuration', md5(coalesce(string_agg(
  concat_ws('|', sourcefile, name, setting), E'\\n' ORDER BY sourcefile, sourceline, seqno), ''))
FROM pg_file_settings;
\\endif
\\if :may_hba
SELECT 'file', 'pg_hba.conf', md5(coalesce(string_agg(to_jsonb(h)::text, E'\\n' ORDER BY line_number), ''))
FROM pg_hba_file_rules h;
\\endif
`;
// A table that is gone, not one that is new; partitions are made and dropped by programs of their own.
const tablesSql = `SELECT 'table', n.nspname || '.' || c.relname, c.oid
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence = 'p'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema';
`;

/** Reads what can be compared later; asks the server only. */
export async function stateOf(host: Host, service: DatabasePlan): Promise<ServerState> {
  const trial = { trial: `${rootOf(service)}_trial_` };
  const server = stateIn(
    (await host.run(psqlCommand(service, maintenanceOf(service), serverSql, { variables: trial, timeoutSeconds: 300 })))
      .stdout,
  );
  // That it is gone is what the server's part tells.
  if (!server.has(`database|${service.name}`)) return server;
  const tables = stateIn(
    (await host.run(psqlCommand(service, service.name, tablesSql, { timeoutSeconds: 300 }))).stdout,
  );
  return new Map([...server, ...tables]);
}

function stateIn(stdout: string): Map<string, string> {
  return new Map(
    stdout.split("\n").flatMap((line) => {
      const at = line.lastIndexOf("|");
      return at === -1 ? [] : [[line.slice(0, at), line.slice(at + 1)] as const];
    }),
  );
}

/** What is another than before, in words; the service's database first. */
export function touchedIn(before: ServerState, after: ServerState, database: string): string[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  const own = `database|${database}`;
  return [own, ...keys.filter((key) => key !== own)].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    if (was === is) return [];
    const [kind = "", name = ""] = key.split("|");
    if (kind === "table" && was === undefined) return [];
    const thing = thingOf(kind, name);
    if (is === undefined) return [t`${thing} is gone`];
    if (was === undefined) return [t`${thing} is new`];
    return was.split(".")[0] === is.split(".")[0]
      ? [t`${thing} was changed`]
      : [t`${thing} is another one than before`];
  });
}

function thingOf(kind: string, name: string): string {
  switch (kind) {
    case "database":
      return t`the database ${name}`;
    case "role":
    case "password":
      return t`the role ${name}`;
    case "member":
      return t`a membership of roles`;
    case "tablespace":
      return t`the tablespace ${name}`;
    case "table":
      return t`the table ${name}`;
    case "settings":
      return t`a setting of a database or role`;
    default:
      return t`the server's ${name}`;
  }
}

/** Throws, loudly, unless the service's server is what it was before a backup was let loose beside it. */
export async function requireUntouched(host: Host, service: DatabasePlan, before: ServerState): Promise<void> {
  const after = await stateOf(host, service).catch((error: unknown) => {
    if (!(error instanceof CommandError)) throw error;
    throw new UserError(
      {
        code: "production-unseen",
        what: t`whether PRODUCTION IS WHAT IT WAS before the backup was tried cannot be seen: its PostgreSQL does not answer`,
        where: host.name,
        mend: t`look at the site and at PostgreSQL at once; launch nothing before you know`,
      },
      { cause: error },
    );
  });
  const touched = touchedIn(before, after, service.name);
  if (touched.length === 0) return;
  throw new UserError({
    code: "production-touched",
    what: t`PRODUCTION IS NOT WHAT IT WAS before the backup was tried: ${touched.join("; ")}`,
    where: host.name,
    mend: t`find out at once who did that. If it was none of you, it was the backup or the release: look at the site, and launch nothing`,
  });
}
