import { t } from "../core/text.ts";
import type { Host } from "../hosts/host.ts";
import { contentSettings, exactTypes } from "./contents.ts";
import { type DatabasePlan, databaseScript, psqlCommand } from "./postgres.ts";

/** Rows of one table that one database has otherwise than another. */
export interface Written {
  readonly table: string;
  readonly inserted: number;
  readonly changed: number;
  readonly deleted: number;
  /** Of those inserted and changed, the ones written by transactions since the site opened; the others are the release's own. */
  readonly byPeople: number;
}

export interface Compared {
  /** The database that was written to. */
  readonly now: string;
  /** As it was when the site closed. */
  readonly then: string;
  /** Transaction id at the moment the site opened, as PostgreSQL's xid8; without it every row counts as people's. */
  readonly openedAt: string | null;
  /** File on the host that the rows themselves are written to, one JSON object a line; none when null. */
  readonly out: string | null;
}

interface Table {
  readonly name: string;
  readonly sql: string;
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    readonly exact: boolean;
    readonly text: boolean;
  }[];
  readonly key: readonly string[];
}

const tablesSql = `SELECT json_build_object('name', n.nspname || '.' || c.relname, 'sql', format('%I.%I', n.nspname, c.relname),
  'columns', coalesce((SELECT json_agg(json_build_object('name', quote_ident(a.attname), 'type', format_type(a.atttypid, a.atttypmod), 'exact', y.typname = ANY ('{${exactTypes.join(",")}}') AND y.typnamespace = 'pg_catalog'::regnamespace, 'text', a.attcollation <> 0) ORDER BY a.attnum)
    FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), '[]'),
  'key', coalesce((SELECT json_agg(quote_ident(a.attname) ORDER BY a.attnum) FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = c.oid AND i.indisprimary), '[]'))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY 1::text
`;

/**
 * What was written to a database since another was cloned or restored from it, table by table and by content: rows are
 * matched by primary key (or, without one, by all they hold) and compared in the columns that both have. The release's
 * own record of migrations is left out. Reads both; keeps nothing but `out`.
 */
export async function writtenSince(host: Host, plan: DatabasePlan, compared: Compared): Promise<Written[]> {
  const [now, then] = await Promise.all([tablesOf(host, plan, compared.now), tablesOf(host, plan, compared.then)]);
  const pairs = now.flatMap((table) =>
    table.name.endsWith(".django_migrations")
      ? []
      : [
          {
            table,
            columns: common(
              table,
              then.find(({ name }) => name === table.name),
            ),
            before: then.some(({ name }) => name === table.name),
          },
        ],
  );
  const differ = await differingTables(
    host,
    plan,
    compared,
    pairs.filter(({ before }) => before),
  );
  const found: Written[] = [];
  if (compared.out !== null) await host.run(databaseScript(plan, 'umask 077; : > "$1"', [compared.out]));
  for (const pair of pairs) {
    if (pair.before && !differ.has(pair.table.name)) continue;
    const written = await writtenTo(host, plan, compared, pair);
    if (written.inserted + written.changed + written.deleted > 0) found.push(written);
  }
  return found.toSorted((a, b) => (a.table < b.table ? -1 : 1));
}

interface Pair {
  readonly table: Table;
  readonly columns: Table["columns"];
  /** Whether the table was there then. */
  readonly before: boolean;
}

async function tablesOf(host: Host, plan: DatabasePlan, database: string): Promise<Table[]> {
  const { stdout } = await host.run(psqlCommand(plan, database, tablesSql, {}, 300));
  return stdout.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Table]));
}

function common(table: Table, other: Table | undefined): Table["columns"] {
  return table.columns.filter(
    (column) => !other || other.columns.some(({ name, type }) => name === column.name && type === column.type),
  );
}

const rowHash = (columns: Table["columns"]) =>
  `hashtextextended(hash_record_extended(ROW(${columns.map(({ name, exact, text }) => `t.${name}${exact ? (text ? ' COLLATE "C"' : "") : '::text COLLATE "C"'}`).join(", ") || "NULL::text"}), 0)::text, 0)`;

/** A cheap look first: most tables are as they were. */
async function differingTables(
  host: Host,
  plan: DatabasePlan,
  { now, then }: Compared,
  pairs: readonly Pair[],
): Promise<Set<string>> {
  const sql = pairs
    .map(
      ({ table, columns }) =>
        `SELECT count(*) || ' ' || coalesce(sum(${rowHash(columns)}), 0) FROM ONLY ${table.sql} AS t;`,
    )
    .join("\n");
  const sums = async (database: string) =>
    (
      await host.run(
        psqlCommand(plan, database, `${contentSettings}${sql}\n`, { jobs: String(plan.backup.jobs) }, 4 * 3600),
      )
    ).stdout.split("\n");
  const [before, after] = [await sums(then), await sums(now)];
  return new Set(pairs.filter((_, index) => before[index] !== after[index]).map(({ table }) => table.name));
}

