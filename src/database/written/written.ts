import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { type DatabasePlan, databaseScript, psqlCommand } from "../postgres.ts";
import { compareRows } from "./compare.ts";
import { suspectsOf } from "./look.ts";
import { closingSnapshot, placeSql, systemSql, tellsApart } from "./mark.ts";
import { pairsOf } from "./pairs.ts";
import { foundIn, placeOf } from "./written-tables.ts";

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
  /** `closingMark` of a moment before the backup that \`then\` comes from, as late as can be; null or left out when there is none. */
  readonly closedAt?: string | null;
  /** File on the host that the rows themselves are written to, one JSON object a line; none when null. */
  readonly out: string | null;
}

/**
 * What was written to a database since another was cloned or restored from it, table by table and by content: rows are
 * matched by a key (or, without one, by all they hold) and compared in the columns that both have. Rows whose columns
 * cannot all be compared count by the transaction that wrote them. The release's own record of migrations is left out.
 * What surely was not written to is passed over (`methodFor`). Reads both; keeps nothing but `out`. While somebody
 * writes, a row may count as it is a moment later than its neighbour.
 */
export async function writtenSince(host: Host, plan: DatabasePlan, compared: Compared): Promise<Written[]> {
  const { cloned, openedAt, closedAt = null, out } = compared;
  // biome-ignore lint/suspicious/noThenProperty: now and then are the two databases, and nobody awaits this
  const names = { now: compared.now, then: compared.then };
  const place = await placeOf(host, plan, names.now);
  const recent = openedAt === null || tellsApart(openedAt, place.next);
  // A mark that tells nothing any more is as none: every row counts as people's.
  const opened = recent ? openedAt : null;
  const closed = closingSnapshot(closedAt, place);
  const [now, then] = await Promise.all([
    foundIn(host, plan, names.now, closed),
    foundIn(host, plan, names.then, null),
  ]);
  const ofPeople = now.tables.filter(({ name }) => !name.endsWith(".django_migrations"));
  const databases = { host, plan, names, sides: { now, then, cloned, opened, closed, recent } };
  const suspects = await suspectsOf(databases, pairsOf(ofPeople, then.tables, cloned));
  if (out !== null) await host.run(databaseScript(plan, 'umask 077; : > "$1"', [out]));
  const counts = await compareRows(databases, suspects, out);
  return suspects
    .flatMap(({ pair }, index) => {
      const { inserted = 0, changed = 0, deleted = 0, byPeople = 0 } = counts[index] ?? {};
      if (inserted + changed + deleted === 0) return [];
      const leftOut = [...new Set([...pair.added, ...pair.gone])].toSorted();
      return [{ table: pair.table.name, inserted, changed, deleted, byPeople, leftOut }];
    })
    .toSorted((a, b) => (a.table < b.table ? -1 : 1));
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

/**
 * The same for the moment just before a backup is taken, with the database it is one of. What had not been written by
 * then, or not surely, may differ from the backup; all else cannot.
 */
export async function closingMark(host: Host, plan: DatabasePlan): Promise<string> {
  const sql = `${systemSql}SELECT pg_current_snapshot() || '@' || ${placeSql};\n`;
  return (await host.run(psqlCommand(plan, plan.name, sql, { timeoutSeconds: 60 }))).stdout.trim();
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
