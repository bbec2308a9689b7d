import type { Host } from "../../hosts/host.ts";
import { pollUntil } from "../../core/poll-until.ts";
import { type DatabasePlan, maintenanceOf, psqlCommand, query } from "../postgres.ts";
import { notOfExtension } from "../preflight/looks/sql.ts";
import { type JsonRow, jsonRows, rowsOfKind } from "../preflight/json-rows.ts";

/** A table, view or sequence; its id stays when it is renamed, and is another when it is made anew. */
export interface Relation {
  readonly id: number;
  /** r table, p partitioned, f foreign, v view, m materialized view, S sequence. */
  readonly type: string;
  readonly schema: string;
  readonly name: string;
  /** Another one after the table was rewritten or emptied; null where there is none. */
  readonly file: number | null;
  readonly empty: boolean;
  /** Rows ever inserted, changed and deleted, whoever did it and by whatever: counted by PostgreSQL, not by statements. */
  readonly rows: readonly [inserted: number, updated: number, deleted: number];
  readonly columns: readonly Column[];
}

export type Column = readonly [place: number, name: string, type: string, notNull: boolean, filled: boolean];

export interface Index {
  readonly id: number;
  readonly table: number;
  readonly name: string;
  readonly valid: boolean;
  /** Null where this version of PostgreSQL does not tell. */
  readonly concurrently: boolean | null;
}

export interface Constraint {
  readonly id: number;
  readonly table: number;
  readonly name: string;
  readonly type: string;
}

/** What else can be dropped, by words of SQL and name. */
export interface Thing {
  readonly type: string;
  readonly name: string;
  /** The table that it goes with. */
  readonly table: number | null;
}

export interface Catalog {
  readonly relations: readonly Relation[];
  readonly indexes: readonly Index[];
  readonly constraints: readonly Constraint[];
  readonly things: readonly Thing[];
  /** Changed and deleted parts of large objects. */
  readonly largeObjects: readonly [updated: number, deleted: number];
  /** Whether PostgreSQL counts rows there. */
  readonly counts: boolean;
}

const ours = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

// Sequences of columns come and go with them. From version 14 on an index that was built CONCURRENTLY was marked valid in
// another transaction than the one that made it.
const catalogSql = `SELECT json_build_object('kind', 'relation', 'id', c.oid::bigint, 'type', c.relkind, 'schema', n.nspname,
  'name', c.relname, 'file', pg_relation_filenode(c.oid)::bigint, 'empty', coalesce(pg_relation_size(c.oid), 0) = 0,
  'rows', json_build_array(pg_stat_get_tuples_inserted(c.oid), pg_stat_get_tuples_updated(c.oid),
    pg_stat_get_tuples_deleted(c.oid)),
  'columns', coalesce((SELECT json_agg(json_build_array(a.attnum, a.attname, format_type(a.atttypid, a.atttypmod),
      a.attnotnull, a.atthasdef OR a.attidentity <> '') ORDER BY a.attnum)
    FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), '[]'))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S') AND c.relpersistence <> 't' AND ${ours} AND ${notOfExtension("pg_class", "c.oid")}
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE c.relkind = 'S' AND d.classid = 'pg_class'::regclass AND d.objid = c.oid
    AND d.deptype IN ('a', 'i'));
SELECT json_build_object('kind', 'index', 'id', c.oid::bigint, 'table', i.indrelid::bigint, 'name', c.relname, 'valid', i.indisvalid,
  'concurrently', CASE WHEN current_setting('server_version_num')::int >= 140000 THEN i.xmin <> c.xmin END)
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'i' AND c.relpersistence <> 't' AND ${ours};
SELECT json_build_object('kind', 'constraint', 'id', k.oid::bigint, 'table', k.conrelid::bigint, 'name', k.conname, 'type', k.contype)
FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
WHERE k.contype IN ('c', 'f', 'u', 'x', 'p') AND k.conrelid <> 0 AND ${ours};
SELECT json_build_object('kind', 'thing', 'type', 'SCHEMA', 'name', n.nspname) FROM pg_namespace n WHERE ${ours};
SELECT json_build_object('kind', 'thing', 'type', 'EXTENSION', 'name', extname) FROM pg_extension;
SELECT json_build_object('kind', 'thing', 'type', 'TYPE', 'name', format('%s.%s', n.nspname, y.typname))
FROM pg_type y JOIN pg_namespace n ON n.oid = y.typnamespace
WHERE y.typtype IN ('e', 'd') AND ${ours} AND ${notOfExtension("pg_type", "y.oid")};
SELECT json_build_object('kind', 'thing', 'type', 'FUNCTION', 'name', format('%s.%s', n.nspname, p.proname))
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${ours} AND ${notOfExtension("pg_proc", "p.oid")};
SELECT json_build_object('kind', 'thing', 'type', 'TRIGGER', 'name', format('%s.%s', c.relname, g.tgname), 'table', c.oid::bigint)
FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE NOT g.tgisinternal AND ${ours};
SELECT json_build_object('kind', 'rest', 'counts', current_setting('track_counts') = 'on', 'largeObjects',
  json_build_array(pg_stat_get_tuples_updated('pg_largeobject'::regclass), pg_stat_get_tuples_deleted('pg_largeobject'::regclass)));
`;

/** What there is in a database, and how many rows of it were ever touched. Only catalogs are read, no one's data. */
export async function catalogOf(host: Host, plan: DatabasePlan, database: string): Promise<Catalog> {
  await quiet(host, plan, database);
  const { stdout } = await host.run(psqlCommand(plan, database, catalogSql, { timeoutSeconds: 600 }));
  const rows: JsonRow[] = jsonRows(stdout);
  const [rest] = rowsOfKind<Pick<Catalog, "counts" | "largeObjects">>(rows, "rest");
  return {
    relations: rowsOfKind<Relation>(rows, "relation"),
    indexes: rowsOfKind<Index>(rows, "index"),
    constraints: rowsOfKind<Constraint>(rows, "constraint"),
    things: rowsOfKind<Thing>(rows, "thing"),
    counts: rest?.counts ?? false,
    largeObjects: rest?.largeObjects ?? [0, 0],
  };
}

// Before version 15 what a session counted went through a process that writes it down twice a second.
const othersSql = `SELECT count(*), current_setting('server_version_num')::int < 150000 FROM pg_stat_activity
WHERE datname = :'database' AND usename IS NOT NULL`;

/** A session tells what it counted when it ends, and that is a moment after its program. */
async function quiet(host: Host, plan: DatabasePlan, database: string): Promise<void> {
  const look = async () => {
    const [[count = "0", late = "f"] = []] = await query(host, plan, {
      database: maintenanceOf(plan),
      sql: othersSql,
      variables: { database },
    });
    return count === "0" ? { late: late === "t" } : null;
  };
  const found = await pollUntil(look, { every: 0.1, limit: 5 });
  if (found?.late) await host.run(psqlCommand(plan, maintenanceOf(plan), "SELECT pg_sleep(1) \\g /dev/null\n"));
}
