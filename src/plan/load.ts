import {
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from "yaml";
import type { Problem } from "../core/errors.ts";
import { UserError } from "../core/errors.ts";
import { speak, t } from "../core/text.ts";
import { repeatedKeys } from "./unique-keys.ts";
import { languageOf } from "../locale/locale.ts";
import { explainIssue } from "./explain.ts";
import { crossProblems } from "./references.ts";
import { roleProblems, withoutRoles } from "./roles.ts";
import { planSchema, type Plan } from "./schema.ts";

/** A place in the plan: the way to a value, or to the key itself. */
export interface Place {
  readonly path: readonly PropertyKey[];
  readonly key?: string;
}

export type LoadResult =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A plan of a hundred hosts has 30 KiB. What is larger is another file, and would be read for long. */
const mostBytes = 256 * 1024;
/** Of more problems than this the first are told, and how many there are. */
const mostProblems = 100;

function tooBig(bytes: number, file: string): Problem {
  return {
    code: "plan-too-big",
    what: t`this file has ${Math.ceil(bytes / 1024)} KiB, and a plan at most ${mostBytes / 1024}`,
    position: { file, line: 1, column: 1 },
    mend: t`is this the plan? Name the file with --plan, or in the input plan`,
  };
}

/**
 * Parses a plan's text. All problems at once, each with file:line:column and the mend. Does no I/O. From here on people
 * are told things in the language that the plan names, what is wrong with it included.
 */
export function parsePlan(text: string, file: string): LoadResult {
  const bytes = Buffer.byteLength(text);
  if (bytes > mostBytes) return { ok: false, problems: [tooBig(bytes, file)] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  if (document.errors.length > 0) {
    return {
      ok: false,
      problems: atMost(document.errors, file, (error) => ({
        what: t`this is not YAML: ${error.message.replace(/\.?$/, "")}`,
        position: at(error.pos[0]),
        mend: t`compare the indentation, quotes and colons of this line and the one above`,
      })),
    };
  }
  const repeated = repeatedKeys(document);
  if (repeated.length > 0) {
    return {
      ok: false,
      problems: atMost(repeated, file, (offset) => ({
        what: t`this key is there twice`,
        position: at(offset),
        mend: t`keep one of the two`,
      })),
    };
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    return {
      ok: false,
      problems: [
        {
          what: t`this is not usable YAML: ${(error as Error).message}`,
          position: { file, line: 1, column: 1 },
          mend: t`write the values out instead of anchors and aliases`,
        },
      ],
    };
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    return {
      ok: false,
      problems: [
        {
          what: value === null ? t`the plan is empty` : t`the plan is not a mapping of keys`,
          position: { file, line: 1, column: 1 },
          mend: t`start from examples/golive.yml`,
        },
      ],
    };
  }
  const { locale } = value as { locale?: unknown };
  speak(languageOf(locale));
  const located = (place: Place) => at(offsetOf(document, place));
  const parsed = planSchema.safeParse(value);
  if (!parsed.success) {
    const problems = parsed.error.issues
      .flatMap((issue) => explainIssue(issue, value))
      .map(({ place, what, mend }) => ({ what, position: located(place), ...(mend === undefined ? {} : { mend }) }));
    return { ok: false, problems: atMost(inOrder(problems), file, (problem) => problem) };
  }
  const plan = withoutRoles(parsed.data);
  const crossed = [...roleProblems(parsed.data), ...crossProblems(plan)].map(({ place, what, mend }) => ({
    what,
    position: located(place),
    mend,
  }));
  return crossed.length > 0
    ? { ok: false, problems: atMost(inOrder(crossed), file, (problem) => problem) }
    : { ok: true, plan };
}

/** The first so many in words, and how many more there are. */
function atMost<T>(all: readonly T[], file: string, told: (one: T) => Problem): Problem[] {
  const first = all.slice(0, mostProblems).map(told);
  if (all.length <= mostProblems) return first;
  return [
    ...first,
    {
      code: "plan-more-problems",
      what: t`and ${all.length - mostProblems} more`,
      position: first.at(-1)?.position ?? { file, line: 1, column: 1 },
      mend: t`mend these first`,
    },
  ];
}

/** The plan, or a UserError with every problem. */
export function loadPlan(text: string, file: string): Plan {
  const result = parsePlan(text, file);
  if (!result.ok) throw new UserError(result.problems);
  return result.plan;
}

/** Where a place begins in the text; the nearest enclosing key when the value itself is missing. */
function offsetOf(document: Document.Parsed, place: Place): number {
  let node: unknown = document.contents;
  let offset = (document.contents as Node | null)?.range?.[0] ?? 0;
  for (const key of [...place.path, ...(place.key === undefined ? [] : [place.key])]) {
    if (!isCollection(node)) break;
    const pair = isMap(node) ? pairsOf(node).get(String(key)) : undefined;
    const next: unknown = isMap(node) ? pair?.value : node.items[Number(key)];
    if (next === undefined && pair === undefined) break;
    if (pair && isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
    node = next;
    if (isScalar(node) && place.key === undefined) offset = node.range?.[0] ?? offset;
    else if (isNode(node) && !pair) offset = node.range?.[0] ?? offset;
  }
  return offset;
}

const pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

/** A map's pairs by key, made once: a plan may have many problems in one map. */
function pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
  const known = pairs.get(map);
  if (known !== undefined) return known;
  const made = new Map<string, Pair>();
  for (const item of map.items) {
    if (!isPair(item) || !isScalar(item.key)) continue;
    const key = String(item.key.value);
    if (!made.has(key)) made.set(key, item);
  }
  pairs.set(map, made);
  return made;
}

function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      (a.position?.line ?? 0) - (b.position?.line ?? 0) || (a.position?.column ?? 0) - (b.position?.column ?? 0),
  );
}
