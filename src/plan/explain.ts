import type { z } from "zod";
import { inWords, t } from "../core/text/text.ts";
import { knownKeys } from "./json-schema.ts";
import type { Place } from "./load.ts";
import { nearest } from "./nearest.ts";

export interface Explained {
  readonly code?: string;
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
    case "unrecognized_keys": {
      const known = knownKeys(path, root);
      return issue.keys.map((key) => {
        const near = nearest(key, known);
        const inside = path.length > 0 ? t` in ${name}` : "";
        return {
          place: { path, key },
          what: t`unknown key "${short(key)}"${inside}`,
          mend: near ? t`did you mean "${near}"?` : t`known here: ${known.join(", ")}`,
        };
      });
    }
    case "invalid_type":
      if (value === undefined)
        return [
          {
            place: { path },
            what: t`${name} is missing`,
            mend: t`add ${String(path.at(-1))}: ${article(issue.expected)}`,
          },
        ];
      return [
        {
          place: { path },
          what: t`${name} is ${kindOf(value)}`,
          mend: t`it has to be ${article(issue.expected)}${issue.expected === "string" ? t`; put it in quotes` : ""}`,
        },
      ];
    case "invalid_union": {
      const options = (issue as { options?: readonly unknown[] }).options;
      if (options) {
        const given = value === undefined ? t`${name} is missing` : t`${name} is ${spelled(value)}`;
        const near = typeof value === "string" ? nearest(value, options.map(String)) : null;
        return [
          {
            place: { path },
            what: given,
            mend: near
              ? t`did you mean ${near}? Possible: ${options.join(", ")}`
              : t`use one of: ${options.join(", ")}`,
          },
        ];
      }
      // Where a branch of the union fits as a whole, what is wrong inside it is told.
      const inside = issue.errors.find((branch) => branch.every((one) => one.path.length > 0));
      if (inside !== undefined && value !== undefined)
        return inside.flatMap((one) => explainIssue({ ...one, path: [...path, ...one.path] }, root));
      const first = issue.errors[0]?.[0];
      return [
        {
          place: { path },
          what: value === undefined ? t`${name} is missing` : t`${name} is not of a form the plan knows`,
          mend: first === undefined ? t`see docs/plan.md` : inWords(first.message),
        },
      ];
    }
    case "invalid_value": {
      const values = issue.values.map((one) => String(one));
      const near = typeof value === "string" ? nearest(value, values) : null;
      return [
        {
          place: { path },
          what: value === undefined ? t`${name} is missing` : t`${name} is ${spelled(value)}`,
          mend: near
            ? t`did you mean ${near}? Possible: ${values.join(", ")}`
            : t`use ${values.length > 1 ? t`one of: ` : ""}${values.join(", ")}`,
        },
      ];
    }
    case "too_small":
    case "too_big": {
      const limit = issue.code === "too_small" ? t`at least ${issue.minimum}` : t`at most ${issue.maximum}`;
      return [
        {
          place: { path },
          what:
            issue.origin === "string" || issue.origin === "array"
              ? `${name} ${inWords(issue.message)}`
              : t`${name} is ${short(String(value))}`,
          mend: t`it has to be ${limit}${issue.origin === "string" ? t` characters` : issue.origin === "array" ? t` entries` : ""}`,
        },
      ];
    }
    case "invalid_key":
      return [
        {
          place: { path: path.slice(0, -1), key: String(path.at(-1)) },
          what: t`"${short(String(path.at(-1)))}" cannot be a name here`,
          mend:
            issue.issues[0] === undefined
              ? t`use lower-case letters, digits, . and -`
              : inWords(issue.issues[0].message),
        },
      ];
    default:
      return [{ place: { path }, what: `${name} ${inWords(issue.message)}`, mend: t`it is ${spelled(value)}` }];
  }
}

/** Nobody reads a whole page of what they wrote themselves; where it stands is told. */
function short(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

function spelled(value: unknown): string {
  return short(JSON.stringify(value) ?? String(value));
}

export function showPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === "number" ? `${text}[${key}]` : text === "" ? short(String(key)) : `${text}.${short(String(key))}`,
    "",
  );
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], root);
}

function kindOf(value: unknown): string {
  if (value === null) return t`empty`;
  if (Array.isArray(value)) return t`a list`;
  return typeof value === "object" ? t`a mapping` : article(typeof value);
}

function article(kind: string): string {
  const words: Record<string, string> = {
    object: t`a mapping`,
    array: t`a list`,
    record: t`a mapping`,
    string: t`a text`,
    number: t`a number`,
    int: t`a whole number`,
    boolean: t`true or false`,
  };
  return words[kind] ?? kind;
}
