import { join } from "node:path";
import { psql } from "../../production/servers/psql.ts";
import { run } from "../../production/processes/run.ts";
import type { Cluster } from "./cluster.ts";

/** What pg_dump itself and the catalogs say of a database, with nothing of golive's in between. */
export interface Seen {
  /** Plain SQL that makes the database and all it holds. */
  readonly dump: string;
  /** What no dump says: rows of the catalogs, and how many rows the tables of extensions hold. */
  readonly rows: string;
}

export async function see(cluster: Pick<Cluster, "facts">, database: string): Promise<Seen> {
  return { dump: await plainDump(cluster, database), rows: await psql(cluster.facts, rowsSql, database) };
}

/** Whether two databases of any names are one by all that is seen of them. */
export function alike(one: Seen, other: Seen): boolean {
  return one.dump === other.dump && one.rows === other.rows;
}

/** Makes a database of this name by a dump's own word, and returns what is seen of it. */
export async function nextGeneration(cluster: Pick<Cluster, "facts">, { dump }: Seen, database: string): Promise<Seen> {
  await psql(cluster.facts, renamed(dump, placeholder, database), "postgres");
  return see(cluster, database);
}

const placeholder = "the_database";

async function plainDump({ facts }: Pick<Cluster, "facts">, database: string): Promise<string> {
  const { host, port, adminUser, passfile, binaries } = facts;
  const connection = ["--host", host, "--port", String(port), "--username", adminUser, "--no-password"];
  const text = await run(join(binaries, "pg_dump"), ["--create", ...connection, database], {
    env: { PGPASSFILE: passfile, PGTZ: "UTC" },
  });
  // The key of a restricted script is random.
  const lines = text.split("\n").filter((line) => !/^\\(?:un)?restrict /.test(line));
  return renamed(lines.join("\n"), database, placeholder);
}

/** The lines of a dump that name the database itself. */
const naming =
  /^(?:(?:CREATE|ALTER|COMMENT ON) DATABASE |ALTER ROLE .* IN DATABASE |\\connect |-- Name: |(?:REVOKE|GRANT) .* ON DATABASE )/;

function renamed(text: string, from: string, to: string): string {
  const name = new RegExp(`\\b${from}\\b`, "g");
  const lines = text.split("\n");
  return lines.map((line) => (naming.test(line) ? line.replaceAll(name, to) : line)).join("\n");
}

const rowsSql = `
SELECT to_jsonb(d) - '{oid,datname,datfrozenxid,datminmxid,datacl,datallowconn}'::text[]
FROM pg_database d WHERE datname = current_database();
SELECT a.grantee::regrole, a.privilege_type, a.is_grantable
FROM pg_database d, LATERAL aclexplode(d.datacl) a WHERE datname = current_database() ORDER BY a.grantee, 2;
SELECT s.setrole::regrole, unnest(s.setconfig)
FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase
WHERE datname = current_database() ORDER BY s.setrole, 2;
SELECT extname, extversion, extnamespace::regnamespace FROM pg_extension ORDER BY 1;
SELECT c.oid::regclass, query_to_xml(format('SELECT count(*) FROM %s', c.oid::regclass), false, true, '')
FROM pg_class c JOIN pg_depend x ON x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e'
WHERE c.relkind = 'r' ORDER BY 1::text;
`;
