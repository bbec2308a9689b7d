import type { Contents } from "./contents.ts";
import type { KeptObjects } from "./objects-before.ts";

/** By the oid of a table: its name, and the sha256 of its rows as they stand in an archive. */
export type Streams = Readonly<Record<string, { readonly sha256: string; readonly name: string }>>;

/** What the source held as of the dump's own snapshot. */
export interface Source {
  readonly contents: Contents;
  readonly objects: KeptObjects;
  /** Rows that pg_dump leaves out, by the table of an extension that they are in. */
  readonly leftOut?: Readonly<Record<string, number>>;
  /** For the proof `content`: a hash of each table's bytes as they go into an archive, by the table's oid. */
  readonly streams: Streams;
  /** For the same proof: a hash of all large objects' bytes. */
  readonly largeObjectBytes?: string;
  readonly serverVersion: string;
}
