import { InternalError } from "../../core/errors.ts";
import { recordHash } from "../contents/contents-sql.ts";
import type { Both } from "./written-tables.ts";

type Side = "now" | "then";

/** SQL for the row `t`: a hash of what both sides hold, the same for the same values. */
export function hashOf(columns: readonly Both[], side: Side): string {
  const values = columns.map((both) => hashedValue(both, side)).join(", ") || "NULL::text";
  return `hashtextextended((${recordHash(`ROW(${values})`)})::text, 0)`;
}

/** SQL for the row `t`: its key as text, `(5)`; whatever type the key has on either side. */
export function keyTextOf(key: readonly Both[], side: Side): string {
  if (key.length === 0) return "NULL::text";
  const values = key.map((both) => (both.now.base === both.then.base ? raw(both, side) : textOf(both, side)));
  return `ROW(${values.join(", ")})::text`;
}

const raw = (both: Both, side: Side) => `t.${both[side].sql}`;

/** By its own hash where that tells all values apart, or else as text. */
function hashedValue(both: Both, side: Side): string {
  const { now, then } = both;
  if (now.base !== then.base || !now.exact) return `${quotedText(both, side)} COLLATE "C"`;
  return now.collated || then.collated ? `${raw(both, side)} COLLATE "C"` : raw(both, side);
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

/**
 * SQL for the row `t`: whether it was written after `openingMark`. A transaction id is known by its last 32 bits only,
 * so one of a frozen row may seem to be of the future. An id alone is the mark of an older golive.
 */
export function writtenAfter(openedAt: string | null): string {
  if (openedAt === null) return "true";
  const [, first = "", next = first, running = ""] = /^(\d+)(?::(\d+):([\d,]*))?$/.exec(openedAt) ?? [];
  if (first === "") throw new InternalError(`${openedAt} is no mark of an opening`);
  const ids = running === "" ? [] : running.split(",");
  const later = `age(t.xmin) BETWEEN 0 AND age('${shortId(next)}'::xid)`;
  return ids.length === 0 ? later : `(${later} OR t.xmin::text IN (${ids.map((id) => `'${shortId(id)}'`).join(", ")}))`;
}

const shortId = (id: string) => (BigInt(id) % 4294967296n).toString();
