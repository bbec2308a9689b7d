import { t } from "../../../../core/text/text.ts";
import { defineLook } from "../look.ts";
import { plain, some } from "../names.ts";

interface Broken {
  readonly name: string;
  /** An SQLSTATE; empty where rows break it. */
  readonly state: string;
  readonly said: string;
}

/** SQL: functions whose body is text: what it names is looked up when it runs, by a restore without any search path. */
const textual = `(SELECT p.oid FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
      WHERE p.oid >= 16384 AND l.lanname NOT IN ('c', 'internal'))`;

/** SQL: an object depends on such a function, or on an operator that is one. */
const dependsOn = (catalog: string, id: string, part = "") => `EXISTS (
      SELECT FROM pg_depend d LEFT JOIN pg_operator o ON d.refclassid = 'pg_operator'::regclass AND o.oid = d.refobjid
      WHERE d.classid = '${catalog}'::regclass AND d.objid = ${id}${part}
        AND (CASE d.refclassid WHEN 'pg_proc'::regclass THEN d.refobjid WHEN 'pg_operator'::regclass THEN o.oprcode END)
          IN ${textual}
    )`;

const table = "format('%I.%I', n.nspname, c.relname)";
const ofTable = "JOIN pg_namespace n ON n.oid = c.relnamespace";
const kept = "c.oid >= 16384 AND c.relpersistence <> 't'";

const checks = `SELECT 'constraint ' || k.conname || ' of ' || ${table} AS name,
      format('SELECT EXISTS (SELECT FROM ONLY %s WHERE NOT (%s))', ${table}, pg_get_expr(k.conbin, c.oid)) AS sql
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid ${ofTable}
    WHERE k.contype = 'c' AND k.convalidated AND c.relkind = 'r' AND ${kept} AND ${dependsOn("pg_constraint", "k.oid")}`;

const indexes = `SELECT 'index ' || x.relname || ' of ' || ${table},
      format('SELECT count(q) < 0 FROM (SELECT %s FROM ONLY %s%s LIMIT 1000) q',
        coalesce(pg_get_expr(i.indexprs, c.oid), '1'), ${table}, ' WHERE ' || pg_get_expr(i.indpred, c.oid))
    FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid ${ofTable}
    WHERE i.indisvalid AND c.relkind IN ('r', 'm') AND ${kept} AND ${dependsOn("pg_class", "x.oid")}`;

const generated = `SELECT 'column ' || a.attname || ' of ' || ${table},
      format('SELECT count(q) < 0 FROM (SELECT %s FROM ONLY %s LIMIT 1000) q', pg_get_expr(e.adbin, c.oid), ${table})
    FROM pg_attrdef e JOIN pg_attribute a ON a.attrelid = e.adrelid AND a.attnum = e.adnum
      JOIN pg_class c ON c.oid = e.adrelid ${ofTable}
    WHERE a.attgenerated = 's' AND c.relkind = 'r' AND ${kept} AND ${dependsOn("pg_attrdef", "e.oid")}`;

// A view's own words are qualified: only functions, and servers elsewhere, can fail when it is filled anew.
const views = `SELECT 'materialized view ' || ${table},
      format('SELECT count(q) < 0 FROM (SELECT v FROM (%s) v LIMIT 1) q', rtrim(pg_get_viewdef(c.oid), ';'))
    FROM pg_class c ${ofTable}
    WHERE c.relkind = 'm' AND c.relispopulated AND ${kept} AND EXISTS (
      WITH RECURSIVE uses (id) AS (
        SELECT c.oid
        UNION
        SELECT d.refobjid FROM uses u JOIN pg_rewrite w ON w.ev_class = u.id
          JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
        WHERE d.refclassid = 'pg_class'::regclass
      )
      SELECT FROM uses u JOIN pg_class r ON r.oid = u.id LEFT JOIN pg_rewrite w ON w.ev_class = r.oid
      WHERE r.relkind = 'f' OR ${dependsOn("pg_rewrite", "w.oid")}
    )`;

