import type { z } from "zod";

/** `stop-timeout` as TypeScript writes it: stopTimeout. */
type Camel<Key extends string> = Key extends `${infer Word}-${infer Rest}` ? `${Word}${Capitalize<Camel<Rest>>}` : Key;

/** The same with the keys of the plan in camelCase. Names that people gave (hosts, variables) stay as they are. */
export type CamelKeys<Value> = Value extends readonly unknown[]
  ? { [Index in keyof Value]: CamelKeys<Value[Index]> }
  : Value extends object
    ? {
        [Key in keyof Value as Key extends string ? (string extends Key ? Key : Camel<Key>) : Key]: CamelKeys<
          Value[Key]
        >;
      }
    : Value;

/** What a schema of the plan gives, as the code reads it. */
export type Parsed<Schema extends z.ZodType> = CamelKeys<z.output<Schema>>;

/** A zod schema as far as it is walked here. */
interface SchemaPart {
  readonly _zod: {
    readonly def: {
      readonly type: string;
      readonly innerType?: SchemaPart;
      readonly in?: SchemaPart;
      readonly options?: readonly SchemaPart[];
      readonly shape?: Readonly<Record<string, SchemaPart>>;
      readonly element?: SchemaPart;
      readonly items?: readonly SchemaPart[];
      readonly valueType?: SchemaPart;
    };
  };
}

/** Parses a part of a plan that is known to hold. Throws zod's error when it does not. */
export function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): Parsed<Schema> {
  return camelKeys(schema, schema.parse(value));
}

/** The plan's keys in camelCase, of a value that `schema` gave. */
export function camelKeys<Schema extends z.ZodType>(schema: Schema, value: z.output<Schema>): Parsed<Schema> {
  return renamed(value, shapesOf(schema as unknown as SchemaPart)) as Parsed<Schema>;
}

function renamed(value: unknown, shapes: readonly SchemaPart[]): unknown {
  // What the plan only passes on is somebody else's.
  if (shapes.some(({ _zod: { def } }) => def.type === "unknown")) return value;
  if (Array.isArray(value)) return value.map((one: unknown, index) => renamed(one, elementsOf(shapes, index)));
  if (value === null || typeof value !== "object") return value;
  const given = shapes.some(({ _zod: { def } }) => def.type === "record");
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [given ? key : camel(key), renamed(one, valuesOf(shapes, key))]),
  );
}

function camel(key: string): string {
  return key.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** The schemas that may describe a value, without what only wraps them. */
function shapesOf(schema: SchemaPart): SchemaPart[] {
  const { def } = schema._zod;
  if (def.options) return def.options.flatMap(shapesOf);
  const inner = def.innerType ?? def.in;
  return inner ? shapesOf(inner) : [schema];
}

function elementsOf(shapes: readonly SchemaPart[], index: number): SchemaPart[] {
  return shapes.flatMap(({ _zod: { def } }) => {
    const element = def.element ?? def.items?.[index];
    return element ? shapesOf(element) : [];
  });
}

function valuesOf(shapes: readonly SchemaPart[], key: string): SchemaPart[] {
  return shapes.flatMap(({ _zod: { def } }) => {
    const inside = def.type === "record" ? def.valueType : def.shape?.[key];
    return inside ? shapesOf(inside) : [];
  });
}
