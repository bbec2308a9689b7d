import { description, follow, type Operation, type Parameter } from "../contract/description.ts";

export interface Route {
  readonly template: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly literals: number;
  readonly operations: Readonly<Record<string, Operation>>;
}

export interface Match {
  readonly operation: Operation;
  readonly parameters: readonly Parameter[];
  readonly params: Readonly<Record<string, string>>;
}

let routes: readonly Route[] | undefined;

function parametersOf(operation: Operation): readonly Parameter[] {
  return (operation.parameters ?? []).map((parameter) => follow<Parameter>(parameter));
}

function route(template: string, operations: Route["operations"]): Route {
  const many = new Set(
    Object.values(operations)
      .flatMap(parametersOf)
      .filter((parameter) => parameter["x-multi-segment"] === true)
      .map((parameter) => parameter.name),
  );
  const names: string[] = [];
  const source = template.replace(/\{([^}]+)\}|[.+*?^$()[\]\\|]/g, (found, name?: string) => {
    if (name === undefined) return `\\${found}`;
    names.push(name);
    return many.has(name) ? "(.*)" : "([^/]+)";
  });
  const literals = template.replace(/\{[^}]+\}/g, "").length;
  return { template, pattern: new RegExp(`^${source}$`), names, literals, operations };
}

function allRoutes(): readonly Route[] {
  // Where two templates fit, the one that says more literally is meant.
  routes ??= Object.entries(description().paths)
    .map(([template, operations]) => route(template, operations))
    .sort((a, b) => b.literals - a.literals);
  return routes;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `path` as it came over the wire: a parameter may hold an encoded slash. */
export function findOperation(method: string, path: string): Match | null {
  for (const candidate of allRoutes()) {
    const operation = candidate.operations[method.toLowerCase()];
    const found = operation === undefined ? null : candidate.pattern.exec(path);
    if (operation === undefined || found === null) continue;
    const params = Object.fromEntries(candidate.names.map((name, index) => [name, decode(found[index + 1] ?? "")]));
    return { operation, parameters: parametersOf(operation), params };
  }
  return null;
}