const columns = (
  numbers: string,
  whose: string,
) => `(SELECT string_agg(format('${whose}.%I', a.attname), ', ' ORDER BY u.at)
        FROM unnest(k.${numbers}) WITH ORDINALITY u (number, at)
          JOIN pg_attribute a ON a.attrelid = ${whose === "c" ? "k.conrelid" : "k.confrelid"} AND a.attnum = u.number)`;

// What is written past a foreign key whose triggers are disabled is only noticed when a restore makes the key.
const foreignKeys = `SELECT 'constraint ' || k.conname || ' of ' || ${table},
      format('SELECT EXISTS (SELECT FROM ONLY %s c WHERE num_nulls(%s) = 0 AND NOT EXISTS (SELECT FROM %s p WHERE (%s) = (%s)))',
        ${table}, ${columns("conkey", "c")}, (SELECT format('%I.%I', m.nspname, f.relname)
          FROM pg_class f JOIN pg_namespace m ON m.oid = f.relnamespace WHERE f.oid = k.confrelid),
        ${columns("confkey", "p")}, ${columns("conkey", "c")})
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid ${ofTable}
    WHERE k.contype = 'f' AND k.convalidated AND c.relkind = 'r' AND ${kept}
      AND EXISTS (SELECT FROM pg_trigger g WHERE g.tgconstraint = k.oid AND g.tgenabled IN ('D', 'R'))`;

/**
 * What a restore computes anew with the rows that are there, tried without a search path as a restore has none: for at
 * most twenty seconds in all, without writing, and not where somebody holds a lock.
 */
export const evaluated = defineLook<Broken>({
  kind: "not-restorable",
  asked: "inside",
  sql: `SELECT EXISTS (SELECT FROM pg_language WHERE lanname = 'plpgsql') AS has_plpgsql \\gset
\\if :has_plpgsql
  SET LOCAL search_path = '';
  SET LOCAL statement_timeout = '20s';
  SET LOCAL lock_timeout = '1s';
  DO $golive$
  DECLARE
    one record;
    broken bool;
    found jsonb := '[]';
  BEGIN
    FOR one IN ${[checks, indexes, generated, views, foreignKeys].join("\n    UNION ALL\n    ")}
    LOOP
      BEGIN
        EXECUTE one.sql INTO broken;
        IF broken THEN found := found || jsonb_build_object('name', one.name, 'state', '', 'said', ''); END IF;
      EXCEPTION
        WHEN query_canceled THEN EXIT;
        WHEN insufficient_privilege OR read_only_sql_transaction OR lock_not_available THEN NULL;
        WHEN OTHERS THEN
          found := found || jsonb_build_object('name', one.name, 'state', SQLSTATE, 'said', SQLERRM);
      END;
    END LOOP;
    PERFORM set_config('golive.found', found::text, true);
  END $golive$;
  SELECT jsonb_build_object('kind', 'not-restorable') || x FROM jsonb_array_elements(current_setting('golive.found')::jsonb) x;
  SET LOCAL statement_timeout = 0;
  SET LOCAL lock_timeout = '30s';
  SET LOCAL search_path = pg_catalog;
\\endif
`,
  problems: (rows, { database }) => [
    {
      code: "db-not-restorable",
      what: t`a restored ${database} could not compute this with the rows that are there: \
${some(rows, ({ name, ...how }) => plain(`${name} (${whyText(how)})`, 200))}`,
      mend: t`mend the rows, or let the function name its schemas (ALTER FUNCTION … SET search_path = …), or drop what is not used`,
    },
  ],
});

/** Only of names is told what the server said; other messages may show values. */
function whyText({ state, said }: Pick<Broken, "state" | "said">): string {
  if (state === "") return t`rows break it`;
  return state.startsWith("42") || state.startsWith("3F") ? said : state;
}
