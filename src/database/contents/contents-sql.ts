import { untimedSql } from "../postgres.ts";
import { propertiesSql } from "../properties.ts";
import { hashedAsSql, isExactType } from "./exact-types.ts";

/**
 * psql script: in a database whose encoding is none, nothing is held to UTF-8. Of all others names come as UTF-8; values
 * are not sent.
 */
export const anyBytes = `SELECT getdatabaseencoding() = 'SQL_ASCII' AS any_bytes \\gset
\\if :any_bytes
SET client_encoding = 'SQL_ASCII';
\\endif
`;

/** Settings that change how a value looks as text, the same in every session that hashes. Needs the variable `jobs`. */
export const contentSettings = `${anyBytes}SET TimeZone = 'UTC';
SET DateStyle = 'ISO, YMD';
SET IntervalStyle = 'postgres';
SET extra_float_digits = 3;
SET bytea_output = 'hex';
SET xmloption = 'content';
SET lc_monetary = 'C';
SET search_path = pg_catalog;
SET row_security = off;
SET statement_timeout = 0;
SELECT set_config('max_parallel_workers_per_gather', :'jobs', false) \\g /dev/null
${untimedSql}SELECT current_setting('server_version_num')::int >= 140000 AS hashes_records \\gset
SELECT CASE WHEN :'hashes_records' THEN 'hash_record_extended((' ELSE 'hashtextextended((' END AS hash_open,
  CASE WHEN :'hashes_records' THEN '), 0)' ELSE ')::text COLLATE "C", 0)' END AS hash_close \\gset
`;

/**
 * SQL, in a psql script after `contentSettings`: a hash of a record. PostgreSQL 13 has none of its own, and hashes the
 * record's text, which tells apart all that its values' texts do.
 */
export const recordHash = (record: string) => `:hash_open ${record} :hash_close`;

/** SQL: whether an extension has this relation for itself. Its configuration is the users', and dumped. */
const ofExtension = `EXISTS (
    SELECT FROM pg_depend x JOIN pg_extension e ON e.oid = x.refobjid
    WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e'
      AND NOT c.oid = ANY (coalesce(e.extconfig, '{}'))
  )`;
const ofUsers = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";
const readable = "has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')";
const named = "n.nspname || '.' || c.relname";

/** SQL: the values of a row `t`, as they are hashed; a text for each column, in the order that :byname asks for. */
const hashedValues = `SELECT string_agg(
      CASE WHEN ${isExactType} THEN coalesce(
          CASE WHEN :'wholebits' = 'true' THEN ${hashedAsSql} END,
          format('t.%I', a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END
        )
        -- As a dump writes it: a cast to text may be another, and drops the blanks at the end of a bpchar.
        WHEN :'wholebits' = 'true' THEN format('format(''%%L'', t.%I) COLLATE "C"', a.attname)
        ELSE format('t.%I::text COLLATE "C"', a.attname) END,
      ', ' ORDER BY CASE WHEN :'byname' = 'true' THEN a.attname END, a.attnum
    )
    FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped`;

/** As many tables, or sequences, as are held at the same time. */
const heldAtOnce = 50;

const beginAsOf =
  "'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET TRANSACTION SNAPSHOT ' || quote_literal(:'snapshot')";
const isAsOf = ":'snapshot' <> ''";

/** SQL: a column of what is executed row by row, `by` this order: another transaction of the same snapshot from time to time. */
const anew = (by: string) => `CASE WHEN ${isAsOf} AND row_number() OVER (ORDER BY ${by}) % ${heldAtOnce} = 0
  THEN 'COMMIT; ' || ${beginAsOf} END`;

/**
 * psql script: what it holds is read as of the variable `snapshot`, in transactions that hold few locks each; where that is
 * empty, each statement by itself.
 */
export const asOfSnapshot = (script: string) => `SELECT ${beginAsOf} WHERE ${isAsOf} \\gexec
${script}SELECT 'COMMIT' WHERE ${isAsOf} \\gexec
`;

/** Bytes of a large object that are read at once. */
const part = 256 * 1024;

