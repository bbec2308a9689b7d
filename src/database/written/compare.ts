import { InternalError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { contentSettings } from "../contents/contents-sql.ts";
import { databaseScript } from "../postgres.ts";
import { rowsSql } from "./compare-rows.ts";
import type { Databases, Suspect } from "./look.ts";
import type { Table } from "./written-tables.ts";
import { compareTables } from "./scripts.ts";

/** Rows of one table that are not on both sides as they are; `kept`: those that went to the file. */
export interface Counts {
  readonly inserted: number;
  readonly changed: number;
  readonly deleted: number;
  readonly byPeople: number;
  readonly kept: number;
}

/**
 * Compares the rows of what may differ, all tables in one session on each side: only what may have been written travels.
 * `out`: file on the host that the rows themselves go to, or null.
 */
export async function compareRows(
  { host, plan, names, sides }: Databases,
  suspects: readonly Suspect[],
  out: string | null,
): Promise<Counts[]> {
  if (suspects.length === 0) return [];
  const then = suspects.flatMap((suspect, index) => {
    const rows = rowsSql(suspect, "then", { index, sides });
    return rows === null || suspect.pair.before === null ? [] : [`COPY (${rows}) TO STDOUT;\n`];
  });
  const now = suspects.flatMap((suspect, index) => {
    const rows = rowsSql(suspect, "now", { index, sides });
    return rows === null ? [] : [`INSERT INTO golive_now ${rows};\n`];
  });
  const scripts = [
    `${settings}${then.join("")}`,
    `${settings}${createSql}${now.join("")}`,
    `${compareSql}${out === null ? "" : suspects.map(({ pair }, index) => outSql(pair.table, index)).join("")}`,
  ];
  const [ofThen, meanwhile] = scripts.map((sql) => String(Buffer.byteLength(sql)));
  const words = [
    names.now,
    names.then,
    ofThen ?? "",
    meanwhile ?? "",
    String(plan.backup.jobs),
    plan.backup.directory,
    out ?? "",
  ];
  const asked = databaseScript(plan, compareTables, words, { stdin: scripts.join(""), timeoutSeconds: 4 * 3600 });
  const { stdout } = await host.run({ ...asked, label: t`compare rows of ${names.now} and ${names.then}` });
  const counts = countsIn(stdout, suspects.length);
  const kept = counts.reduce((sum, one) => sum + one.kept, 0);
  if (out !== null && Number(/^rows\|(\d+)$/m.exec(stdout)?.[1]) !== kept)
    throw new InternalError(t`not all rows could be written to ${out}`);
  return counts;
}

function countsIn(stdout: string, tables: number): Counts[] {
  if (!/^compared$/m.test(stdout)) throw new InternalError(t`the rows were not counted`);
  const found = new Map(
    [...stdout.matchAll(/^written\|(\d+)\|(\d+)\|(\d+)\|(\d+)\|(\d+)\|(\d+)$/gm)].map((match) => {
      const [index = 0, inserted = 0, changed = 0, deleted = 0, byPeople = 0, kept = 0] = match.slice(1).map(Number);
      return [index, { inserted, changed, deleted, byPeople, kept }] as const;
    }),
  );
  const none = { inserted: 0, changed: 0, deleted: 0, byPeople: 0, kept: 0 };
  return Array.from({ length: tables }, (_, index) => found.get(index) ?? none);
}

const settings = `${contentSettings}SET jit = off;
SET work_mem = '32MB';
`;

const createSql = `CREATE TEMP TABLE golive_then (pair int, k text COLLATE "C", h bigint);
CREATE TEMP TABLE golive_now (
  pair int, k text COLLATE "C", h bigint, since boolean, unsure boolean, part oid, id tid
);
`;

const compareSql = `ANALYZE golive_now;
ANALYZE golive_then;
CREATE TEMP TABLE golive_written AS
SELECT pair, k, coalesce(n.since, false) AS since, n.part, n.id,
  CASE WHEN b.h IS NULL THEN 'inserted' WHEN n.h IS NULL THEN 'deleted' ELSE 'changed' END AS change
FROM golive_now n FULL JOIN golive_then b USING (pair, k)
WHERE n.h IS NULL OR b.h IS NULL OR n.h <> b.h OR n.unsure;
ANALYZE golive_written;
SELECT 'written', pair, count(*) FILTER (WHERE change = 'inserted'), count(*) FILTER (WHERE change = 'changed'),
  count(*) FILTER (WHERE change = 'deleted'), count(*) FILTER (WHERE since),
  count(*) FILTER (WHERE since OR change = 'deleted')
FROM golive_written GROUP BY pair;
SELECT 'compared';
`;

// A line break in a JSON text can only stand between its parts, where a blank does as well.
function outSql({ name, sql }: Table, index: number): string {
  const row = `json_build_object(
  'table', '${name.replaceAll("'", "''")}', 'change', w.change, 'key', w.k, 'row', row_to_json(t.*)
)`;
  return `SELECT translate(${row}::text, E'\\n\\r', '  ')
FROM golive_written w LEFT JOIN ${sql} AS t ON t.ctid = w.id AND t.tableoid = w.part
WHERE w.pair = ${index} AND (w.since OR w.change = 'deleted') \\g |cat >> "$GOLIVE_ROWS"
`;
}
