import type { Host } from "../../hosts/host.ts";
import { contentSettings } from "../contents/contents-sql.ts";
import { type DatabasePlan, psqlCommand } from "../postgres.ts";
import { writtenAfter } from "./mark.ts";
import { methodFor, type Method, type Sides } from "./method.ts";
import type { Pair, Side } from "./pairs.ts";
import { blocksOf, type Bounds, type Cut, cutOf, partSize, partSql, partsOf } from "./parts.ts";
import { hashOf, keyHashOf, wholeKeyOf } from "./rows.ts";
import type { Leaf, Table } from "./written-tables.ts";

/** How one table is looked at. */
export interface Look {
  readonly pair: Pair;
  readonly before: Table;
  readonly method: Method;
  readonly cut: Cut;
}

/** The parts of a table that are not the same on both sides, by the file that they are of (0 where it is all one). */
export type Differing = ReadonlyMap<number, readonly bigint[]>;

/** A table whose rows have to be compared; `parts`: only those, or all when null. */
export interface Suspect {
  readonly pair: Pair;
  readonly look: Look | null;
  readonly parts: Differing | null;
}

export interface Databases {
  readonly host: Host;
  readonly plan: DatabasePlan;
  /** Their names. */
  readonly names: Readonly<Record<Side, string>>;
  readonly sides: Sides;
}

/** Whether rows count by who wrote them, as some of what they hold cannot be compared. */
export const countsWriting = ({ added }: Pair, opened: string | null) => added.length > 0 && opened !== null;

/** The tables, and their parts, that may hold something that was written. Reads both databases at the same time. */
export async function suspectsOf(databases: Databases, pairs: readonly Pair[]): Promise<Suspect[]> {
  const made = pairs.filter(({ before }) => before === null);
  const looks = await looksFor(databases, pairs);
  const first = await differing(databases, looks);
  // What the release wrote anew as a whole is better known by what it holds.
  const again = looks.flatMap((look, index) =>
    first[index]?.mostlyNew ? [{ ...look, method: { kind: "contents" } as const }] : [],
  );
  const second = again.length === 0 ? [] : await differing(databases, again);
  return [
    ...made.map((pair) => ({ pair, look: null, parts: null })),
    ...suspects(
      looks,
      first.map((one) => (one.mostlyNew ? nothing : one)),
    ),
    ...suspects(again, second),
  ];
}

function suspects(looks: readonly Look[], compared: readonly Compared[]): Suspect[] {
  return looks.flatMap((look, index) => {
    const parts = compared[index]?.differing;
    return parts === undefined || parts.size === 0 ? [] : [{ pair: look.pair, look, parts }];
  });
}

async function looksFor(databases: Databases, pairs: readonly Pair[]): Promise<Look[]> {
  const { sides } = databases;
  const known = pairs.flatMap((pair) => {
    const { before } = pair;
    if (before === null || blocksOf(pair.table) + blocksOf(before) === 0) return [];
    return [{ pair, before, method: methodFor(pair, before, sides) }];
  });
  const step = partSize(known.map(({ pair }) => pair.table));
  const bounds = await boundsOf(
    databases,
    known
      .filter(({ pair, method }) => method.kind !== "blocks" && wholeKeyOf(pair.key, "now") !== null)
      .filter(({ pair }) => partsOf(pair, step) > 1)
      .map(({ pair }) => pair),
  );
  return known.map((one) => ({
    ...one,
    cut:
      one.method.kind === "blocks"
        ? { by: "blocks", step }
        : cutOf(partsOf(one.pair, step), bounds.get(one.pair) ?? null),
  }));
}

async function boundsOf(databases: Databases, pairs: readonly Pair[]): Promise<ReadonlyMap<Pair, Bounds>> {
  if (pairs.length === 0) return new Map();
  const sql = (side: Side) =>
    pairs.map((pair, index) => {
      const key = wholeKeyOf(pair.key, side);
      return `SELECT ${index}, min(${key}), max(${key}) FROM ${sqlOf(pair, side)} AS t;`;
    });
  const [now, then] = await both(databases, sql);
  const found = new Map<Pair, Bounds>();
  for (const line of [...now, ...then]) {
    const [index = "", low = "", high = ""] = line.split("|");
    const pair = pairs[Number(index)];
    if (pair === undefined || low === "") continue;
    const known = found.get(pair);
    const [least, most] = [BigInt(low), BigInt(high)];
    found.set(pair, {
      low: known !== undefined && known.low < least ? known.low : least,
      high: known !== undefined && known.high > most ? known.high : most,
    });
  }
  return found;
}

export const sqlOf = ({ table, before }: Pair, side: Side) => (side === "now" ? table : (before ?? table)).sql;

