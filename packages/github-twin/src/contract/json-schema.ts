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

/** Whether the schema alone says which keys there are. */
function isClosable(schema: OpenApiSchema): boolean {
  const composed = "allOf" in schema || parts(schema).some(hasShape);
  return "properties" in schema && !composed && !("additionalProperties" in schema);
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

  const reference = (value: unknown, shut: boolean): string => {
    const name = String(value).slice(componentPrefix.length);
    uses.add(name);
    return componentKey(name, shut);
  };

  const properties = (value: unknown, shut: boolean): unknown =>
    Object.fromEntries(
      Object.entries(value as Record<string, OpenApiSchema>).map(([name, property]) => [name, walk(property, shut)]),
    );

  /** What lies below a keyword; `shut` of the schema that the keyword stands in. */
  const below = (schema: OpenApiSchema, key: string, shut: boolean): unknown => {
    const value = schema[key];
    switch (key) {
      case "$ref":
        return reference(value, shut);
      case "properties":
        return properties(value, shut);
      case "allOf":
        return list(value, false);
      case "anyOf":
      case "oneOf":
        return list(value, shut && !("properties" in schema));
      case "items":
      case "not":
      case "additionalProperties":
        return typeof value === "object" ? walk(value as OpenApiSchema, shut) : value;
      default:
        return value;
    }
  };

  const walk = (schema: OpenApiSchema, shut: boolean): OpenApiSchema => {
    const target: Record<string, unknown> = {};
    for (const key of Object.keys(schema)) {
      const meant = !documentationOnly.has(key) && !key.startsWith("x-") && key !== "nullable";
      if (meant) target[key] = below(schema, key, shut);
    }
    if (shut && isClosable(schema)) target.additionalProperties = false;
    return schema.nullable === true ? { anyOf: [target, { type: "null" }] } : target;
  };

  return { schema: walk(source, closed), uses: [...uses] };
}
