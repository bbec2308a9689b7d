import { readdir, readFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { type AnyNode, type Expression, type ObjectExpression, parse, type Pattern, type TemplateLiteral } from "acorn";
import { fullAncestor } from "acorn-walk";

/** A code where a problem is made, and what is said there. */
export interface CodeAt {
  readonly code: string;
  /** What may be said, with {0}, {1} for what is put in; null where that is not written at this place. */
  readonly texts: readonly string[] | null;
  /** `folder/file.ts:12` below src. */
  readonly where: string;
}

export interface Codes {
  readonly found: readonly CodeAt[];
  /** Places whose code is no literal, so that nobody can look it up. */
  readonly unseen: readonly string[];
}

/** The codes of all problems that a folder of sources makes. */
export async function codesBelow(folder: URL): Promise<Codes> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".ts")).toSorted();
  const all = await Promise.all(
    names.map(async (name) => codesIn(name, await readFile(new URL(name, folder), "utf8"))),
  );
  return { found: all.flatMap(({ found }) => found), unseen: all.flatMap(({ unseen }) => unseen) };
}

/** The same of one source: every object that says `what` is wrong and has a `code`. */
export function codesIn(file: string, source: string): Codes {
  const found: CodeAt[] = [];
  const unseen: string[] = [];
  const tree = parse(stripTypeScriptTypes(source), { ecmaVersion: "latest", sourceType: "module", locations: true });
  fullAncestor(tree, (node, _, ancestors) => {
    if (node.type !== "ObjectExpression") return;
    const [code, what] = ["code", "what"].map((name) => valueNamed(node as ObjectExpression, name));
    if (code === undefined || what === undefined) return;
    const where = `${file}:${node.loc?.start.line}`;
    if (code.type === "Literal" && typeof code.value === "string")
      found.push({ code: code.value, texts: textsOf(what, ancestors as AnyNode[]), where });
    else unseen.push(where);
  });
  return { found, unseen };
}

function valueNamed({ properties }: ObjectExpression, name: string): Expression | undefined {
  for (const one of properties)
    if (one.type === "Property" && one.key.type === "Identifier" && one.key.name === name) return one.value;
  return undefined;
}

/** Every text that an expression may give; null when one of them is not to be seen. */
function textsOf(expression: Expression, around: readonly AnyNode[]): string[] | null {
  switch (expression.type) {
    case "TaggedTemplateExpression":
      return [textOf(expression.quasi)];
    case "TemplateLiteral":
      return [textOf(expression)];
    case "Literal":
      return [String(expression.value)];
    case "ConditionalExpression":
      return both(textsOf(expression.consequent, around), textsOf(expression.alternate, around));
    case "Identifier": {
      const value = constantNamed(expression.name, around);
      return value === null ? null : textsOf(value, around);
    }
    default:
      return null;
  }
}

function both(one: string[] | null, other: string[] | null): string[] | null {
  return one === null || other === null ? null : [...one, ...other];
}

function textOf({ quasis, expressions }: TemplateLiteral): string {
  return quasis.map(({ value }, i) => `${value.cooked ?? ""}${i < expressions.length ? `{${i}}` : ""}`).join("");
}

/** What `const name = …` has around a place, the innermost first. */
function constantNamed(name: string, around: readonly AnyNode[]): Expression | null {
  for (const node of around.toReversed()) {
    const statements = node.type === "BlockStatement" || node.type === "Program" ? node.body : [];
    for (const statement of statements) {
      if (statement.type !== "VariableDeclaration" || statement.kind !== "const") continue;
      const one = statement.declarations.find(({ id }) => isNamed(id, name));
      if (one?.init) return one.init;
    }
  }
  return null;
}

function isNamed(pattern: Pattern, name: string): boolean {
  return pattern.type === "Identifier" && pattern.name === name;
}

/**
 * One thing that is told in other words by the place, so that its code stands with several texts. Whoever adds a code
 * here says that it means the same wherever it stands.
 */
export const oneMeaning: readonly string[] = [
  "archive-unreadable",
  "backup-none",
  "backup-old",
  "connection-lost",
  "db-name-taken",
  "db-role-missing",
  "db-no-signal",
  "db-tools-missing",
  "files-in-release",
  "folder-not-safe",
  "folder-not-writable",
  "lock-held",
  "plan-lost",
  "plan-missing",
  "program-missing",
  "rollback-copy-gone",
  "scratch-no-room",
  "scratch-user-let-in",
  "ssh-host-old",
  "tag-moved",
  "way-back-gone",
];

/** Files in which codes still are no literals. None may be added. */
export const withoutLiterals: readonly string[] = ["files/give-back.ts", "files/keep.ts"];

/** Codes that stand at several places which say different things, or of which one is not to be seen. */
export function sharedCodes(found: readonly CodeAt[]): { readonly code: string; readonly at: readonly string[] }[] {
  return [...byCode(found)].flatMap(([code, places]) => {
    const said = new Set(places.map(({ texts }) => (texts === null ? null : JSON.stringify(texts.toSorted()))));
    const same = said.size === 1 && (places.length === 1 || !said.has(null));
    return same ? [] : [{ code, at: places.map(({ where }) => where) }];
  });
}

/** What is wrong with the codes of the sources, for whoever made it. */
export function wrongCodes({ found, unseen }: Codes): string[] {
  return [
    ...unseen
      .filter((where) => !withoutLiterals.includes(where.replace(/:\d+$/, "")))
      .map((where) => `src/${where}: write the code as a literal beside the text`),
    ...sharedCodes(found)
      .filter(({ code }) => !oneMeaning.includes(code))
      .map(({ code, at }) => `${code} stands with different texts: ${at.map((where) => `src/${where}`).join(", ")}`),
    ...found
      .filter(({ code }) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(code))
      .map(({ code, where }) => `src/${where}: ${code} is not two words or more with dashes`),
  ];
}

/** The places of each code, by its name. */
export function byCode(found: readonly CodeAt[]): ReadonlyMap<string, readonly CodeAt[]> {
  return Map.groupBy(
    found.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    ({ code }) => code,
  );
}
