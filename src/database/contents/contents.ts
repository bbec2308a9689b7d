import { t } from "../../core/text/text.ts";
import { rowsOf } from "../postgres.ts";
import { propertiesSql } from "../properties.ts";

export interface TableContents {
  readonly rows: number;
  /** Sum of a 64-bit hash of every row, whatever their order; null when only the rows are counted. */
  readonly hash: string | null;
}

/** What a database holds beside its schema. Keys are `schema.name`. */
export interface Contents {
  readonly tables: Readonly<Record<string, TableContents>>;
  /** `last_value` and `is_called`. */
  readonly sequences: Readonly<Record<string, string>>;
  readonly largeObjects: TableContents;
  /** Tables that an extension has for itself: pg_dump leaves them out, and CREATE EXTENSION makes them again. */
  readonly members?: Readonly<Record<string, TableContents>>;
  /** What belongs to the database itself: a hash of each value, as a setting may be a secret. */
  readonly properties?: Readonly<Record<string, string>>;
  /** Whether a row is hashed in the order of its columns' names, not in that of the table, which a restore may change. */
  readonly byName?: boolean;
}

/** Settings that change how a value looks as text, the same in every session that hashes. Needs the variable `jobs`. */
export const contentSettings = `SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET extra_float_digits = 3; SET bytea_output = 'hex';
SET xmloption = 'content'; SET lc_monetary = 'C'; SET search_path = pg_catalog; SET row_security = off; SET statement_timeout = 0;
SELECT set_config('max_parallel_workers_per_gather', :'jobs', false) \\g /dev/null
`;

/**
 * Types whose hash function tells apart all that a dump tells apart. Others are hashed as text: numeric 1.0 and 1.00, or
 * 0 and -0, are equal to their own hash function and yet not the same.
 */
export const exactTypes = [
  "bool",
  "int2",
  "int4",
  "int8",
  "oid",
  "text",
  "varchar",
  "bpchar",
  "name",
  "char",
  "bytea",
  "date",
  "timestamp",
  "timestamptz",
  "time",
  "uuid",
];

/** SQL: whether an extension has this relation for itself. Its configuration is the users', and dumped. */
const ofExtension =
  "EXISTS (SELECT FROM pg_depend x JOIN pg_extension e ON e.oid = x.refobjid WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e' AND NOT c.oid = ANY (coalesce(e.extconfig, '{}')))";
const ofUsers = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";
const readable = "has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')";

/**
 * psql script, after `contentSettings`: a line per table (`table|rows|hash|schema.name`), sequence and for all large
 * objects. Partitioned parents and foreign tables hold no rows of their own, and a restore fills materialized views
 * anew. Tables named in the variable `counted` (comma between) are counted only; `byname` says how columns are ordered. A row's own hash is linear in those
 * of its columns, and so would be their sum: hashed once more, it sees values that changed places between rows.
 */
export const contentsSql = `SELECT 'by-name' WHERE :'byname' = 'true';
SELECT format('SELECT %L, count(*), %s, %L FROM ONLY %I.%I AS t', CASE WHEN ${ofExtension} THEN 'member' ELSE 'table' END,
  CASE WHEN n.nspname || '.' || c.relname = ANY (string_to_array(:'counted', ',')) THEN '''-'''
  ELSE 'coalesce(sum(hashtextextended(hash_record_extended(ROW(' || coalesce((SELECT string_agg(
      CASE WHEN y.typname = ANY ('{${exactTypes.join(",")}}') AND y.typnamespace = 'pg_catalog'::regnamespace
        THEN format('t.%I', a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END
        ELSE format('t.%I::text COLLATE "C"', a.attname) END, ', ' ORDER BY CASE WHEN :'byname' = 'true' THEN a.attname END, a.attnum)
    FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), 'NULL::text') || '), 0)::text, 0)), 0)' END,
  n.nspname || '.' || c.relname, n.nspname, c.relname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND (c.relpersistence = 'p' OR :'logged' <> 'true') AND ${ofUsers} AND (NOT ${ofExtension} OR (${readable}))
ORDER BY c.relname \\gexec
SELECT format('SELECT ''sequence'', last_value || '' '' || is_called, %L FROM %I.%I', n.nspname || '.' || c.relname, n.nspname, c.relname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'S' AND ${ofUsers} AND NOT ${ofExtension}
ORDER BY c.relname \\gexec
SELECT 'large-objects', count(*), coalesce(sum(hash_record_extended(ROW(oid, lo_get(oid)), 0)), 0) FROM pg_largeobject_metadata;
${propertiesSql}`;

