export interface Field {
  readonly name: string;
  readonly alias: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly selection: readonly Selection[];
}

/** `on` is set for an inline fragment. */
export type Selection = Field | { readonly on: string | null; readonly selection: readonly Selection[] };

export interface Document {
  readonly kind: "query" | "mutation";
  readonly selection: readonly Selection[];
}

const token = /"(?:[^"\\\n]|\\.)*"|\.\.\.|-?\d+(?:\.\d+)?|[A-Za-z_]\w*|[{}()[\]:$!=@]/g;

/** Reads one operation without named fragments or directives; throws a sentence for the rest. */
export function parse(query: string, variables: Readonly<Record<string, unknown>>): Document {
  const tokens = query.replace(/#.*$/gm, "").match(token) ?? [];
  let at = 0;
  const peek = (): string => tokens[at] ?? "";
  const take = (expected?: string): string => {
    const found = peek();
    if (found === "" || (expected !== undefined && found !== expected))
      throw new Error(
        `Parse error on ${found === "" ? "end of query" : `"${found}"`}${expected === undefined ? "" : `, expected "${expected}"`}`,
      );
    at += 1;
    return found;
  };
  const accept = (wanted: string): boolean => {
    if (peek() !== wanted) return false;
    at += 1;
    return true;
  };

  const value = (): unknown => {
    const found = take();
    if (found === "$") {
      const name = take();
      if (!(name in variables)) throw new Error(`Variable $${name} was not provided`);
      return variables[name];
    }
    if (found === "[") {
      const items: unknown[] = [];
      while (!accept("]")) items.push(value());
      return items;
    }
    if (found === "{") {
      const entries: [string, unknown][] = [];
      while (!accept("}")) {
        const key = take();
        take(":");
        entries.push([key, value()]);
      }
      return Object.fromEntries(entries);
    }
    if (found.startsWith('"') || /^-?\d/.test(found)) return JSON.parse(found) as unknown;
    return found === "true" ? true : found === "false" ? false : found === "null" ? null : found;
  };

  const args = (): Record<string, unknown> => {
    const entries: [string, unknown][] = [];
    if (accept("("))
      while (!accept(")")) {
        const name = take();
        take(":");
        entries.push([name, value()]);
      }
    return Object.fromEntries(entries);
  };

  const selectionSet = (): readonly Selection[] => {
    const selections: Selection[] = [];
    take("{");
    while (!accept("}")) selections.push(accept("...") ? fragment() : field());
    return selections;
  };

  const fragment = (): Selection => {
    if (peek() === "{") return { on: null, selection: selectionSet() };
    take("on");
    return { on: take(), selection: selectionSet() };
  };

  const field = (): Field => {
    const first = take();
    const name = accept(":") ? take() : first;
    return { name, alias: first, args: args(), selection: peek() === "{" || peek() === "(" ? selectionSet() : [] };
  };

  const kind = accept("mutation") ? "mutation" : (accept("query"), "query");
  if (peek() !== "{" && peek() !== "(") take();
  // The declared types of variables are not looked at: the values come as JSON.
  if (accept("(")) while (!accept(")")) take();
  const selection = selectionSet();
  if (at < tokens.length) throw new Error(`Parse error on "${peek()}"`);
  return { kind, selection };
}
