import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import {
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  stringify,
  type Document,
  type Node,
  type Pair,
  type YAMLError,
  type YAMLMap,
} from "yaml";
import type { Position, Problem } from "../core/errors.ts";
import { UserError } from "../core/errors.ts";
import { speak, t } from "../core/text/text.ts";
import { repeatedKeys } from "./unique-keys.ts";
import { languageOf } from "../locale/locale.ts";
import { compose, policyChanges, policyOf } from "./compose.ts";
import { explainIssue } from "./explain.ts";
import { classAt } from "./key-classes.ts";
import { crossProblems } from "./rules/references.ts";
import { roleProblems, withoutRoles } from "./roles.ts";
import { camelKeys } from "./schema/camel-keys.ts";
import { planSchema, type Plan } from "./schema/schema.ts";

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

function tooBig(bytes: number, position: Position): Problem {
  return {
    code: "plan-too-big",
    what: t`this file has ${Math.ceil(bytes / 1024)} KiB, and a plan at most ${mostBytes / 1024}`,
    position,
    mend: t`is this the plan? Name the file with --plan, or in the input plan`,
  };
}

/** A plan's text as data, and where each place of it stands; or why it is none. */
type ReadResult =
  | { readonly ok: true; readonly value: object; readonly at: (place: Place) => Position }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A plan's text and the file it stands in; `ref`: the branch or tag, where there are two of them. */
export interface PlanText {
  readonly text: string;
  readonly file: string;
  readonly ref?: string;
}

/**
 * Parses a plan's text. All problems at once, each with file:line:column and the mend. Does no I/O. From here on people
 * are told things in the language that the plan names, what is wrong with it included.
 */
export function parsePlan(text: string, file: string): LoadResult {
  const read = readPlan({ text, file });
  return read.ok ? judge(read.value, file, read.at) : read;
}

/** The plan that holds, of the default branch's policy and the release's own keys. */
export type ComposeResult =
  | {
      readonly ok: true;
      readonly plan: Plan;
      /** The release's own text where it says the same as the policy; else what was made of the two. */
      readonly text: string;
      /** Policy keys in which the release's plan says something else than holds. */
      readonly overruled: readonly string[];
      /** sha256 of the policy. */
      readonly policy: string;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const composedHead = "# The release's own steps and checks, with the policy of the default branch.\n";

/** Each problem stands where its key is taken from. */
export function composePlan(policy: PlanText, release: PlanText): ComposeResult {
  const [ours, theirs] = [readPlan(policy), readPlan(release)];
  if (!ours.ok || !theirs.ok)
    return { ok: false, problems: [...(ours.ok ? [] : ours.problems), ...(theirs.ok ? [] : theirs.problems)] };
  const { value, overruled } = compose(ours.value, theirs.value);
  const judged = judge(value as object, release.file, (place) =>
    (classAt(place.path.length > 0 ? place.path : [place.key ?? ""]) === "policy" ? ours : theirs).at(place),
  );
  if (!judged.ok) return judged;
  // In one order, however the policy is written: what is only put otherwise there asks for no new approval.
  const written = () => `${composedHead}${stringify(value, { sortMapEntries: true })}`;
  const text = isDeepStrictEqual(value, theirs.value) ? release.text : written();
  return { ok: true, plan: judged.plan, text, overruled, policy: policyHash(ours.value) };
}

/** sha256 of what of a plan is policy; null when the text is no plan at all. */
export function policyHashOf(plan: PlanText): string | null {
  const read = readPlan(plan);
  return read.ok ? policyHash(read.value) : null;
}

function policyHash(value: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(policyOf(value)))
    .digest("hex");
}

/** Policy keys in which two plans differ. */
export function policyKeysChanged(before: PlanText, after: PlanText): readonly string[] {
  const [one, other] = [readPlan(before), readPlan(after)];
  return one.ok && other.ok ? policyChanges(one.value, other.value) : [after.file];
}

function readPlan({ text, file, ref }: PlanText): ReadResult {
  const position = (line: number, column: number): Position => ({
    file,
    line,
    column,
    ...(ref === undefined ? {} : { ref }),
  });
  const wrong = (what: string, mend: string): ReadResult => ({
    ok: false,
    problems: [{ what, position: position(1, 1), mend }],
  });
  const bytes = Buffer.byteLength(text);
  if (bytes > mostBytes) return { ok: false, problems: [tooBig(bytes, position(1, 1))] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return position(line, col);
  };
  if (document.errors.length > 0)
    return { ok: false, problems: atMost(document.errors, file, (error) => notYaml(error, at(error.pos[0]))) };
  const repeated = repeatedKeys(document);
  if (repeated.length > 0) return { ok: false, problems: atMost(repeated, file, (offset) => thereTwice(at(offset))) };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    return wrong(
      t`this is not usable YAML: ${(error as Error).message}`,
      t`write the values out instead of anchors and aliases`,
    );
  }
  if (value === null || typeof value !== "object" || Array.isArray(value))
    return wrong(
      value === null ? t`the plan is empty` : t`the plan is not a mapping of keys`,
      t`start from examples/golive.yml`,
    );
  return { ok: true, value, at: (place) => at(offsetOf(document, place)) };
}

function notYaml(error: YAMLError, position: Position): Problem {
  return {
    what: t`this is not YAML: ${error.message.replace(/\.?$/, "")}`,
    position,
    mend: t`compare the indentation, quotes and colons of this line and the one above`,
  };
}

function thereTwice(position: Position): Problem {
  return { what: t`this key is there twice`, position, mend: t`keep one of the two` };
}

/** Whether a plan's data holds, by its schema and across its keys. */
function judge(value: object, file: string, located: (place: Place) => Position): LoadResult {
  speak(languageOf((value as { locale?: unknown }).locale));
  const parsed = planSchema.safeParse(value);
  if (!parsed.success) {
    const problems = parsed.error.issues
      .flatMap((issue) => explainIssue(issue, value))
      .map(({ place, what, mend }) => ({ what, position: located(place), ...(mend === undefined ? {} : { mend }) }));
    return { ok: false, problems: atMost(inOrder(problems), file, (problem) => problem) };
  }
  const written = camelKeys(planSchema, parsed.data);
  const plan = withoutRoles(written);
  const crossed = [...roleProblems(written), ...crossProblems(plan)].map(({ code, place, what, mend }) => ({
    ...(code === undefined ? {} : { code }),
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