/** Reads the lines of `contentsSql`; others are passed over. */
export function parseContents(stdout: string): Contents {
  const tables: Record<string, TableContents> = {};
  const members: Record<string, TableContents> = {};
  const sequences: Record<string, string> = {};
  const properties: Record<string, string> = {};
  let largeObjects: TableContents = { rows: 0, hash: "0" };
  let byName = false;
  for (const [kind, first = "", second = "", ...rest] of rowsOf(stdout)) {
    const held = { rows: Number(first), hash: second === "-" ? null : second };
    if (kind === "by-name") byName = true;
    else if (kind === "table") tables[rest.join("|")] = held;
    else if (kind === "member") members[rest.join("|")] = held;
    else if (kind === "property") properties[[second, ...rest].join("|")] = first;
    else if (kind === "sequence") sequences[[second, ...rest].join("|")] = first;
    else if (kind === "large-objects") largeObjects = { rows: Number(first), hash: second };
  }
  return { tables, sequences, largeObjects, members, properties, byName };
}

/** What differs, a line each; empty when the copy is the source. */
export function compareContents(source: Contents, copy: Contents): string[] {
  return [
    ...differing(source.tables, copy.tables, otherRows),
    // What an older golive did not look at cannot be compared.
    ...(source.members === undefined ? [] : differing(source.members, copy.members ?? {}, otherRows)),
    ...(source.properties === undefined ? [] : differing(source.properties, copy.properties ?? {}, otherProperty)),
    ...differing(source.sequences, copy.sequences, (name, want, have) =>
      want === have
        ? null
        : t`sequence ${name} is ${have === undefined ? "missing" : t`at ${have}`}${want === undefined ? t`, and should not be there` : t` instead of ${want}`}`,
    ),
    ...(source.largeObjects.rows === copy.largeObjects.rows && source.largeObjects.hash === copy.largeObjects.hash
      ? []
      : [
          t`the large objects are not the same (${copy.largeObjects.rows} instead of ${source.largeObjects.rows}, or other bytes)`,
        ]),
  ];
}

function otherRows(name: string, want?: TableContents, have?: TableContents): string | null {
  if (have === undefined) return t`table ${name} is missing (${want?.rows ?? 0} {1:row|rows|rows})`;
  if (want === undefined) return t`table ${name} should not be there (${have.rows} {1:row|rows|rows})`;
  if (want.rows !== have.rows) return t`table ${name} has ${have.rows} {1:row|rows|rows} instead of ${want.rows}`;
  if (want.hash === null || have.hash === null || want.hash === have.hash) return null;
  return t`table ${name} has the same number of rows, but not the same values`;
}

function otherProperty(name: string, want?: string, have?: string): string | null {
  return want === have ? null : t`the database itself is another one: ${name}`;
}

export function totalRows({ tables }: Contents): number {
  return Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);
}

/** Every key of either side in order, with what is wrong about it. */
export function differing<T>(
  source: Readonly<Record<string, T>>,
  copy: Readonly<Record<string, T>>,
  wrong: (name: string, want: T | undefined, have: T | undefined) => string | null,
): string[] {
  return [...new Set([...Object.keys(source), ...Object.keys(copy)])]
    .toSorted()
    .flatMap((name) => wrong(name, source[name], copy[name]) ?? []);
}
