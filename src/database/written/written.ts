import { InternalError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { contentSettings } from "../contents/contents-sql.ts";
import { type DatabasePlan, databaseScript, psqlCommand } from "../postgres.ts";
import { hashOf, keyTextOf, writtenAfter } from "./written-rows.ts";
import { type Pair, pairsOf, tablesOf } from "./written-tables.ts";
import { compareTable } from "./scripts.ts";

/** Rows of one table that one database has otherwise than another. */
export interface Written {
  readonly table: string;
  readonly inserted: number;
  /** Among them those written since the opening whose table has columns that cannot be compared. */
  readonly changed: number;
  readonly deleted: number;
  /**
   * Of those inserted and changed, the ones written by transactions since the site opened; the others are the release's
   * own. Who deleted a row is not known.
   */
  readonly byPeople: number;
  /** Columns that only one of the two databases has. */
  readonly leftOut: readonly string[];
}

export interface Compared {
  /** The database that was written to. */
  readonly now: string;
  /** As it was when the site closed. */
  readonly then: string;
  /** Whether `then` is a clone, in which tables and columns are known again whatever they are called. */
  readonly cloned: boolean;
  /** `openingMark` of the moment the site opened; without it every row counts as people's. */
  readonly openedAt: string | null;
  /** File on the host that the rows themselves are written to, one JSON object a line; none when null. */
  readonly out: string | null;
}

/**
 * What was written to a database since another was cloned or restored from it, table by table and by content: rows are
 * matched by a key (or, without one, by all they hold) and compared in the columns that both have. Rows whose columns
 * cannot all be compared count by the transaction that wrote them. The release's own record of migrations is left out.
 * Reads both; keeps nothing but `out`.
 */
export async function writtenSince(host: Host, plan: DatabasePlan, compared: Compared): Promise<Written[]> {
  const [now, then] = await Promise.all([tablesOf(host, plan, compared.now), tablesOf(host, plan, compared.then)]);
  const ofPeople = now.filter(({ name }) => !name.endsWith(".django_migrations"));
  const pairs = pairsOf(ofPeople, then, compared.cloned);
  const differ = await differingPairs(host, plan, compared, pairs);
  if (compared.out !== null) await host.run(databaseScript(plan, 'umask 077; : > "$1"', [compared.out]));
  const found: Written[] = [];
  for (const pair of differ) {
    const written = await writtenTo(host, plan, compared, pair);
    if (written.inserted + written.changed + written.deleted > 0) found.push(written);
  }
  return found.toSorted((a, b) => (a.table < b.table ? -1 : 1));
}

/** Whether rows count by who wrote them, as some of what they hold cannot be compared. */
const countsWriting = ({ added }: Pair, { openedAt }: Compared) => added.length > 0 && openedAt !== null;

/** A cheap look first: most tables are as they were. */
async function differingPairs(
  host: Host,
  plan: DatabasePlan,
  compared: Compared,
  pairs: readonly Pair[],
): Promise<Pair[]> {
  const known = pairs.flatMap((pair) => (pair.before === null ? [] : [{ pair, before: pair.before }]));
  const since = writtenAfter(compared.openedAt);
  const was = known.map(({ pair, before }) => `SELECT ${sumOf(pair, "then")} || ' 0' FROM ${before.sql} AS t;`);
  const is = known.map(({ pair }) => {
    const written = countsWriting(pair, compared) ? `count(*) FILTER (WHERE ${since})` : "0";
    return `SELECT ${sumOf(pair, "now")} || ' ' || ${written} FROM ${pair.table.sql} AS t;`;
  });
  const sums = async (database: string, selects: readonly string[]) => {
    const sql = `${contentSettings}${selects.join("\n")}\n`;
    const asked = psqlCommand(plan, database, sql, {
      variables: { jobs: String(plan.backup.jobs) },
      timeoutSeconds: 4 * 3600,
    });
    return (await host.run(asked)).stdout.split("\n");
  };
  const before = await sums(compared.then, was);
  const after = await sums(compared.now, is);
  const same = new Set(known.filter((_, index) => before[index] === after[index]).map(({ pair }) => pair));
  return pairs.filter((pair) => !same.has(pair));
}

const sumOf = (pair: Pair, side: "now" | "then") =>
  `count(*) || ' ' || coalesce(sum(${hashOf(pair.columns, side)}), 0)`;

async function writtenTo(host: Host, plan: DatabasePlan, compared: Compared, pair: Pair): Promise<Written> {
  const { now, then, out } = compared;
  const { table } = pair;
  const [was, create, compare] = statementsFor(pair, compared);
  const asked = databaseScript(
    plan,
    compareTable,
    [now, then, was, create, compare, String(plan.backup.jobs), plan.backup.directory, out ?? ""],
    { timeoutSeconds: 4 * 3600 },
  );
  const { stdout } = await host.run({ ...asked, label: t`compare ${table.name} of ${now} and ${then}` });
  const counted = /^written\|(\d+)\|(\d+)\|(\d+)\|(\d+)\|(\d+)$/m.exec(stdout);
  if (counted === null) throw new InternalError(t`no counts of ${table.name}`);
  const [inserted = 0, changed = 0, deleted = 0, byPeople = 0, kept = 0] = counted.slice(1).map(Number);
  if (out !== null && Number(/^rows\|(\d+)$/m.exec(stdout)?.[1]) !== kept)
    throw new InternalError(t`not all rows of ${table.name} could be written to ${out}`);
  return {
    table: table.name,
    inserted,
    changed,
    deleted,
    byPeople,
    leftOut: [...new Set([...pair.added, ...pair.gone])].toSorted(),
  };
}

/** What the database of before prints, and what the other does before and after it has read that. */
function statementsFor(pair: Pair, compared: Compared): [was: string, create: string, compare: string] {
  const { table, before } = pair;
  const since = writtenAfter(compared.openedAt);
  const was = before === null ? "" : `${contentSettings}COPY (${rowsOf(pair, "then", before.sql, "false")}) TO STDOUT;`;
  const create = `${contentSettings}CREATE TEMP TABLE golive_then (k text COLLATE "C", h bigint);
COPY golive_then FROM STDIN;`;
  const unsure = countsWriting(pair, compared) ? " OR n.since" : "";
  const compare = `CREATE TEMP TABLE golive_written AS
SELECT coalesce(n.k, b.k) AS k, coalesce(n.since, false) AS since, n.part, n.id,
  CASE WHEN b.k IS NULL THEN 'inserted' WHEN n.k IS NULL THEN 'deleted' ELSE 'changed' END AS change
FROM (${rowsOf(pair, "now", table.sql, since)}) n FULL JOIN golive_then b USING (k)
WHERE n.k IS NULL OR b.k IS NULL OR n.h <> b.h${unsure};
SELECT 'written', count(*) FILTER (WHERE change = 'inserted'), count(*) FILTER (WHERE change = 'changed'),
  count(*) FILTER (WHERE change = 'deleted'), count(*) FILTER (WHERE since),
  count(*) FILTER (WHERE since OR change = 'deleted')
FROM golive_written;
${compared.out === null ? "" : outSql(table)}`;
  return [was, create, compare];
}

/** Rows by their key, with a hash of what can be compared. Without a key equal rows are numbered, those of before first. */
function rowsOf(pair: Pair, side: "now" | "then", from: string, since: string): string {
  const values = `${hashOf(pair.columns, side)} AS h, ${keyTextOf(pair.key, side)} AS k, ${since} AS since`;
  const known = `SELECT ${values}, t.tableoid AS part, t.ctid AS id FROM ${from} AS t`;
  const k = pair.key.length > 0 ? "r.k" : "r.h::text || '#' || row_number() OVER (PARTITION BY r.h ORDER BY r.since)";
  const kept = side === "now" ? ", r.since, r.part, r.id" : "";
  return `SELECT (${k}) COLLATE "C" AS k, r.h${kept} FROM (${known}) r`;
}

// A line break in a JSON text can only stand between its parts, where a blank does as well.
function outSql({ name, sql }: Pair["table"]): string {
  const row = `json_build_object(
  'table', '${name.replaceAll("'", "''")}', 'change', w.change, 'key', w.k, 'row', row_to_json(t.*)
)`;
  return `SELECT translate(${row}::text, E'\\n\\r', '  ')
FROM golive_written w LEFT JOIN ${sql} AS t ON t.ctid = w.id AND t.tableoid = w.part
WHERE w.since OR w.change = 'deleted' \\g |cat > "$GOLIVE_ROWS"
`;
}

/**
 * The moment between what was written before and after it, as PostgreSQL's `pg_snapshot`: transactions that run now
 * belong to what comes.
 */
export async function openingMark(host: Host, plan: DatabasePlan): Promise<string> {
  return (
    await host.run(psqlCommand(plan, plan.name, "SELECT pg_current_snapshot()", { timeoutSeconds: 60 }))
  ).stdout.trim();
}

/** One line for people: `bookings +12 ~3 -1`. */
export function writtenText(written: readonly Written[]): string {
  if (written.length === 0) return t`nothing was written`;
  return written.map(tableText).join(", ");
}

function tableText({ table, inserted, changed, deleted, leftOut }: Written): string {
  const counts = [
    ...(inserted > 0 ? [`+${inserted}`] : []),
    ...(changed > 0 ? [`~${changed}`] : []),
    ...(deleted > 0 ? [`-${deleted}`] : []),
  ];
  const apart = leftOut.length > 0 ? t` (not compared: ${leftOut.join(", ")})` : "";
  return `${table} ${counts.join(" ")}${apart}`;
}
