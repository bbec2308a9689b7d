/** Tables of more bytes go through a pipe of their own, large objects of more into a file of theirs. */
const small = 4 * 1024 * 1024;
const smallObject = 16 * 1024 * 1024;

const begin = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET TRANSACTION SNAPSHOT :'snapshot';
`;
/** SQL: the same as text that psql runs later. */
const beginLater = String.raw`E'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;\n'
  || 'SET TRANSACTION SNAPSHOT ' || quote_literal(:'snapshot') || ';'`;

/** As many tables are copied in one transaction, and hashed by one program. */
const together = 100;

const ofUsers = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

/**
 * psql script: each table as of the variable `snapshot` as pg_dump asks for it, with its settings (those of the database
 * and the role stay, such as the time zone) and in its encoding, closed as in an archive, into a hash: a line
 * `stream|sha256|oid` each, and their names; and one hash for all large objects. Needs the variable `work`.
 */
export const streamsSql = String.raw`SELECT getdatabaseencoding() AS encoding, pg_client_encoding() AS names \gset
RESET ALL;
SET client_encoding = :'encoding';
SET DateStyle = 'ISO';
SET IntervalStyle = 'postgres';
SET extra_float_digits = 3;
SET synchronize_seqscans = off;
SET row_security = off;
SET search_path = '';
\set file :work '/copy-tables.sql'
${begin}SELECT CASE WHEN t.small THEN format(E'\\set file :work \'/small/%s\'\n\\o :file', t.oid)
    ELSE format(E'\\o |sh "$GOLIVE_WORK/beside" table %s', t.oid) END
  || format(E'\nCOPY %s TO STDOUT;\n\\qecho \'\\\\.\\n\\n\'\n\\o', t.what)
  || CASE WHEN row_number() OVER (ORDER BY t.small, t.oid) % ${together} = 0
    THEN E'\nCOMMIT;\n\\! sh "$GOLIVE_WORK/beside" tables\n' || ${beginLater} ELSE '' END
FROM (
  SELECT c.oid, pg_table_size(c.oid) <= ${small} AS small,
    CASE WHEN f.condition IS NULL THEN format('%I.%I %s', n.nspname, c.relname, '(' || k.columns || ')')
      ELSE format('(SELECT %s FROM %I.%I %s)', k.columns, n.nspname, c.relname, f.condition) END AS what
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_depend x ON x.classid = 'pg_class'::regclass AND x.objid = c.oid
    AND x.refclassid = 'pg_extension'::regclass AND x.deptype = 'e'
  LEFT JOIN pg_extension e ON e.oid = x.refobjid,
  LATERAL (
    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns FROM pg_attribute a
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  ) k,
  LATERAL (SELECT nullif(e.extcondition[array_position(e.extconfig, c.oid)], '') AS condition) f
  WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND ${ofUsers}
    AND (e.oid IS NULL OR c.oid = ANY (coalesce(e.extconfig, '{}')))
) t
ORDER BY t.small, t.oid \g :file
\i :file
COMMIT;
\! sh "$GOLIVE_WORK/beside" tables; cat "$GOLIVE_WORK/large" 2>/dev/null
\set file :work '/objects'
${begin}\o :file
SELECT oid || ' ' || encode(sha256(lo_get(oid)), 'hex') FROM pg_largeobject_metadata
WHERE octet_length(lo_get(oid, ${smallObject}, 1)) = 0;
\o
\set file :work '/copy-objects.sql'
SELECT format(E'\\set file :work \'/small/%1$s\'\n\\lo_export %1$s :file\n\\! sh "$GOLIVE_WORK/beside" object %1$s', oid)
FROM pg_largeobject_metadata WHERE octet_length(lo_get(oid, ${smallObject}, 1)) > 0 \g :file
\i :file
\! sh "$GOLIVE_WORK/beside" objects
SET client_encoding = :'names';
SELECT 'stream-name', c.oid, n.nspname || '.' || c.relname
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND ${ofUsers};
COMMIT;
`;
