import { type Document, LineCounter, parseDocument, type YAMLError } from "yaml";
import type { Position, Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Place } from "../judge/plan-problem.ts";
import { atMost } from "./many-problems.ts";
import { offsetOf } from "./positions.ts";
import { repeatedKeys } from "./unique-keys.ts";

/** A plan's text and the file it stands in; `ref`: the branch or tag, where there are two of them. */
export interface PlanText {
  readonly text: string;
  readonly file: string;
  readonly ref?: string;
}

/** A plan's text as data, and where each place of it stands; or why it is none. */
export type ReadResult =
  | { readonly ok: true; readonly value: object; readonly at: (place: Place) => Position }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A plan of a hundred hosts has 30 KiB. What is larger is another file, and would be read for long. */
const mostBytes = 256 * 1024;

/** Reads a plan's YAML. What it says need not hold. Does no I/O. */
export function readPlan({ text, file, ref }: PlanText): ReadResult {
  const position = (line: number, column: number): Position => ({
    file,
    line,
    column,
    ...(ref === undefined ? {} : { ref }),
  });
  const start = position(1, 1);
  const bytes = Buffer.byteLength(text);
  if (bytes > mostBytes) return refused([tooBig(bytes, start)]);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return position(line, col);
  };
  if (document.errors.length > 0)
    return refused(atMost(document.errors, file, (error) => notYaml(error, at(error.pos[0]))));
  const repeated = repeatedKeys(document);
  if (repeated.length > 0) return refused(atMost(repeated, file, (offset) => thereTwice(at(offset))));
  return dataOf(document, start, (place) => at(offsetOf(document, place)));
}

function dataOf(document: Document.Parsed, start: Position, at: (place: Place) => Position): ReadResult {
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    return refused([unusable(error as Error, start)]);
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) return refused([noMapping(value, start)]);
  return { ok: true, value, at };
}

function refused(problems: readonly Problem[]): ReadResult {
  return { ok: false, problems };
}

function tooBig(bytes: number, position: Position): Problem {
  return {
    code: "plan-too-big",
    what: t`this file has ${Math.ceil(bytes / 1024)} KiB, and a plan at most ${mostBytes / 1024}`,
    position,
    mend: t`is this the plan? Name the file with --plan, or in the input plan`,
  };
}

function notYaml(error: YAMLError, position: Position): Problem {
  return {
    code: "plan-not-yaml",
    what: t`this is not YAML: ${error.message.replace(/\.?$/, "")}`,
    position,
    mend: t`compare the indentation, quotes and colons of this line and the one above`,
  };
}

function thereTwice(position: Position): Problem {
  return { code: "plan-key-twice", what: t`this key is there twice`, position, mend: t`keep one of the two` };
}

function unusable({ message }: Error, position: Position): Problem {
  return {
    code: "plan-unusable-yaml",
    what: t`this is not usable YAML: ${message}`,
    position,
    mend: t`write the values out instead of anchors and aliases`,
  };
}

function noMapping(value: unknown, position: Position): Problem {
  const mend = t`start from examples/golive.yml`;
  return value === null
    ? { code: "plan-empty", what: t`the plan is empty`, position, mend }
    : { code: "plan-not-a-mapping", what: t`the plan is not a mapping of keys`, position, mend };
}
