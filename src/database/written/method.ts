import type { Both, Pair } from "./pairs.ts";
import type { Found, Leaf, Table } from "./written-tables.ts";

/** What is known of both databases when one of them is compared with the other. */
export interface Sides {
  readonly now: Found;
  readonly then: Found;
  readonly cloned: boolean;
  /** Snapshot of the opening and of the closing, as far as they are known. */
  readonly opened: string | null;
  readonly closed: string | null;
  /** Whether a transaction's id cannot have come again since the opening. */
  readonly recent: boolean;
}

/** A file of both sides; null where only the other side has it. */
export interface Twin {
  readonly is: Leaf | null;
  readonly was: Leaf | null;
}

/**
 * How rows that nobody wrote to are passed over.
 * `blocks`: both sides are copies of one file. A row that nobody wrote to stands where it stood, by the same
 * transaction; whatever was written is another row of another transaction, even in a place that was used before.
 * `keys`: a row whose transaction is older than the closing is in the backup as it is now. What is in the backup and not
 * among those was changed or deleted.
 * `contents`: by hashes of all that the rows hold.
 */
export type Method =
  | { readonly kind: "blocks"; readonly twins: readonly Twin[] }
  | { readonly kind: "keys" }
  | { readonly kind: "contents" };

export function methodFor(pair: Pair, before: Table, sides: Sides): Method {
  const twins = twinsOf(pair, before, sides);
  if (twins !== null) return { kind: "blocks", twins };
  return { kind: keysTell(pair, before, sides) ? "keys" : "contents" };
}

/** The files of both sides, where they are copies of each other; null where they are not. */
function twinsOf(pair: Pair, before: Table, sides: Sides): readonly Twin[] | null {
  const { now, then, recent, cloned } = sides;
  // Neither a range of row ids nor a hash of one is there before 14.
  if (!cloned || !recent || now.version < 14 || pair.table.oid !== before.oid) return null;
  const typesStay = now.types === then.types;
  if (!pair.columns.every((both) => both.now.number === both.then.number && staysAlike(both, typesStay))) return null;
  const twins = pairedLeaves(pair.table, before);
  return twins.every((twin) => isOneFile(twin, pair.columns)) ? twins : null;
}

function staysAlike({ now, then }: Both, typesStay: boolean): boolean {
  const steady = now.steady === "always" || (now.steady === "typed" && typesStay);
  return steady && now.base === then.base && now.steady === then.steady;
}

function pairedLeaves(table: Table, before: Table): Twin[] {
  const then = new Map(before.leaves.map((leaf) => [leaf.oid, leaf]));
  const of = new Set(table.leaves.map(({ oid }) => oid));
  return [
    ...table.leaves.map((leaf) => ({ is: leaf, was: then.get(leaf.oid) ?? null })),
    ...before.leaves.filter(({ oid }) => !of.has(oid)).map((leaf) => ({ is: null, was: leaf })),
  ];
}

/** A partition has numbers of its own for the columns. One that only one side has is read whole. */
function isOneFile({ is, was }: Twin, columns: readonly Both[]): boolean {
  if (is === null || was === null) return true;
  return is.file !== null && is.file === was.file && is.heap && was.heap && sameNumbers(is, was, columns);
}

/** A partition may get a column anew while it is none: it has another number then. */
function sameNumbers(is: Leaf, was: Leaf, columns: readonly Both[]): boolean {
  return columns.every((both) => is.numbers?.[both.now.name] === was.numbers?.[both.then.name]);
}

/** Whether what is older than the closing is surely in the backup as it is now, under the key that it has. */
function keysTell({ table, key, columns }: Pair, before: Table, { now, cloned, closed }: Sides): boolean {
  if (closed === null || key.length === 0) return false;
  const known = new Map(cloned && table.oid === before.oid ? before.leaves.map((leaf) => [leaf.oid, leaf]) : []);
  const sameTable = table.leaves.every((leaf) => {
    const was = known.get(leaf.oid);
    return leaf.heap && (!leaf.altered || (was !== undefined && sameNumbers(leaf, was, columns)));
  });
  return sameTable && columns.every((both) => !both.now.altered && staysAlike(both, !now.typesAltered));
}
