import type { z } from "zod";
import { InternalError } from "./errors.ts";

/** The keys by which a plan names one kind of a family; `kind` (or another key) says which it is. */
type KeysOfKind<Key extends string> = { readonly shape: { readonly [Name in Key]: z.ZodLiteral<string> } };

/** The keys of each kind, in the order of the registry: for zod's union of them. */
export function schemasOf<const Kinds extends readonly { readonly schema: unknown }[]>(
  kinds: Kinds,
): { readonly [Index in keyof Kinds]: Kinds[Index]["schema"] } {
  return kinds.map(({ schema }) => schema) as never;
}

/** The one kind of a registry that has this name. */
export function kindNamed<Key extends string, Kind extends { readonly schema: KeysOfKind<Key> }>(
  kinds: readonly Kind[],
  key: Key,
  name: string,
): Kind {
  const found = kinds.find(({ schema }) => schema.shape[key].value === name);
  // The plan was read by the schema that is made of the same registry.
  if (found === undefined) throw new InternalError(`no kind ${name}`);
  return found;
}

/** What is wrong between keys of a plan, as a kind sees it. */
export interface KindProblem {
  readonly code: string;
  readonly place: { readonly path: readonly PropertyKey[]; readonly key?: string };
  readonly what: string;
  readonly mend: string;
}
