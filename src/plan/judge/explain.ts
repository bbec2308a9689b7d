import type { z } from "zod";
import { inWords, t } from "../../core/text/text.ts";
import { knownKeys } from "../json-schema.ts";
import { nearest } from "../nearest.ts";
import type { Explained } from "./plan-problem.ts";
import { article, kindOf, short, showPath, spelled, valueAt } from "./plan-words.ts";

type Issue = z.core.$ZodIssue;
type IssueOf<Code extends Issue["code"]> = Extract<Issue, { readonly code: Code }>;

/** Where an issue is, and what stands there. */
interface Found {
  readonly path: readonly PropertyKey[];
  /** The path as people read it. */
  readonly name: string;
  readonly value: unknown;
  readonly root: unknown;
}

/** A schema issue in words: what is wrong and the mend. */
export function explainIssue(issue: Issue, root: unknown): Explained[] {
  const { path } = issue;
  const found: Found = { path, name: showPath(path), value: valueAt(root, path), root };
  switch (issue.code) {
    case "unrecognized_keys":
      return unknownKeys(issue, found);
    case "invalid_type":
      return [found.value === undefined ? missing(issue.expected, found) : wrongType(issue.expected, found)];
    case "invalid_union":
      return wrongForm(issue, found);
    case "invalid_value":
      return [wrongValue(issue.values.map(String), found)];
    case "too_small":
      return [wrongSize(issue, t`at least ${issue.minimum}`, found)];
    case "too_big":
      return [wrongSize(issue, t`at most ${issue.maximum}`, found)];
    case "invalid_key":
      return [wrongName(issue, found)];
    default:
      return [broken(issue, found)];
  }
}

function unknownKeys({ keys }: IssueOf<"unrecognized_keys">, { path, name, root }: Found): Explained[] {
  const known = knownKeys(path, root);
  const inside = path.length > 0 ? t` in ${name}` : "";
  return keys.map((key) => {
    const near = nearest(key, known);
    return {
      code: "plan-unknown-key",
      place: { path, key },
      what: t`unknown key "${short(key)}"${inside}`,
      mend: near ? t`did you mean "${near}"?` : t`known here: ${known.join(", ")}`,
    };
  });
}

function missing(expected: string, { path, name }: Found): Explained {
  return {
    code: "plan-missing-key",
    place: { path },
    what: t`${name} is missing`,
    mend: t`add ${String(path.at(-1))}: ${article(expected)}`,
  };
}

function wrongType(expected: string, { path, name, value }: Found): Explained {
  return {
    code: "plan-wrong-type",
    place: { path },
    what: t`${name} is ${kindOf(value)}`,
    mend: t`it has to be ${article(expected)}${expected === "string" ? t`; put it in quotes` : ""}`,
  };
}

function wrongForm(issue: IssueOf<"invalid_union">, found: Found): Explained[] {
  const { options } = issue as { options?: readonly unknown[] };
  if (options) return [wrongOption(options.map(String), found)];
  const { path, value, root } = found;
  // Where a branch of the union fits as a whole, what is wrong inside it is told.
  const inside = issue.errors.find((branch) => branch.every((one) => one.path.length > 0));
  if (inside !== undefined && value !== undefined)
    return inside.flatMap((one) => explainIssue({ ...one, path: [...path, ...one.path] }, root));
  const first = issue.errors[0]?.[0];
  const mend = first === undefined ? t`see docs/plan.md` : inWords(first.message);
  return [value === undefined ? { ...absent(found), mend } : { ...formless(found), mend }];
}

/** A value of `kind`, `connect` and the like that names none of the forms. */
function wrongOption(options: readonly string[], found: Found): Explained {
  const near = nearestTo(found.value, options);
  const mend = near ? t`did you mean ${near}? Possible: ${options.join(", ")}` : t`use one of: ${options.join(", ")}`;
  return { ...given(found), mend };
}

function wrongValue(values: readonly string[], found: Found): Explained {
  const near = nearestTo(found.value, values);
  const mend = near
    ? t`did you mean ${near}? Possible: ${values.join(", ")}`
    : t`use ${values.length > 1 ? t`one of: ` : ""}${values.join(", ")}`;
  return { ...given(found), mend };
}

function nearestTo(value: unknown, known: readonly string[]): string | null {
  return typeof value === "string" ? nearest(value, known) : null;
}

function given(found: Found): Explained {
  if (found.value === undefined) return absent(found);
  return {
    code: "plan-wrong-value",
    place: { path: found.path },
    what: t`${found.name} is ${spelled(found.value)}`,
  };
}

function absent({ path, name }: Found): Explained {
  return { code: "plan-missing-key", place: { path }, what: t`${name} is missing` };
}

function formless({ path, name }: Found): Explained {
  return { code: "plan-wrong-form", place: { path }, what: t`${name} is not of a form the plan knows` };
}

function wrongSize(
  { origin, message }: IssueOf<"too_small"> | IssueOf<"too_big">,
  limit: string,
  { path, name, value }: Found,
): Explained {
  const mend = t`it has to be ${limit}${unitOf(origin)}`;
  const place = { path };
  return origin === "string" || origin === "array"
    ? { code: "plan-wrong-length", place, what: `${name} ${inWords(message)}`, mend }
    : { code: "plan-number-out-of-range", place, what: t`${name} is ${short(String(value))}`, mend };
}

function unitOf(origin: string): string {
  if (origin === "string") return t` characters`;
  return origin === "array" ? t` entries` : "";
}

function wrongName({ issues }: IssueOf<"invalid_key">, { path }: Found): Explained {
  const key = String(path.at(-1));
  const [first] = issues;
  return {
    code: "plan-wrong-name",
    place: { path: path.slice(0, -1), key },
    what: t`"${short(key)}" cannot be a name here`,
    mend: first === undefined ? t`use lower-case letters, digits, . and -` : inWords(first.message),
  };
}

/** A rule of the schema's own, told in its words. */
function broken({ message }: Issue, { path, name, value }: Found): Explained {
  return {
    code: "plan-value-refused",
    place: { path },
    what: `${name} ${inWords(message)}`,
    mend: t`it is ${spelled(value)}`,
  };
}
