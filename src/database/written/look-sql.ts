import { writtenAfter } from "./mark.ts";
import type { Method, Sides } from "./method.ts";
import type { Pair, Side } from "./pairs.ts";
import { type Cut, partSql } from "./parts.ts";
import { hashOf, keyHashOf, wholeKeyOf } from "./rows.ts";
import type { Leaf, Table } from "./written-tables.ts";

/** How one table is looked at. */
export interface Look {
  readonly pair: Pair;
  readonly before: Table;
  readonly method: Method;
  readonly cut: Cut;
}

/** Whether rows count by who wrote them, as some of what they hold cannot be compared. */
export const countsWriting = ({ added }: Pair, opened: string | null) => added.length > 0 && opened !== null;

export const sqlOf = ({ table, before }: Pair, side: Side) => (side === "now" ? table : (before ?? table)).sql;

interface Asked {
  readonly index: number;
  readonly sides: Sides;
}

/** Statements that print a line for each part: table, file, part, rows, sum, rows that have to be looked at. */
export function selectsOf(look: Look, side: Side, { index, sides }: Asked): string[] {
  if (look.method.kind !== "blocks") return [selectByPart(look, side, { index, sides })];
  const step = look.cut.by === "blocks" ? look.cut.step : 1;
  return look.method.twins.flatMap((twin, leaf) => {
    const [mine, other] = side === "now" ? [twin.is, twin.was] : [twin.was, twin.is];
    return mine === null ? [] : [selectBlocks(`${index}|${leaf}`, mine, { other, step })];
  });
}

/**
 * SQL for the row `t`: a hash of where it stands and of the transaction that wrote it. The one of a row that was frozen
 * long ago on an older server is known no more; an id is told by its distance to a fixed one, as that is a number.
 */
const placeHash = `hashtidextended(t.ctid, coalesce(nullif(age(t.xmin), 2147483647)::int8 - age('3'::xid), 0))`;

function selectBlocks(id: string, mine: Leaf, { other, step }: { other: Leaf | null; step: number }): string {
  const parts = other === null ? 1 : Math.ceil(Math.max(mine.blocks, other.blocks) / step);
  if (mine.blocks === 0 && (other === null || other.blocks === 0)) return "";
  const sums = `count(*) AS n, sum(${placeHash}) AS h FROM ${mine.sql} AS t`;
  if (parts <= 1) return `SELECT '${id}|0', s.n, s.h, 0 FROM (SELECT ${sums}) s WHERE s.n > 0;`;
  // Blocks may have come since they were counted.
  return `SELECT '${id}|' || g, s.n, s.h, 0
FROM generate_series(0, ${parts - 1}) g, LATERAL (SELECT ${sums}
  WHERE t.ctid >= ('(' || g * ${step}::int8 || ',0)')::tid
    AND t.ctid < ('(' || CASE g WHEN ${parts - 1} THEN 4294967295 ELSE (g + 1) * ${step}::int8 END || ',0)')::tid
) s WHERE s.n > 0;`;
}

function selectByPart(look: Look, side: Side, { index, sides }: Asked): string {
  const { pair, method, cut } = look;
  const { version } = sides.now;
  const part = partSql(pair, side, { cut, version }) ?? "0";
  const since = sinceSql(look, side, sides);
  const value =
    method.kind === "keys"
      ? (wholeKeyOf(pair.key, side) ?? keyHashOf(pair.key, side))
      : hashOf(pair.columns, side, version);
  const from = `FROM ${sqlOf(pair, side)} AS t GROUP BY 1`;
  const line = (rows: string, sum: string, written: string) => `'${index}|0|' || part, ${rows}, ${sum}, ${written}`;
  if (since === "false")
    return `SELECT ${line("n", "coalesce(s, 0)", "0")} FROM (SELECT ${part} AS part, count(*) AS n, sum(${value}) AS s ${from}) g;`;
  // Who wrote a row is asked once a row: it is a group of its own first.
  const old = method.kind === "keys" ? " FILTER (WHERE NOT since)" : "";
  return `SELECT ${line(`coalesce(sum(n)${old}, 0)`, `coalesce(sum(s)${old}, 0)`, "coalesce(sum(n) FILTER (WHERE since), 0)")}
FROM (SELECT ${part} AS part, ${since} AS since, count(*) AS n, sum(${value}) AS s ${from}, 2) g GROUP BY part;`;
}

function sinceSql({ pair, method }: Pick<Look, "pair" | "method">, side: Side, { opened, closed }: Sides): string {
  if (side === "then") return "false";
  if (method.kind === "keys") return writtenAfter(closed);
  return countsWriting(pair, opened) ? writtenAfter(opened) : "false";
}
