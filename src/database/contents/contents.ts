import { t } from "../../core/text/text.ts";
import { rowsOf } from "../postgres.ts";
import { textOf } from "./bytes.ts";

export interface TableContents {
  readonly rows: number;
  /** Sum of a 64-bit hash of every row, whatever their order; null when only the rows are counted. */
  readonly hash: string | null;
}

/** What a database holds beside its schema. Keys are `schema.name`. */
export interface Contents {
  readonly tables: Readonly<Record<string, TableContents>>;
  /** `last_value` and `is_called`. */
  readonly sequences: Readonly<Record<string, string>>;
  readonly largeObjects: TableContents;
  /** A hash of the owners, grants and comments of all large objects. */
  readonly largeObjectRights?: string;
  /** Whether each materialized view is filled: `t` or `f`. */
  readonly views?: Readonly<Record<string, string>>;
  /** Tables that an extension has for itself: pg_dump leaves them out, and CREATE EXTENSION makes them again. */
  readonly members?: Readonly<Record<string, TableContents>>;
  /** What belongs to the database itself: a hash of each value, as a setting may be a secret. */
  readonly properties?: Readonly<Record<string, string>>;
  /** Whether a row is hashed in the order of its columns' names, not in that of the table, which a restore may change. */
  readonly byName?: boolean;
  /** Whether large objects are hashed in parts, so that their size does not matter. */
  readonly inParts?: boolean;
  /** Whether values are hashed by all that they are: all bits of a number or time, blanks at the end of a text. */
  readonly wholeBits?: boolean;
}

/** How contents are hashed: as the other side was. */
export type Hashing = Pick<Contents, "byName" | "inParts" | "wholeBits">;

/** Reads the lines of `contentsSql`, as bytes; others are passed over. */
export function parseContents(bytes: string): Contents {
  const rows = rowsOf(bytes);
  const ofKind = (kind: string) => rows.flatMap(([one, ...columns]) => (one === kind ? [columns] : []));
  const tablesOf = (kind: string) =>
    Object.fromEntries(ofKind(kind).map(([count, hash, ...name]) => [nameOf(name), heldOf(count, hash)]));
  const valuesOf = (kind: string) =>
    Object.fromEntries(ofKind(kind).map(([value = "", ...name]) => [nameOf(name), value]));
  const [[objects = "0", objectsHash = "0"] = []] = ofKind("large-objects");
  const [[rights] = []] = ofKind("large-object-rights");
  return {
    tables: tablesOf("table"),
    sequences: valuesOf("sequence"),
    largeObjects: heldOf(objects, objectsHash),
    // Earlier versions looked at neither.
    ...(rights === undefined ? {} : { largeObjectRights: rights, views: valuesOf("view") }),
    members: tablesOf("member"),
    properties: valuesOf("property"),
    byName: ofKind("by-name").length > 0,
    inParts: ofKind("in-parts").length > 0,
    wholeBits: ofKind("whole-bits").length > 0,
  };
}

const nameOf = (parts: readonly string[]) => textOf(parts.join("|"));

function heldOf(count = "0", hash = ""): TableContents {
  return { rows: Number(count), hash: hash === "-" ? null : hash };
}

/** What differs, a line each; empty when the copy is the source. */
export function compareContents(source: Contents, copy: Contents): string[] {
  return [
    ...differing(source.tables, copy.tables, otherRows),
    // What an older golive did not look at cannot be compared.
    ...(source.members === undefined ? [] : differing(source.members, copy.members ?? {}, otherRows)),
    ...(source.properties === undefined ? [] : differing(source.properties, copy.properties ?? {}, otherProperty)),
    ...differing(source.sequences, copy.sequences, otherSequence),
    ...otherLargeObjects(source.largeObjects, copy.largeObjects),
    ...otherRights(source, copy),
    ...(source.views === undefined ? [] : differing(source.views, copy.views ?? {}, otherView)),
  ];
}

function otherRows(name: string, want?: TableContents, have?: TableContents): string | null {
  if (have === undefined) return t`table ${name} is missing (${want?.rows ?? 0} {1:row|rows|rows})`;
  if (want === undefined) return t`table ${name} should not be there (${have.rows} {1:row|rows|rows})`;
  if (want.rows !== have.rows) return t`table ${name} has ${have.rows} {1:row|rows|rows} instead of ${want.rows}`;
  if (want.hash === null || have.hash === null || want.hash === have.hash) return null;
  return t`table ${name} has the same number of rows, but not the same values`;
}

function otherProperty(name: string, want?: string, have?: string): string | null {
  return want === have ? null : t`the database itself is another one: ${name}`;
}

function otherSequence(name: string, want?: string, have?: string): string | null {
  if (want === have) return null;
  const found = have === undefined ? "missing" : t`at ${have}`;
  const wanted = want === undefined ? t`, and should not be there` : t` instead of ${want}`;
  return t`sequence ${name} is ${found}${wanted}`;
}

function otherRights({ largeObjectRights: want }: Contents, { largeObjectRights: have }: Contents): string[] {
  if (want === undefined || want === have) return [];
  return [t`the large objects do not have the same owners, grants and comments`];
}

function otherView(name: string, want?: string, have?: string): string | null {
  if (want === have || want === undefined || have === undefined) return null;
  return want === "t"
    ? t`the materialized view ${name} is not filled`
    : t`the materialized view ${name} is filled, and was not`;
}

function otherLargeObjects(want: TableContents, have: TableContents): string[] {
  if (want.rows === have.rows && want.hash === have.hash) return [];
  return [t`the large objects are not the same (${have.rows} instead of ${want.rows}, or other bytes)`];
}

export function totalRows({ tables }: Contents): number {
  return Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);
}

/** Every key of either side in order, with what is wrong about it. */
export function differing<T>(
  source: Readonly<Record<string, T>>,
  copy: Readonly<Record<string, T>>,
  wrong: (name: string, want: T | undefined, have: T | undefined) => string | null,
): string[] {
  return [...new Set([...Object.keys(source), ...Object.keys(copy)])]
    .toSorted()
    .flatMap((name) => wrong(name, source[name], copy[name]) ?? []);
}
