/** SQL: a value of column `a` in row `i`, by its type; null for what nobody can guess. */
const value = `CASE
  WHEN y.typtype = 'e' THEN '(SELECT min(x) FROM unnest(enum_range(NULL::' || y.oid::regtype || ')) x)'
  WHEN b.typcategory = 'N' THEN format('%s::%s', i, y.oid::regtype)
  WHEN b.typcategory = 'B' THEN (i % 2 = 0)::text
  WHEN b.typcategory = 'D' THEN format('(timestamptz ''2026-01-01 00:00+00'' + interval ''%s day'')::%s', i, y.oid::regtype)
  WHEN b.typcategory = 'T' THEN format('interval ''%s min''', i)
  WHEN b.typname = 'bpchar' AND a.atttypmod > 4 THEN quote_literal(left(i || 'x', a.atttypmod - 4))
  WHEN b.typcategory = 'S' AND a.atttypmod > 4 THEN quote_literal(left(i || E'-Ж"\\\\\\n,', a.atttypmod - 4))
  WHEN b.typcategory = 'S' THEN quote_literal(i || E' Ж "\\\\\\n, ''')
  WHEN b.typname IN ('json', 'jsonb') THEN format('''{"i": %s, "о": [null, 1.10]}''', i)
  WHEN b.typname = 'uuid' THEN format('md5(%L)::uuid', i)
  WHEN b.typname = 'bytea' THEN format('decode(md5(%L), ''hex'')', i)
  WHEN b.typname IN ('inet', 'cidr') THEN format('''10.0.0.%s''', i)
  WHEN b.typname = 'macaddr' THEN format('''08:00:2b:01:02:0%s''', i)
  WHEN b.typcategory = 'A' THEN '''{}'''
END`;

/**
 * SQL that writes a few rows into every table that takes them, by the types of its columns. What a check, a key or a
 * trigger of the application refuses is left out; the second round finds rows that keys refer to.
 */
export const fillSql = `
DO $fill$
DECLARE t record; i int; statement text;
BEGIN
  FOR round IN 1..2 LOOP
    FOR t IN SELECT c.oid, c.oid::regclass AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
        AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e')
      ORDER BY c.oid
    LOOP
      FOR i IN 1..3 LOOP
        SELECT format('INSERT INTO %s (%s) VALUES (%s)', t.name, string_agg(quote_ident(v.attname), ', ' ORDER BY v.attnum),
          string_agg(v.value, ', ' ORDER BY v.attnum)) INTO statement
        FROM (
          SELECT a.attname, a.attnum, ${value} AS value
          FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid
            JOIN pg_type b ON b.oid = CASE y.typtype WHEN 'd' THEN y.typbasetype ELSE y.oid END
          WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity = ''
            AND NOT coalesce((SELECT pg_get_expr(d.adbin, d.adrelid) ~ 'nextval' FROM pg_attrdef d
              WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum), false)
        ) v WHERE v.value IS NOT NULL;
        BEGIN
          EXECUTE statement;
        EXCEPTION WHEN others THEN NULL;
        END;
      END LOOP;
    END LOOP;
  END LOOP;
END $fill$;
`;