/** By the bytes that are there when it is read: how they are stored (pages that are left out) is not looked at. */
const largeObjectsSql = `SELECT 'in-parts' WHERE :'inparts' = 'true';
SELECT :'inparts' = 'true' AS in_parts \\gset
\\if :in_parts
WITH RECURSIVE parts (loid, at, length, hash) AS (
  SELECT o.oid, 0::bigint, octet_length(p.bytes), ${recordHash("ROW(o.oid, 0::bigint, p.bytes)")}
  FROM pg_largeobject_metadata o, LATERAL (SELECT lo_get(o.oid, 0, ${part}) AS bytes OFFSET 0) p
  UNION ALL
  SELECT q.loid, n.at, octet_length(p.bytes), ${recordHash("ROW(q.loid, n.at, p.bytes)")}
  FROM parts q, LATERAL (SELECT q.at + ${part} AS at) n,
    LATERAL (SELECT lo_get(q.loid, n.at, ${part}) AS bytes OFFSET 0) p
  WHERE q.length = ${part}
)
SELECT 'large-objects', count(*) FILTER (WHERE at = 0), coalesce(sum(hash), 0) FROM parts;
\\else
SELECT 'large-objects', count(*), coalesce(sum(${recordHash("ROW(oid, lo_get(oid))")}), 0)
FROM pg_largeobject_metadata;
\\endif
`;

/** What of large objects is not their bytes: owner, grants, comment. Names go by their bytes, whatever the encoding. */
const largeObjectRightsSql = `SELECT 'large-object-rights', coalesce(sum(hashtextextended(concat_ws('|',
    o.oid, pg_get_userbyid(o.lomowner), (
    SELECT string_agg(concat_ws(' ', pg_get_userbyid(a.grantor), CASE a.grantee WHEN 0 THEN '' ELSE pg_get_userbyid(a.grantee) END,
      a.privilege_type, a.is_grantable), ',' ORDER BY a.grantee, a.grantor, a.privilege_type)
    FROM aclexplode(coalesce(o.lomacl, acldefault('L', o.lomowner))) a
  ), obj_description(o.oid, 'pg_largeobject')) COLLATE "C", 0)), 0)
FROM pg_largeobject_metadata o;
`;

/** Whether a materialized view is filled, which no schema says. */
const viewsSql = `SELECT 'view', c.relispopulated, ${named}
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'm' AND ${ofUsers} AND NOT ${ofExtension};
`;

/**
 * psql script, after `contentSettings`: a line per table (`table|rows|hash|schema.name`), sequence and for all large
 * objects. Partitioned parents and foreign tables hold no rows of their own, and a restore fills materialized views
 * anew. Tables named in the variable `counted` (comma between) are counted only; `byname` says how columns are ordered,
 * `wholebits` whether values are hashed by all that they are, and `inparts` how large objects are read.
 * A row's own hash is linear in those of its columns, and so would be their sum: hashed once more, it sees values that
 * changed places between rows.
 */
export const contentsSql = `SELECT 'by-name' WHERE :'byname' = 'true';
SELECT 'whole-bits' WHERE :'wholebits' = 'true';
SELECT format(
  'SELECT %L, count(*), %s, %L FROM ONLY %I.%I AS t',
  CASE WHEN ${ofExtension} THEN 'member' ELSE 'table' END,
  CASE WHEN ${named} = ANY (string_to_array(:'counted', ',')) THEN '''-'''
  ELSE 'coalesce(sum(hashtextextended(' || :'hash_open' || 'ROW(' || coalesce((
    ${hashedValues}
  ), 'NULL::text') || ')' || :'hash_close' || '::text, 0)), 0)' END,
  ${named}, n.nspname, c.relname
), ${anew("c.relname, c.oid")}
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND (c.relpersistence = 'p' OR :'logged' <> 'true')
  AND ${ofUsers} AND (NOT ${ofExtension} OR (${readable}))
ORDER BY c.relname, c.oid \\gexec
SELECT format(
  'SELECT ''sequence'', last_value || '' '' || is_called, %L FROM %I.%I',
  ${named}, n.nspname, c.relname
), ${anew("c.relname, c.oid")}
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'S' AND ${ofUsers} AND NOT ${ofExtension}
ORDER BY c.relname, c.oid \\gexec
${largeObjectsSql}${largeObjectRightsSql}${viewsSql}${propertiesSql}`;
