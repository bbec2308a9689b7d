/** A value as it is hashed, where its type's own hash is not enough. */
type As = (value: string) => string;

/**
 * Types whose values are hashed by less than their text. `as` is said where the type's own hash overlooks something a dump
 * tells apart: 64 bits are folded into 32, so that 1 and 4294967296 are one to it, and so are blanks at the end of a
 * bpchar and none. Other types are hashed as text: numeric 1.0 and 1.00, or 0 and -0, are equal to their own hash function
 * and yet not the same. `written` is the name that `format_type` gives.
 */
const exactTypes: readonly { readonly name: string; readonly written: string; readonly as?: As }[] = [
  { name: "bool", written: "boolean" },
  { name: "int2", written: "smallint" },
  { name: "int4", written: "integer" },
  { name: "int8", written: "bigint", as: (value) => `int8send(${value})` },
  { name: "oid", written: "oid" },
  { name: "text", written: "text" },
  { name: "varchar", written: "character varying" },
  { name: "bpchar", written: "character", as: (value) => `format('%L', ${value}) COLLATE "C"` },
  { name: "name", written: "name" },
  { name: "char", written: '"char"' },
  { name: "bytea", written: "bytea" },
  { name: "date", written: "date" },
  { name: "timestamp", written: "timestamp without time zone", as: (value) => `timestamp_send(${value})` },
  { name: "timestamptz", written: "timestamp with time zone", as: (value) => `timestamptz_send(${value})` },
  { name: "time", written: "time without time zone", as: (value) => `time_send(${value})` },
  { name: "uuid", written: "uuid" },
];

/** SQL: the type `y` is one of these. */
export const isExactType =
  `y.typname = ANY ('{${exactTypes.map(({ name }) => name).join(",")}}') ` +
  "AND y.typnamespace = 'pg_catalog'::regnamespace";

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** SQL: how a value of the column `a` of the exact type `y` is hashed where its own hash is not enough; null elsewhere. */
export const hashedAsSql = `CASE y.typname ${exactTypes
  .flatMap(({ name, as }) =>
    as ? [`WHEN ${literal(name)} THEN replace(${literal(as("@"))}, '@', format('t.%I', a.attname))`] : [],
  )
  .join(" ")} END`;

/** SQL: how a value of an exact type is hashed where its own hash is not enough; null elsewhere. */
export function hashedAs(written: string, value: string): string | null {
  return exactTypes.find((type) => type.written === written)?.as?.(value) ?? null;
}
