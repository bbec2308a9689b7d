import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import formats from "ajv-formats";
import { component, type OpenApiSchema } from "./description.ts";
import { componentKey, toJsonSchema } from "./json-schema.ts";

export interface SchemaProblem {
  readonly path: string;
  readonly text: string;
  readonly unknownKey: boolean;
}

const options = { strict: false, allErrors: true, logger: false } as const;
const ajv = new Ajv(options);
// What stands in a path or a query is text, whatever the description calls it.
const lenient = new Ajv({ ...options, coerceTypes: "array" });
for (const instance of [ajv, lenient]) formats.default(instance);

const compiled = new WeakMap<OpenApiSchema, Map<string, ValidateFunction>>();

/** Ajv compiles a component once, however many operations refer to it. */
function addComponents(instance: Ajv, names: readonly string[], closed: boolean): void {
  for (const name of names) {
    const key = componentKey(name, closed);
    if (key in instance.schemas) continue;
    const { schema, uses } = toJsonSchema(component(name, "schemas") as OpenApiSchema, closed);
    instance.addSchema(schema, key);
    addComponents(instance, uses, closed);
  }
}

function validator(source: OpenApiSchema, kind: "answer" | "request" | "text"): ValidateFunction {
  const known = compiled.get(source) ?? new Map<string, ValidateFunction>();
  compiled.set(source, known);
  const existing = known.get(kind);
  if (existing !== undefined) return existing;
  const instance = kind === "text" ? lenient : ajv;
  const closed = kind === "request";
  const { schema, uses } = toJsonSchema(source, closed);
  // A request names a component open or closed, and inside `allOf` both.
  addComponents(instance, uses, false);
  if (closed) addComponents(instance, uses, true);
  const made = instance.compile(schema);
  known.set(kind, made);
  return made;
}

function problem(error: ErrorObject): SchemaProblem {
  return {
    path: error.instancePath === "" ? "/" : error.instancePath,
    text: textOf(error),
    unknownKey: error.keyword === "additionalProperties",
  };
}

function textOf(error: ErrorObject): string {
  const params = error.params as Readonly<Record<string, unknown>>;
  if (error.keyword === "additionalProperties")
    return `"${String(params.additionalProperty)}" is not in the description`;
  if (error.keyword === "enum") return `must be one of ${JSON.stringify(params.allowedValues)}`;
  return error.message ?? error.keyword;
}

export function checkSchema(
  source: OpenApiSchema,
  value: unknown,
  kind: "answer" | "request" | "text",
): readonly SchemaProblem[] {
  const check = validator(source, kind);
  if (check(value)) return [];
  return (check.errors ?? []).map(problem);
}
