import type { Host } from "../../hosts/host.ts";
import { contentSettings, isExactType } from "../contents/contents-sql.ts";
import { type DatabasePlan, psqlCommand } from "../postgres.ts";

export interface Column {
  readonly name: string;
  /** Quoted, as SQL. */
  readonly sql: string;
  readonly number: number;
  /** With its length or precision, and without. */
  readonly type: string;
  readonly base: string;
  /** Whether the type's own hash tells apart all that its text does. */
  readonly exact: boolean;
  readonly numeric: boolean;
  readonly collated: boolean;
}

/** What holds rows: a table, or a partitioned one with all its partitions. */
export interface Table {
  readonly name: string;
  readonly oid: string;
  /** To stand behind FROM. */
  readonly sql: string;
  readonly columns: readonly Column[];
  /** Names of columns whose values no two rows share, the primary key first. */
  readonly keys: readonly (readonly string[])[];
}

/** A column as it is now, and what it was. */
export interface Both {
  readonly now: Column;
  readonly then: Column;
}

export interface Pair {
  readonly table: Table;
  /** The same table as it was; null when there was none. */
  readonly before: Table | null;
  readonly columns: readonly Both[];
  /** Columns that tell which row is which on both sides; none where rows are matched by all they hold. */
  readonly key: readonly Both[];
  /** Names of columns that only one side has: what is in them cannot be compared. */
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

const hasForeignPart = `EXISTS (
    SELECT FROM pg_partition_tree(tops.oid) q JOIN pg_class f ON f.oid = q.relid WHERE f.relkind = 'f'
  )`;

// From PostgreSQL 18 on a column may be NOT NULL for new rows only.
const mayBeNull = `EXISTS (
          SELECT FROM pg_constraint n
          WHERE n.conrelid = a.attrelid AND n.contype = 'n' AND NOT n.convalidated AND a.attnum = ANY (n.conkey)
        )`;

// A partition moves its rows with the key, and may be attached or split by a release: the whole is what people know.
// With a foreign table below it, its own partitions are looked at instead. Large objects are rows of one table: of the
// catalog itself where the role may read that, or else of the list of them.
const tablesSql = `WITH tops AS (
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
      json_build_object(
        'name', a.attname,
        'sql', quote_ident(a.attname),
        'number', a.attnum,
        'type', format_type(a.atttypid, a.atttypmod),
        'base', format_type(a.atttypid, NULL),
        'exact', ${isExactType},
        'numeric', y.typname IN ('int2', 'int4', 'int8', 'numeric', 'float4', 'float8')
          AND y.typnamespace = 'pg_catalog'::regnamespace,
        'collated', a.attcollation <> 0
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
  ), '[]')
)
FROM units u JOIN pg_class c ON c.oid = u.oid JOIN pg_namespace n ON n.oid = c.relnamespace
ORDER BY n.nspname, c.relname;
`;

export async function tablesOf(host: Host, plan: DatabasePlan, database: string): Promise<Table[]> {
  const asked = psqlCommand(plan, database, `${contentSettings}${tablesSql}`, {
    variables: { jobs: "0" },
    timeoutSeconds: 300,
  });
  const { stdout } = await host.run(asked);
  return stdout.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line) as Table] : []));
}

/**
 * Each table of `now` with what it was. In a clone a table keeps its object id and a column its number, whatever they
 * are called since; otherwise, and where a release made one anew, the name tells.
 */
export function pairsOf(now: readonly Table[], then: readonly Table[], cloned: boolean): Pair[] {
  const byOid = new Map(then.map((table) => [table.oid, table]));
  const byName = new Map(then.map((table) => [table.name, table]));
  return now.map((table) => {
    const same = cloned ? byOid.get(table.oid) : undefined;
    const before = same ?? byName.get(table.name) ?? null;
    if (before === null) return { table, before, columns: [], key: [], added: [], gone: [] };
    const columns = bothOf(table, before, same !== undefined);
    const added = table.columns.filter((column) => !columns.some((both) => both.now === column));
    const gone = before.columns.filter((column) => !columns.some((both) => both.then === column));
    return { table, before, columns, key: keyOf(table, before, columns), added: namesOf(added), gone: namesOf(gone) };
  });
}

function bothOf(table: Table, before: Table, byNumber: boolean): Both[] {
  const numbered = byNumber
    ? table.columns.flatMap((now) => {
        const then = before.columns.find(({ number }) => number === now.number);
        return then === undefined ? [] : [{ now, then }];
      })
    : [];
  const used = new Set(numbered.map(({ then }) => then.name));
  return table.columns.flatMap((now) => {
    const known = numbered.find((both) => both.now === now);
    if (known !== undefined) return [known];
    const then = before.columns.find(({ name }) => name === now.name && !used.has(name));
    return then === undefined ? [] : [{ now, then }];
  });
}

/** The first key that is one on both sides: with all columns of a key of each, no two rows share its values. */
function keyOf(table: Table, before: Table, columns: readonly Both[]): readonly Both[] {
  const ofNow = table.keys.map((names) => columns.filter(({ now }) => names.includes(now.name)));
  const ofThen = before.keys.map((names) => columns.filter(({ then }) => names.includes(then.name)));
  const whole = (found: readonly Both[][], keys: Table["keys"]) =>
    found.filter((key, index) => key.length > 0 && key.length === keys[index]?.length);
  const now = whole(ofNow, table.keys);
  const then = whole(ofThen, before.keys);
  const within = (keys: readonly Both[][], key: readonly Both[]) =>
    keys.some((small) => small.every((both) => key.includes(both)));
  return [...now, ...then].find((key) => within(now, key) && within(then, key)) ?? [];
}

function namesOf(columns: readonly Column[]): string[] {
  return columns.map(({ name }) => name);
}