// psql reads the rows of the other database in the middle of its script; both sides of the pipe have to end well.
const compareScript = `umask 077; t=$(mktemp -- "$7/.then.XXXXXX") || exit 1
trap 'rm -f -- "$t"' EXIT
printf '%s\\n' "$3" | psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -v "jobs=$6" -d "$2" -f - > "$t" || exit 1
{ printf '%s\\n' "$4"; cat -- "$t"; printf '%s\\n' '\\.' "$5"; } | psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -v "jobs=$6" -d "$1" -f -`;

async function writtenTo(
  host: Host,
  plan: DatabasePlan,
  { now, then, openedAt, out }: Compared,
  { table, columns, before }: Pair,
): Promise<Written> {
  // Without a key, equal rows are numbered, so that each has its counterpart.
  const keyed = table.key.length > 0 && table.key.every((name) => columns.some((column) => column.name === name));
  const rows = `SELECT ${keyed ? `ROW(${table.key.map((name) => `t.${name}`).join(", ")})::text` : `${rowHash(columns)}::text || '#' || row_number() OVER (PARTITION BY ${rowHash(columns)})`} AS k, ${rowHash(columns)} AS h`;
  const baseline = before ? `${contentSettings}COPY (${rows} FROM ONLY ${table.sql} AS t) TO STDOUT;` : "";
  const since =
    openedAt === null ? "true" : `age(t.xmin) <= age('${(BigInt(openedAt) % 4294967296n).toString()}'::xid)`;
  const first = `${contentSettings}CREATE TEMP TABLE golive_then (k text, h bigint);\nCOPY golive_then FROM STDIN;`;
  const second = `CREATE TEMP TABLE golive_written AS SELECT coalesce(n.k, b.k) AS k, CASE WHEN b.k IS NULL THEN 'inserted' WHEN n.k IS NULL THEN 'deleted' ELSE 'changed' END AS change, coalesce(n.since, false) AS since, n.id
FROM (${rows}, ${since} AS since, t.ctid AS id FROM ONLY ${table.sql} AS t) n FULL JOIN golive_then b USING (k) WHERE n.k IS NULL OR b.k IS NULL OR n.h <> b.h;
SELECT 'written', count(*) FILTER (WHERE change = 'inserted'), count(*) FILTER (WHERE change = 'changed'), count(*) FILTER (WHERE change = 'deleted'), count(*) FILTER (WHERE since) FROM golive_written;
${out === null ? "" : `SELECT json_build_object('table', '${table.name.replaceAll("'", "''")}', 'change', w.change, 'key', w.k, 'row', to_json(t)) FROM golive_written w LEFT JOIN ONLY ${table.sql} t ON t.ctid = w.id WHERE w.since OR w.change = 'deleted' \\g |cat >> "$GOLIVE_OUT"\n`}`;
  const asked = databaseScript(
    plan,
    compareScript,
    [now, then, baseline, first, second, String(plan.backup.jobs), plan.backup.directory],
    { env: { GOLIVE_OUT: out ?? "" }, timeoutSeconds: 4 * 3600 },
  );
  const { stdout } = await host.run({ ...asked, label: t`compare ${table.name} of ${now} and ${then}` });
  const [, inserted = 0, changed = 0, deleted = 0, byPeople = 0] = (
    /^written\|(\d+)\|(\d+)\|(\d+)\|(\d+)$/m.exec(stdout) ?? []
  ).map(Number);
  return { table: table.name, inserted, changed, deleted, byPeople };
}

/** The id of a new transaction (xid8): what is written later has a higher one. */
export async function transactionId(host: Host, plan: DatabasePlan): Promise<string> {
  return (await host.run(psqlCommand(plan, plan.name, "SELECT pg_current_xact_id()", {}, 60))).stdout.trim();
}

/** One line for people: `bookings +12 ~3 -1`. */
export function writtenText(written: readonly Written[]): string {
  if (written.length === 0) return t`nothing was written`;
  return written
    .map(
      ({ table, inserted, changed, deleted }) =>
        `${table}${inserted > 0 ? ` +${inserted}` : ""}${changed > 0 ? ` ~${changed}` : ""}${deleted > 0 ? ` -${deleted}` : ""}`,
    )
    .join(", ");
}
