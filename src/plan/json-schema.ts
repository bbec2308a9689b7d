import { z } from "zod";
import { planSchema } from "./schema/schema.ts";

/** A JSON Schema node as far as it is walked here. */
export interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly const?: unknown;
}

/** The plan's JSON Schema (draft 7, which editors know), for schema/golive.schema.json. */
export function planJsonSchema(): SchemaNode {
  return {
    ...(z.toJSONSchema(planSchema, { io: "input", target: "draft-7" }) as SchemaNode),
    title: "golive plan",
  } as SchemaNode;
}

let made: SchemaNode | null = null;

/** Made once: it takes long, and a plan may have many keys that nobody knows. */
function wholeSchema(): SchemaNode {
  made ??= planJsonSchema();
  return made;
}

/** The keys that the plan knows at a place; where several shapes are possible, those of the shape that `value` chose. */
export function knownKeys(path: readonly PropertyKey[], root: unknown): string[] {
  let nodes: readonly SchemaNode[] = [wholeSchema()];
  let value = root;
  for (const key of path) {
    nodes = shapes(nodes, value).flatMap((node) => {
      if (typeof key === "number") return node.items ? [node.items] : [];
      const property = node.properties?.[String(key)];
      if (property) return [property];
      return typeof node.additionalProperties === "object" ? [node.additionalProperties] : [];
    });
    value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  }
  return [...new Set(shapes(nodes, value).flatMap((node) => Object.keys(node.properties ?? {})))];
}

/** Opens unions; when a constant property (`kind`, `connect`) of one branch equals the value's, only that branch stays. */
function shapes(nodes: readonly SchemaNode[], value: unknown): SchemaNode[] {
  const open = nodes.flatMap(flatten);
  const chosen = open.filter((node) =>
    Object.entries(node.properties ?? {}).some(
      ([key, property]) =>
        property.const !== undefined && (value as Record<string, unknown> | null)?.[key] === property.const,
    ),
  );
  return chosen.length > 0 ? chosen : open;
}

function flatten(node: SchemaNode): SchemaNode[] {
  const branches = [...(node.anyOf ?? []), ...(node.oneOf ?? [])];
  return branches.length > 0 ? branches.flatMap(flatten) : [node];
}
