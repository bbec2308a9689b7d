import type { z } from "zod";
import { knownKeys } from "./json-schema.ts";
import type { Place } from "./load.ts";
import { nearest } from "./nearest.ts";

export interface Explained {
  readonly place: Place;
  readonly what: string;
  readonly mend?: string;
}

type Issue = z.core.$ZodIssue;

/** A schema issue in words: what is wrong and the mend. */
export function explainIssue(issue: Issue, root: unknown): Explained[] {
  const path = issue.path;
  const name = showPath(path);
  const value = valueAt(root, path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => {
        const known = knownKeys(path, root);
        const near = nearest(key, known);
        const inside = path.length > 0 ? ` in ${name}` : "";
        return { place: { path, key }, what: `unknown key "${key}"${inside}`, mend: near ? `did you mean "${near}"?` : `known here: ${known.join(", ")}` };
      });
    case "invalid_type":
      if (value === undefined) return [{ place: { path }, what: `${name} is missing`, mend: `add ${String(path.at(-1))}: ${article(issue.expected)}` }];
      return [{ place: { path }, what: `${name} is ${kindOf(value)}`, mend: `it has to be ${article(issue.expected)}${issue.expected === "string" ? "; put it in quotes" : ""}` }];
    case "invalid_union": {
      const options = (issue as { options?: readonly unknown[] }).options;
      if (options) {
        const given = value === undefined ? `${name} is missing` : `${name} is ${JSON.stringify(value)}`;
        const near = typeof value === "string" ? nearest(value, options.map(String)) : null;
        return [{ place: { path }, what: given, mend: near ? `did you mean ${near}? Possible: ${options.join(", ")}` : `use one of: ${options.join(", ")}` }];
      }
      const first = issue.errors[0]?.[0];
      return [{ place: { path }, what: value === undefined ? `${name} is missing` : `${name} is not of a form the plan knows`, mend: first?.message ?? "see docs/plan.md" }];
    }
    case "invalid_value": {
      const values = issue.values.map((one) => String(one));
      const near = typeof value === "string" ? nearest(value, values) : null;
      return [
        {
          place: { path },
          what: value === undefined ? `${name} is missing` : `${name} is ${JSON.stringify(value)}`,
          mend: near ? `did you mean ${near}? Possible: ${values.join(", ")}` : `use ${values.length > 1 ? "one of: " : ""}${values.join(", ")}`,
        },
      ];
    }
    case "too_small":
    case "too_big": {
      const limit = issue.code === "too_small" ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
      return [{ place: { path }, what: issue.origin === "string" || issue.origin === "array" ? `${name} ${issue.message}` : `${name} is ${String(value)}`, mend: `it has to be ${limit}${issue.origin === "string" ? " characters" : issue.origin === "array" ? " entries" : ""}` }];
    }
    case "invalid_key":
      return [{ place: { path: path.slice(0, -1), key: String(path.at(-1)) }, what: `"${String(path.at(-1))}" cannot be a name here`, mend: issue.issues[0]?.message ?? "use lower-case letters, digits, . and -" }];
    default:
      return [{ place: { path }, what: `${name} ${issue.message}`, mend: `it is ${JSON.stringify(value)}` }];
  }
}

export function showPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`), "");
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], root);
}

function kindOf(value: unknown): string {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "a mapping" : article(typeof value);
}

function article(kind: string): string {
  const words: Record<string, string> = { object: "a mapping", array: "a list", record: "a mapping", string: "a text", number: "a number", int: "a whole number", boolean: "true or false" };
  return words[kind] ?? kind;
}