interface Compared {
  readonly differing: Differing;
  /** Whether so much was written since the closing that rows are not told by that. */
  readonly mostlyNew: boolean;
}

const nothing: Compared = { differing: new Map(), mostlyNew: false };

async function differing(databases: Databases, looks: readonly Look[]): Promise<Compared[]> {
  const { sides } = databases;
  const sql = (side: Side) => looks.flatMap((look, index) => selectsOf(look, side, { index, sides }));
  const [now, then] = (await both(databases, sql)).map(partsByTable);
  return looks.map(({ method }, index) => {
    const parts = compareParts(now?.get(index) ?? new Map(), then?.get(index) ?? new Map());
    return method.kind === "keys" ? parts : { ...parts, mostlyNew: false };
  });
}

interface Part {
  /** What is the same on both sides where the part is. */
  readonly sum: string;
  readonly rows: number;
  /** Rows that have to be looked at whatever the sum. */
  readonly since: number;
}

type Parts = Map<string, Part>;

/** By the table's number, and then by file and part. */
function partsByTable(lines: readonly string[]): Map<number, Parts> {
  const found = new Map<number, Parts>();
  for (const line of lines) {
    const [index = "", leaf = "", part = "", rows = "", sum = "", since = ""] = line.split("|");
    if (since === "") continue;
    const parts = found.get(Number(index)) ?? new Map<string, Part>();
    found.set(Number(index), parts);
    parts.set(`${leaf}|${part}`, { sum: `${rows} ${sum}`, rows: Number(rows), since: Number(since) });
  }
  return found;
}

const manyRows = 10_000;

function compareParts(now: Parts, then: Parts): Compared {
  const found = new Map<number, bigint[]>();
  let [since, rows] = [0, 0];
  for (const key of new Set([...now.keys(), ...then.keys()])) {
    const is = now.get(key);
    since += is?.since ?? 0;
    rows += is?.rows ?? 0;
    if (is !== undefined && is.since === 0 && is.sum === then.get(key)?.sum) continue;
    // A part that holds nothing but what is new has rows on one side only.
    if ((is?.rows ?? 0) + (is?.since ?? 0) + (then.get(key)?.rows ?? 0) === 0) continue;
    const [leaf = "", part = ""] = key.split("|");
    const parts = found.get(Number(leaf)) ?? [];
    found.set(Number(leaf), parts);
    parts.push(BigInt(part));
  }
  return { differing: found, mostlyNew: since > manyRows && since > rows / 4 };
}

interface Asked {
  readonly index: number;
  readonly sides: Sides;
}

/** Statements that print a line for each part: table, file, part, rows, sum, rows that have to be looked at. */
function selectsOf(look: Look, side: Side, { index, sides }: Asked): string[] {
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

function selectByPart({ pair, method, cut }: Look, side: Side, { index, sides }: Asked): string {
  const { version } = sides.now;
  const part = partSql(pair, side, { cut, version });
  const since = sinceSql({ pair, method }, side, sides);
  const old = method.kind === "keys" && side === "now" ? ` FILTER (WHERE NOT ${since})` : "";
  const value =
    method.kind === "keys"
      ? (wholeKeyOf(pair.key, side) ?? keyHashOf(pair.key, side))
      : hashOf(pair.columns, side, version);
  const written = since === "false" ? "0" : `count(*) FILTER (WHERE ${since})`;
  return `SELECT '${index}|0|' || ${part === null ? "0" : `(${part})`}, count(*)${old}, coalesce(sum(${value})${old}, 0), ${written}
FROM ${sqlOf(pair, side)} AS t ${part === null ? "HAVING count(*) > 0" : `GROUP BY ${part}`};`;
}

function sinceSql({ pair, method }: Pick<Look, "pair" | "method">, side: Side, { opened, closed }: Sides): string {
  if (side === "then") return "false";
  if (method.kind === "keys") return writtenAfter(closed);
  return countsWriting(pair, opened) ? writtenAfter(opened) : "false";
}

/** Lines that the statements print, of both sides at the same time. */
async function both(
  { host, plan, names }: Databases,
  sql: (side: Side) => readonly string[],
): Promise<[now: string[], then: string[]]> {
  // Many small statements are not worth compiling; a few thousand sums are kept in memory.
  const settings = `${contentSettings}SET jit = off;\nSET work_mem = '32MB';\n`;
  const lines = async (side: Side) => {
    const asked = psqlCommand(plan, names[side], `${settings}${sql(side).join("\n")}\n`, {
      variables: { jobs: String(plan.backup.jobs) },
      timeoutSeconds: 4 * 3600,
    });
    return (await host.run(asked)).stdout.split("\n");
  };
  return Promise.all([lines("now"), lines("then")]);
}
