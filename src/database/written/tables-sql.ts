import { isExactType } from "../contents/exact-types.ts";
import { writtenAfter } from "./mark.ts";

const hasForeignPart = `EXISTS (
    SELECT FROM pg_partition_tree(tops.oid) q JOIN pg_class f ON f.oid = q.relid WHERE f.relkind = 'f'
  )`;

// What a regclass or a row of another table looks like depends on names that change without it; a virtual column on
// what computes it.
const steady = `CASE
            WHEN a.attgenerated = 'v' THEN 'never'
            WHEN y.oid < 16384 AND y.typtype IN ('b', 'r', 'm') AND y.typname !~ '^_?reg' THEN 'always'
            WHEN y.typtype IN ('b', 'e') AND y.typelem = 0 THEN 'typed'
            ELSE 'never'
          END`;

const ownTypes = "t.typtype IN ('b', 'e') AND t.typelem = 0 AND t.oid >= 16384";

export const foundSql = (mark: string | null) => `SELECT json_build_object(
  'version', current_setting('server_version_num')::int / 10000,
  'types', md5(concat_ws(' ',
    (SELECT string_agg(concat_ws(' ', enumtypid, oid, enumlabel), ',' ORDER BY oid) FROM pg_enum),
    (SELECT string_agg(concat_ws(' ', oid, typoutput), ',' ORDER BY oid) FROM pg_type t WHERE ${ownTypes}),
    (SELECT string_agg(concat_ws(' ', oid, extversion), ',' ORDER BY oid) FROM pg_extension)
  )),
  'typesAltered', EXISTS (SELECT FROM pg_enum t WHERE ${writtenAfter(mark)})
    OR EXISTS (SELECT FROM pg_type t WHERE ${ownTypes} AND ${writtenAfter(mark)})
    OR EXISTS (SELECT FROM pg_extension t WHERE ${writtenAfter(mark)})
);
`;

// A table's own type is written when the table is made, gets another name or moves to another schema, and not when it is
// altered otherwise. A partition is attached by a row of its own or of what is above it.
const leafAltered = (mark: string | null) => `${writtenAfter(mark, "ln")} OR CASE WHEN l.oid = c.oid
          THEN coalesce((SELECT ${writtenAfter(mark)} FROM pg_type t WHERE t.oid = l.reltype), ${writtenAfter(mark, "l")})
          ELSE EXISTS (
            SELECT FROM pg_partition_ancestors(l.oid) x JOIN pg_class t ON t.oid = x.relid WHERE ${writtenAfter(mark)}
          ) OR EXISTS (SELECT FROM pg_attribute t WHERE t.attrelid = l.oid AND t.attnum > 0 AND ${writtenAfter(mark)}) END`;

// From PostgreSQL 18 on a column may be NOT NULL for new rows only.
const mayBeNull = `EXISTS (
          SELECT FROM pg_constraint n
          WHERE n.conrelid = a.attrelid AND n.contype = 'n' AND NOT n.convalidated AND a.attnum = ANY (n.conkey)
        )`;

// A partition moves its rows with the key, and may be attached or split by a release: the whole is what people know.
// With a foreign table below it, its own partitions are looked at instead. Large objects are rows of one table: of the
// catalog itself where the role may read that, or else of the list of them.
export const tablesSql = (mark: string | null) => `WITH tops AS (
  SELECT c.oid, c.relkind FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
    AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
), units AS (
  SELECT oid, relkind FROM tops
  WHERE relkind = 'r' OR NOT ${hasForeignPart}
  UNION ALL
  SELECT l.oid, l.relkind
  FROM tops, LATERAL pg_partition_tree(tops.oid) p JOIN pg_class l ON l.oid = p.relid
  WHERE tops.relkind = 'p' AND l.relkind = 'r' AND ${hasForeignPart}
  UNION ALL
  SELECT c.oid, c.relkind FROM pg_class c
  WHERE c.oid = CASE
    WHEN has_table_privilege('pg_largeobject', 'SELECT') THEN 'pg_largeobject'::regclass
    ELSE 'pg_largeobject_metadata'::regclass
  END
)
SELECT json_build_object(
  'name', n.nspname || '.' || c.relname,
  'oid', c.oid::text,
  'sql', CASE c.relkind WHEN 'r' THEN 'ONLY ' ELSE '' END || format('%I.%I', n.nspname, c.relname),
  'columns', coalesce((
    SELECT json_agg(
      json_build_array(
        a.attname, a.attnum, format_type(a.atttypid, a.atttypmod), format_type(a.atttypid, NULL), concat(
          CASE WHEN ${isExactType} THEN 'exact ' END,
          CASE WHEN y.typname IN ('int2', 'int4', 'int8', 'numeric', 'float4', 'float8')
            AND y.typnamespace = 'pg_catalog'::regnamespace THEN 'numeric ' END,
          CASE WHEN a.attcollation <> 0 THEN 'collated ' END,
          CASE WHEN ${writtenAfter(mark, "a")} THEN 'altered ' END,
          ${steady}
        )
      )
      ORDER BY a.attnum
    )
    FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  ), '[]'),
  'keys', coalesce((
    SELECT json_agg(k.names ORDER BY k.indisprimary DESC, k.indexrelid) FROM (
      SELECT i.indexrelid, i.indisprimary, json_agg(a.attname ORDER BY a.attnum) AS names
      FROM pg_index i
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY ((i.indkey::int2[])[0:i.indnkeyatts - 1])
      WHERE i.indrelid = c.oid AND i.indisunique AND i.indimmediate AND i.indisvalid AND i.indpred IS NULL
        AND NOT 0 = ANY (i.indkey)
      GROUP BY i.indexrelid, i.indisprimary
      HAVING bool_and(a.attnotnull AND NOT ${mayBeNull})
    ) k
  ), '[]'),
  'leaves', coalesce((
    SELECT json_agg(
      json_build_object(
        'oid', l.oid::text,
        'sql', 'ONLY ' || format('%I.%I', ln.nspname, l.relname),
        'file', pg_relation_filenode(l.oid)::text,
        'blocks', coalesce(pg_relation_size(l.oid) / current_setting('block_size')::int, 0),
        'heap', l.relam = 2,
        'altered', ${leafAltered(mark)},
        'numbers', CASE WHEN l.oid <> c.oid THEN (
          SELECT json_object_agg(a.attname, a.attnum) FROM pg_attribute a
          WHERE a.attrelid = l.oid AND a.attnum > 0 AND NOT a.attisdropped
        ) END
      )
      ORDER BY l.oid
    )
    FROM (
      SELECT c.oid WHERE c.relkind = 'r'
      UNION ALL
      SELECT p.relid FROM pg_partition_tree(c.oid) p WHERE c.relkind = 'p' AND p.isleaf
    ) p JOIN pg_class l ON l.oid = p.oid JOIN pg_namespace ln ON ln.oid = l.relnamespace
  ), '[]')
)
FROM units u JOIN pg_class c ON c.oid = u.oid JOIN pg_namespace n ON n.oid = c.relnamespace
ORDER BY n.nspname, c.relname;
`;
