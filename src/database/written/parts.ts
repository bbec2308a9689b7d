import type { Pair, Side } from "./pairs.ts";
import { hashOf, keyHashOf, wholeKeyOf } from "./rows.ts";
import type { Table } from "./written-tables.ts";

/** How the rows of a table are divided into parts, the same on both sides. */
export type Cut =
  /** `count` runs of `step` blocks of each file. */
  | { readonly by: "blocks"; readonly step: number }
  /** By the key, which is a whole number: parts of 2^shift from `low` on. */
  | { readonly by: "key"; readonly low: bigint; readonly shift: bigint }
  /** By some bits of the key's hash, or of that of the whole row where there is no key. */
  | { readonly by: "hash"; readonly mask: number };

/** Blocks of a part: few enough that a part that differs is soon read. */
const fewest = 16;
/** As many parts as may be told of all tables together. */
const most = 40_000;

/** Blocks of one part, for as many as there are on a side. */
export function partSize(tables: readonly Table[]): number {
  return Math.max(fewest, Math.ceil(tables.reduce((sum, table) => sum + blocksOf(table), 0) / most));
}

export function blocksOf({ leaves }: Table): number {
  return leaves.reduce((sum, { blocks }) => sum + blocks, 0);
}

/** Into how many parts a table is divided by its rows. */
export function partsOf(pair: Pair, step: number): number {
  const blocks = Math.max(blocksOf(pair.table), pair.before === null ? 0 : blocksOf(pair.before));
  return Math.min(4096, Math.ceil(blocks / step));
}

/** The least and the greatest key of either side. */
export interface Bounds {
  readonly low: bigint;
  readonly high: bigint;
}

export function cutOf(parts: number, bounds: Bounds | null): Cut {
  if (bounds === null || bounds.high - bounds.low >= 1n << 62n)
    return { by: "hash", mask: 2 ** Math.ceil(Math.log2(Math.max(1, parts))) - 1 };
  let shift = 0n;
  while ((bounds.high - bounds.low) >> shift >= BigInt(Math.max(1, parts))) shift++;
  return { by: "key", low: bounds.low, shift };
}

/** SQL for the row `t`: the number of its part; null where there is one only. */
export function partSql(pair: Pair, side: Side, { cut, version }: { cut: Cut; version: number }): string | null {
  if (cut.by === "key") return `(${wholeKeyOf(pair.key, side)}::int8 - '${cut.low}'::int8) >> ${cut.shift}`;
  if (cut.by === "blocks" || cut.mask === 0) return null;
  const hash = pair.key.length > 0 ? keyHashOf(pair.key, side) : hashOf(pair.columns, side, version);
  return `${hash} & ${cut.mask}`;
}

/** Runs of parts that follow one another, each from its first to behind its last. */
export function runsOf(parts: readonly bigint[]): [from: bigint, behind: bigint][] {
  const runs: [bigint, bigint][] = [];
  for (const part of parts.toSorted((a, b) => (a < b ? -1 : 1))) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === part) last[1] = part + 1n;
    else runs.push([part, part + 1n]);
  }
  return runs;
}
