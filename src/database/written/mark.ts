import { InternalError } from "../../core/errors.ts";

/** A moment of a cluster by its transactions: those from `next` on came later, and those that ran at that moment. */
interface Mark {
  readonly next: bigint;
  readonly running: readonly string[];
}

/**
 * SQL for a row named `row`: whether it was written after `openingMark`. A transaction id is known by its last 32 bits
 * only, so one of a frozen row may seem to be of the future. An id alone is the mark of an older golive.
 */
export function writtenAfter(mark: string | null, row = "t"): string {
  if (mark === null) return "true";
  const { next, running } = parsed(mark);
  const later = `age(${row}.xmin) BETWEEN 0 AND age('${shortId(next)}'::xid)`;
  if (running.length === 0) return later;
  return `(${later} OR ${row}.xmin::text IN (${running.map((id) => `'${shortId(BigInt(id))}'`).join(", ")}))`;
}

function parsed(mark: string): Mark {
  const [, first = "", next = first, running = ""] = /^(\d+)(?::(\d+):([\d,]*))?$/.exec(mark) ?? [];
  if (first === "") throw new InternalError(`${mark} is no mark of an opening`);
  return { next: BigInt(next), running: running === "" ? [] : running.split(",") };
}

const shortId = (id: bigint) => (id % 4294967296n).toString();

/** Far below the half of all ids, beyond which an older one cannot be told from a newer. */
const farthest = 1n << 30n;

/** Whether ids tell apart what was written before and after the mark, where the next one now is `next`. */
export function tellsApart(mark: string, next: string): boolean {
  const gone = BigInt(next) - parsed(mark).next;
  return gone >= 0n && gone < farthest;
}

/** psql script that sets `system`, which tells a cluster from all others; empty where the role may not know. */
export const systemSql = `SELECT has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE') AS may \\gset
\\set system ''
\\if :may
  SELECT system_identifier AS system FROM pg_control_system() \\gset
\\endif
`;

/** Which database a mark is one of: a transaction id means nothing in another cluster. */
const placed = `(SELECT oid FROM pg_database WHERE datname = current_database()) || '@' || :'system'`;

export const placeSql = `CASE WHEN :'system' = '' THEN '' ELSE ${placed} END`;

/** The snapshot in a closing mark, where it was taken in that very database and ids tell apart what came since. */
export function closingSnapshot(
  mark: string | null,
  now: { readonly place: string; readonly next: string },
): string | null {
  const [, snapshot = "", place = ""] = /^([\d:,]+)@(.*)$/.exec(mark ?? "") ?? [];
  return place !== "" && place === now.place && tellsApart(snapshot, now.next) ? snapshot : null;
}
