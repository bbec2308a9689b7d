import { hashedAs } from "../contents/exact-types.ts";
import type { Both, Side } from "./pairs.ts";
import type { Column } from "./written-tables.ts";

/** SQL for the row `t`: a hash of what both sides hold, the same for the same values. */
export function hashOf(columns: readonly Both[], side: Side, version: number): string {
  const values = columns.map((both) => hashedValue(both, side)).join(", ") || "NULL::text";
  // Records have no hash of their own before 14.
  const record = version < 14 ? "" : "hash_record_extended";
  const text = record === "" ? `ROW(${values})::text` : `${record}(ROW(${values}), 0)::text`;
  return `hashtextextended(${text}, 0)`;
}

/** SQL for the row `t`: its key as text, `(5)`; whatever type the key has on either side. */
export function keyTextOf(key: readonly Both[], side: Side): string {
  if (key.length === 0) return "NULL::text";
  const values = key.map((both) => (both.now.base === both.then.base ? raw(both, side) : textOf(both, side)));
  return `ROW(${values.join(", ")})::text`;
}

/** SQL for the row `t`: a hash of its key, cheap where the key is of whole numbers. */
export function keyHashOf(key: readonly Both[], side: Side): string {
  return key.reduce((seed, both) => {
    if (isWhole(both.now) && isWhole(both.then)) return `hashint8extended(${raw(both, side)}::int8, ${seed})`;
    const text = both.now.base === both.then.base ? `${raw(both, side)}::text` : textOf(both, side);
    return `hashtextextended((${text}) COLLATE "C", ${seed})`;
  }, "0");
}

/** SQL for the row `t`: its key, where that is one whole number on both sides; null where it is not. */
export function wholeKeyOf(key: readonly Both[], side: Side): string | null {
  const [both, ...more] = key;
  if (both === undefined || more.length > 0 || !isWhole(both.now) || !isWhole(both.then)) return null;
  return raw(both, side);
}

const isWhole = ({ base }: Column) => ["smallint", "integer", "bigint"].includes(base);

const raw = (both: Both, side: Side) => `t.${both[side].sql}`;

/** By less than its text where that tells all values apart. */
function hashedValue(both: Both, side: Side): string {
  const { now, then } = both;
  if (now.base !== then.base || !now.exact) return `${quotedText(both, side)} COLLATE "C"`;
  const as = hashedAs(now.base, raw(both, side));
  if (as !== null) return as;
  return `${raw(both, side)}${now.collated || then.collated ? ' COLLATE "C"' : ""}`;
}

// NULL is told apart from an empty text.
function quotedText(both: Both, side: Side): string {
  return `format('%L', ${sameType(both) ? raw(both, side) : textOf(both, side)})`;
}

const sameType = ({ now, then }: Both) => now.type === then.type;

/** Text that does not change with the type: a number of more digits after the point is the same number. */
function textOf(both: Both, side: Side): string {
  const numbers = both.now.numeric && both.then.numeric;
  return numbers ? `trim_scale(${raw(both, side)}::numeric)::text` : `${raw(both, side)}::text`;
}
