import type { OpenApiSchema } from "./description.ts";

const documentationOnly = new Set(["example", "examples", "description", "title", "externalDocs", "discriminator"]);
const componentPrefix = "#/components/schemas/";

export interface Translation {
  readonly schema: OpenApiSchema;
  /** Names of the component schemas it refers to. */
  readonly uses: readonly string[];
}

export function componentKey(name: string, closed: boolean): string {
  return `https://api.github.com/${closed ? "closed" : "open"}/${name}`;
}

function hasShape(part: unknown): boolean {
  return typeof part === "object" && part !== null && ("properties" in part || "$ref" in part);
}

function parts(schema: OpenApiSchema): readonly unknown[] {
  return ["anyOf", "oneOf"].flatMap((key) => (schema[key] as unknown[] | undefined) ?? []);
}

/**
 * OpenAPI 3.0 to JSON Schema. `closed` also forbids keys which the description does not name:
 * GitHub ignores them without a word, so a typo in a request would never show.
 * Composed objects stay open, because each part sees the keys of the others.
 */
export function toJsonSchema(source: OpenApiSchema, closed: boolean): Translation {
  const uses = new Set<string>();

  const list = (values: unknown, shut: boolean): unknown =>
    Array.isArray(values) ? values.map((value) => walk(value as OpenApiSchema, shut)) : values;

  const walk = (schema: OpenApiSchema, shut: boolean): OpenApiSchema => {
    const target: Record<string, unknown> = {};
    const ownShape = "properties" in schema;
    for (const [key, value] of Object.entries(schema)) {
      if (documentationOnly.has(key) || key.startsWith("x-") || key === "nullable") continue;
      if (key === "$ref") {
        const name = String(value).slice(componentPrefix.length);
        uses.add(name);
        target.$ref = componentKey(name, shut);
      } else if (key === "properties") {
        target[key] = Object.fromEntries(
          Object.entries(value as Record<string, OpenApiSchema>).map(([name, property]) => [
            name,
            walk(property, shut),
          ]),
        );
      } else if (key === "allOf") target[key] = list(value, false);
      else if (key === "anyOf" || key === "oneOf") target[key] = list(value, shut && !ownShape);
      else if (["items", "not", "additionalProperties"].includes(key) && typeof value === "object")
        target[key] = walk(value as OpenApiSchema, shut);
      else target[key] = value;
    }
    const composed = "allOf" in schema || parts(schema).some(hasShape);
    if (shut && ownShape && !composed && !("additionalProperties" in schema)) target.additionalProperties = false;
    return schema.nullable === true ? { anyOf: [target, { type: "null" }] } : target;
  };

  return { schema: walk(source, closed), uses: [...uses] };
}
