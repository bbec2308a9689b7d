import type { Selection } from "./parse.ts";

/** A value of an object type: its fields are called only when the query names them. */
export interface GraphObject {
  readonly type: string;
  readonly implements?: readonly string[];
  readonly fields: Readonly<Record<string, (args: Readonly<Record<string, unknown>>) => unknown>>;
}

export interface GraphError {
  readonly type?: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly extensions?: Readonly<Record<string, string>>;
}

export class GraphFailure extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(message);
    this.name = "GraphFailure";
    this.type = type;
  }
}

const knownTypes = new Set([
  "Actor",
  "Bot",
  "Comment",
  "Issue",
  "IssueComment",
  "Node",
  "Query",
  "Repository",
  "Updatable",
  "User",
]);

type Path = readonly (string | number)[];

function isObject(value: unknown): value is GraphObject {
  return typeof value === "object" && value !== null && "type" in value && "fields" in value;
}

/** Answers a selection; what cannot be answered becomes null with an error beside it. */
export async function execute(
  root: GraphObject,
  selection: readonly Selection[],
  errors: GraphError[],
  refused: ReadonlySet<string>,
  path: Path = [],
): Promise<Record<string, unknown>> {
  const result: Record<string, unknown> = {};
  for (const part of selection) {
    if (!("name" in part)) {
      if (part.on !== null && !knownTypes.has(part.on))
        errors.push({
          path: ["query", ...path],
          message: `No such type ${part.on}, so it can't be a fragment condition`,
          extensions: { code: "undefinedType", typeName: part.on },
        });
      if (part.on === null || part.on === root.type || root.implements?.includes(part.on) === true)
        Object.assign(result, await execute(root, part.selection, errors, refused, path));
      continue;
    }
    const here = [...path, part.alias];
    if (part.name === "__typename") {
      result[part.alias] = root.type;
      continue;
    }
    const field = root.fields[part.name];
    if (field === undefined) {
      errors.push({
        path: ["query", ...here],
        message: `Field '${part.name}' doesn't exist on type '${root.type}'`,
        extensions: { code: "undefinedField", typeName: root.type, fieldName: part.name },
      });
      continue;
    }
    try {
      if (refused.has(part.name)) throw new GraphFailure("FORBIDDEN", "Resource not accessible by integration");
      result[part.alias] = await complete(await field(part.args), part.selection, errors, refused, here);
    } catch (error) {
      if (!(error instanceof GraphFailure)) throw error;
      errors.push({ type: error.type, path: here, message: error.message });
      result[part.alias] = null;
    }
  }
  return result;
}

/** One of a list that cannot be answered is null there, and the others are answered. */
async function completeItem(
  value: unknown,
  selection: readonly Selection[],
  errors: GraphError[],
  refused: ReadonlySet<string>,
  path: Path,
): Promise<unknown> {
  if (!(value instanceof GraphFailure)) return complete(value, selection, errors, refused, path);
  errors.push({ type: value.type, path, message: value.message });
  return null;
}

async function complete(
  value: unknown,
  selection: readonly Selection[],
  errors: GraphError[],
  refused: ReadonlySet<string>,
  path: Path,
): Promise<unknown> {
  if (Array.isArray(value))
    return Promise.all(value.map((item, index) => completeItem(item, selection, errors, refused, [...path, index])));
  if (!isObject(value)) return value ?? null;
  if (selection.length === 0)
    throw new GraphFailure(
      "selectionMismatch",
      `Field must have selections (field returns ${value.type} but has no selections)`,
    );
  return execute(value, selection, errors, refused, path);
}
