import { writtenAfter } from "./mark.ts";
import type { Suspect } from "./look.ts";
import { countsWriting, type Look, sqlOf } from "./look-sql.ts";
import type { Sides } from "./method.ts";
import type { Pair, Side } from "./pairs.ts";
import { type Cut, partSql, runsOf } from "./parts.ts";
import { hashOf, keyTextOf, wholeKeyOf } from "./rows.ts";

interface Asked {
  readonly index: number;
  readonly sides: Sides;
}

/**
 * SQL for the rows of one side that may differ, by their key, with a hash of what can be compared. Without a key equal
 * rows are numbered, those of before first. Null where that side has none.
 */
export function rowsSql({ pair, look, parts }: Suspect, side: Side, { index, sides }: Asked): string | null {
  const since = side === "now" ? writtenAfter(sides.opened) : "false";
  const unsure = side === "now" && countsWriting(pair, sides.opened) ? since : "false";
  const values = `${hashOf(pair.columns, side, sides.now.version)} AS h, ${keyTextOf(pair.key, side)} AS k, ${since} AS since,
  ${unsure} AS unsure, t.tableoid AS part, t.ctid AS id`;
  const rows =
    look === null || parts === null
      ? `SELECT ${values} FROM ${sqlOf(pair, side)} AS t`
      : rowsIn({ pair, look, parts }, side, { values, sides });
  if (rows === null) return null;
  const k = pair.key.length > 0 ? "r.k" : "r.h::text || '#' || row_number() OVER (PARTITION BY r.h ORDER BY r.since)";
  const kept = side === "now" ? ", r.since, r.unsure, r.part, r.id" : "";
  return `SELECT ${index} AS pair, (${k}) COLLATE "C" AS k, r.h${kept} FROM (${rows}) r`;
}

/** Beyond this the whole table is read at once. */
const mostRuns = 1000;

type Known = { readonly [Name in keyof Suspect]: NonNullable<Suspect[Name]> };

function rowsIn(
  { pair, look, parts }: Known,
  side: Side,
  { values, sides }: { values: string; sides: Sides },
): string | null {
  const { cut } = look;
  if (cut.by === "blocks") return blockRows({ look, parts }, side, { values, step: cut.step });
  const from = `${sqlOf(pair, side)} AS t`;
  const found = parts.get(0) ?? [];
  if (cut.by === "key" && found.length <= mostRuns) return keyRows({ pair, cut, from, values, found }, side);
  const part = partSql(pair, side, { cut, version: sides.now.version });
  const all = `SELECT ${values} FROM ${from}`;
  if (part === null) return all;
  const wanted = `= ANY ('{${found.join(",")}}'::int8[])`;
  // Without a key the hash of the row is known already.
  return cut.by === "key" || pair.key.length > 0
    ? `${all} WHERE (${part}) ${wanted}`
    : `SELECT * FROM (${all} OFFSET 0) w WHERE (w.h & ${cut.mask}) ${wanted}`;
}

interface ByKey {
  readonly pair: Pair;
  readonly cut: Extract<Cut, { by: "key" }>;
  readonly from: string;
  readonly values: string;
  readonly found: readonly bigint[];
}

/** Runs of keys, each read by the key's index. */
function keyRows({ pair, cut, from, values, found }: ByKey, side: Side): string {
  const key = wholeKeyOf(pair.key, side);
  const at = (part: bigint) => cut.low + (part << cut.shift);
  const runs = runsOf(found).map(([first, behind]) => [at(first), at(behind) - 1n]);
  const ends = (end: 0 | 1) => `'{${runs.map((run) => inRange(run[end] ?? 0n)).join(",")}}'::int8[]`;
  return `SELECT w.* FROM unnest(${ends(0)}, ${ends(1)}) AS g (low, high), LATERAL (
  SELECT ${values} FROM ${from} WHERE ${key} BETWEEN g.low AND g.high OFFSET 0
) w`;
}

const greatest = 2n ** 63n - 1n;

function inRange(key: bigint): bigint {
  if (key > greatest) return greatest;
  return key < -greatest - 1n ? -greatest - 1n : key;
}

/** Runs of blocks of each file; a file that only one side has is read whole. */
function blockRows(
  { look, parts }: { look: Look; parts: Known["parts"] },
  side: Side,
  { values, step }: { values: string; step: number },
): string | null {
  const twins = look.method.kind === "blocks" ? look.method.twins : [];
  const found = [...parts].flatMap(([leaf, numbers]) => {
    const twin = twins[leaf];
    const [mine, other] = side === "now" ? [twin?.is, twin?.was] : [twin?.was, twin?.is];
    if (mine === null || mine === undefined) return [];
    const all = `SELECT ${values} FROM ${mine.sql} AS t`;
    const count = Math.ceil(Math.max(mine.blocks, other?.blocks ?? 0) / step);
    if (other === null || other === undefined || count <= 1) return [all];
    const runs = runsOf(numbers);
    const at = (end: 0 | 1) => `'{${runs.map((run) => `"(${blockAt(run[end], step, count)},0)"`).join(",")}}'::tid[]`;
    return [
      `SELECT w.* FROM unnest(${at(0)}, ${at(1)}) AS g (low, high), LATERAL (
  ${all} WHERE t.ctid >= g.low AND t.ctid < g.high OFFSET 0
) w`,
    ];
  });
  return found.length > 0 ? found.join("\nUNION ALL\n") : null;
}

const behindAll = 4_294_967_295;

// The last part goes on to whatever block there is.
function blockAt(part: bigint, step: number, count: number): number {
  return Number(part) >= count ? behindAll : Number(part) * step;
}
