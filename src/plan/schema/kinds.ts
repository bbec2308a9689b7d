import { z } from "zod";
import type { Parsed } from "../camel-keys.ts";

/** A shape of the plan that says its kind. */
export type KindSchema = z.ZodObject & { readonly shape: { readonly kind: { readonly value: string } } };

/** A kind of something in the plan: its shape there, and what golive knows of it. */
export interface Kind<Schema extends z.ZodType> {
  readonly kind: Parsed<Schema> extends { readonly kind: infer Name } ? Name : never;
  readonly schema: Schema;
}

export function defineKind<Schema extends KindSchema, Definition extends object>(
  schema: Schema,
  definition: Definition,
): Definition & Kind<Schema> {
  return { ...definition, schema, kind: schema.shape.kind.value as Kind<Schema>["kind"] };
}

/** The schema of whatever is of one of these kinds; its key `kind` says which. */
export function oneOfKinds<Schema extends KindSchema>(kinds: readonly { readonly schema: Schema }[]) {
  return z.discriminatedUnion("kind", kinds.map(({ schema }) => schema) as unknown as readonly [Schema, ...Schema[]]);
}

/** What is known of a kind, by its name. A schema lets no other name through. */
export function kindsByName<Definition>(kinds: readonly (Definition & { readonly kind: string })[]) {
  const byName = new Map(kinds.map((one) => [one.kind, one]));
  return ({ kind }: { readonly kind: string }) => byName.get(kind) as Definition;
}
