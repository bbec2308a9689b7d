import type { Column, Table } from "./written-tables.ts";

export type Side = "now" | "then";

/** A column as it is now, and what it was. */
export interface Both {
  readonly now: Column;
  readonly then: Column;
}

export interface Pair {
  readonly table: Table;
  /** The same table as it was; null when there was none. */
  readonly before: Table | null;
  readonly columns: readonly Both[];
  /** Columns that tell which row is which on both sides; none where rows are matched by all they hold. */
  readonly key: readonly Both[];
  /** Names of columns that only one side has: what is in them cannot be compared. */
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

/**
 * Each table of `now` with what it was. In a clone a table keeps its object id and a column its number, whatever they
 * are called since; otherwise, and where a release made one anew, the name tells.
 */
export function pairsOf(now: readonly Table[], then: readonly Table[], cloned: boolean): Pair[] {
  const byOid = new Map(then.map((table) => [table.oid, table]));
  const byName = new Map(then.map((table) => [table.name, table]));
  return now.map((table) => {
    const same = cloned ? byOid.get(table.oid) : undefined;
    const before = same ?? byName.get(table.name) ?? null;
    if (before === null) return { table, before, columns: [], key: [], added: [], gone: [] };
    const columns = bothOf(table, before, same !== undefined);
    const added = table.columns.filter((column) => !columns.some((both) => both.now === column));
    const gone = before.columns.filter((column) => !columns.some((both) => both.then === column));
    return { table, before, columns, key: keyOf(table, before, columns), added: namesOf(added), gone: namesOf(gone) };
  });
}

function bothOf(table: Table, before: Table, byNumber: boolean): Both[] {
  const numbered = byNumber
    ? table.columns.flatMap((now) => {
        const then = before.columns.find(({ number }) => number === now.number);
        return then === undefined ? [] : [{ now, then }];
      })
    : [];
  const used = new Set(numbered.map(({ then }) => then.name));
  return table.columns.flatMap((now) => {
    const known = numbered.find((both) => both.now === now);
    if (known !== undefined) return [known];
    const then = before.columns.find(({ name }) => name === now.name && !used.has(name));
    return then === undefined ? [] : [{ now, then }];
  });
}

/** The first key that is one on both sides: with all columns of a key of each, no two rows share its values. */
function keyOf(table: Table, before: Table, columns: readonly Both[]): readonly Both[] {
  const ofNow = table.keys.map((names) => columns.filter(({ now }) => names.includes(now.name)));
  const ofThen = before.keys.map((names) => columns.filter(({ then }) => names.includes(then.name)));
  const whole = (found: readonly Both[][], keys: Table["keys"]) =>
    found.filter((key, index) => key.length > 0 && key.length === keys[index]?.length);
  const now = whole(ofNow, table.keys);
  const then = whole(ofThen, before.keys);
  const within = (keys: readonly Both[][], key: readonly Both[]) =>
    keys.some((small) => small.every((both) => key.includes(both)));
  return [...now, ...then].find((key) => within(now, key) && within(then, key)) ?? [];
}

function namesOf(columns: readonly Column[]): string[] {
  return columns.map(({ name }) => name);
}
