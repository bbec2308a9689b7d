import { type Document, isScalar, parseDocument, visit } from "yaml";
import type { Position, Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { atMost, inOrder } from "../yaml/many-problems.ts";
import { readPlan } from "../yaml/read-plan.ts";
import { nearest } from "../nearest.ts";
import { type Value, type Values, whole, written } from "./write.ts";

/** A plan for several environments, and the plan of each; null in place of it: the text names no environments. */
export type Rendered =
  | { readonly ok: true; readonly plans: ReadonlyMap<string, string> | null }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const inside = /\$\{([a-z][a-z0-9-]*)\}/g;
const nameOf = /^[a-z][a-z0-9-]{0,39}$/;

/**
 * The plan of each environment: `environments` is gone, and each `${name}` that is a whole value is what the environment
 * says. All problems at once, each where it stands. Does no I/O.
 */
export function renderEnvironments(text: string, file: string): Rendered {
  const read = readPlan({ text, file });
  if (!read.ok) return read;
  if (!Object.hasOwn(read.value, "environments")) return { ok: true, plans: null };
  const document = parseDocument(text, { prettyErrors: false });
  const at = (...path: string[]) => read.at({ path });
  const given = (read.value as { environments: unknown }).environments;
  const values = valuesOf(given, at);
  if (Array.isArray(values)) return { ok: false, problems: told(values, file) };
  const named = values as ReadonlyMap<string, Values>;
  const uses = usesIn(document);
  const problems = [...gaps(named, at), ...unknownNames(uses, named, file, text), ...unused(uses, named, at)];
  if (problems.length > 0) return { ok: false, problems: told(problems, file) };
  const plans = [...named].map(([name, own]) => [name, written(text, own, file, name)] as const);
  return { ok: true, plans: new Map(plans) };
}

function told(problems: readonly Problem[], file: string): Problem[] {
  return atMost(inOrder(problems), file, (one) => one);
}

type At = (...path: string[]) => Position;

/** What each environment says, or why that cannot be told. */
function valuesOf(given: unknown, at: At): ReadonlyMap<string, Values> | Problem[] {
  if (!isFields(given) || Object.keys(given).length === 0)
    return [
      {
        code: "environments-form",
        what: t`environments is no mapping of names`,
        position: at("environments"),
        mend: t`write environments: { staging: { site: … }, production: { site: … } }`,
      },
    ];
  const problems: Problem[] = [];
  const found = new Map<string, Values>();
  for (const [name, values] of Object.entries(given)) {
    if (!nameOf.test(name) || !isFields(values)) {
      problems.push({
        code: "environment-form",
        what: t`"${name}" is not an environment with its values`,
        position: at("environments", name),
        mend: t`its name has lower-case letters, digits and -, and it is a mapping of values`,
      });
      continue;
    }
    const own = Object.entries(values);
    const wrong = own.filter(([key, value]) => !isValue(key, value));
    problems.push(...wrong.map(([key]) => noValue(key, at("environments", name, key))));
    found.set(name, new Map(own as [string, Value][]));
  }
  return problems.length > 0 ? problems : found;
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isValue(key: string, value: unknown): boolean {
  const scalar = ["string", "number", "boolean"].includes(typeof value);
  return nameOf.test(key) && scalar && !(typeof value === "string" && value.includes("${"));
}

function noValue(key: string, position: Position): Problem {
  return {
    code: "environment-value-form",
    what: t`"${key}" is not a text, a number, true or false by a name of lower-case letters, digits and -`,
    position,
    mend: t`lists and mappings stand in the plan; a value names no other value`,
  };
}

/** Each environment says what any of them says. */
function gaps(named: ReadonlyMap<string, Values>, at: At): Problem[] {
  const all = new Set([...named.values()].flatMap((values) => [...values.keys()]));
  return [...named].flatMap(([name, values]) =>
    [...all]
      .filter((key) => !values.has(key))
      .map((key) => ({
        code: "environment-value-missing",
        what: t`the environment "${name}" does not say ${key}`,
        position: at("environments", name),
        mend: t`add ${key}: with its value there`,
      })),
  );
}

interface Use {
  readonly name: string;
  readonly whole: boolean;
  readonly offset: number;
}

/** Where values are named in a plan, its environments left out. */
function usesIn(document: Document.Parsed): Use[] {
  const uses: Use[] = [];
  visit(document, {
    Pair(_, pair, path) {
      if (path.length === 2 && isScalar(pair.key) && pair.key.value === "environments") return visit.SKIP;
      return undefined;
    },
    Scalar(key, { value, range }) {
      if (typeof value !== "string" || key === "key") return;
      const [, name] = whole.exec(value) ?? [];
      const offset = range?.[0] ?? 0;
      if (name !== undefined) uses.push({ name, whole: true, offset });
      else for (const [, part = ""] of value.matchAll(inside)) uses.push({ name: part, whole: false, offset });
    },
  });
  return uses;
}

function unknownNames(uses: readonly Use[], named: ReadonlyMap<string, Values>, file: string, text: string): Problem[] {
  const known = [...new Set([...named.values()].flatMap((values) => [...values.keys()]))];
  return uses.flatMap(({ name, whole: alone, offset }): Problem[] => {
    const position = { file, ...placeOf(text, offset) };
    if (alone && !known.includes(name)) {
      const near = nearest(name, known);
      return [
        {
          code: "environment-value-unknown",
          what: t`no environment says ${name}`,
          position,
          mend: near === null ? t`add ${name} to each of environments` : t`did you mean "${near}"?`,
        },
      ];
    }
    // What is no value of the plan's is somebody else's: a shell's, a program's.
    if (alone || !known.includes(name)) return [];
    return [
      {
        code: "environment-value-in-part",
        what: t`${name} is put into a part of a value`,
        position,
        mend: t`a value stands for a whole one; give each environment the whole text`,
      },
    ];
  });
}

function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

function unused(uses: readonly Use[], named: ReadonlyMap<string, Values>, at: At): Problem[] {
  const used = new Set(uses.filter((use) => use.whole).map(({ name }) => name));
  const [first] = named;
  if (first === undefined) return [];
  const [environment, values] = first;
  return [...values.keys()]
    .filter((key) => !used.has(key))
    .map((key) => ({
      code: "environment-value-unused",
      what: t`the plan does not use ${key}`,
      position: at("environments", environment, key),
      mend: t`take it out of each environment, or name it where it belongs`,
    }));
}
