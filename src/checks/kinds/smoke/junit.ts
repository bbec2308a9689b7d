import { InternalError } from "../../../core/errors.ts";
import { type Known, nothingKnown } from "../../../core/redact/known.ts";
import { raisedOf } from "../../../core/redact/raised.ts";
import { t } from "../../../core/text/text.ts";
import { readReport, type Reported, type Result } from "./junit-report.ts";

export interface TestCase {
  /** `file.py::test_name` as far as the release's tree holds these names; otherwise which one of the report it was. */
  readonly id: string;
  readonly result: Result;
  readonly seconds: number;
  /** Class of the exception and place; the message stays on the host, it may hold people's data. */
  readonly reason?: string;
  /** Where that was, in a file of the release. */
  readonly place?: { readonly file: string; readonly line: number };
}

/**
 * Reads a JUnit report. `known` is what the release's tree holds: a name that it does not hold is nobody's to tell.
 * Throws when the report is not whole, well-formed XML with a test suite or a test in it.
 */
export function parseJUnit(xml: string, known: Known = nothingKnown): TestCase[] {
  const { tests, suites, counted } = readReport(xml);
  if (suites === 0 && tests.length === 0) throw new InternalError(t`the JUnit report holds no test suite`);
  const cases = tests.map((test, index) => caseOf(test, index + 1, known));
  const told = cases.some(isWrong) || counted === 0 ? [] : [unnamed(cases, counted)];
  return [...cases, ...told];
}

function isWrong({ result }: TestCase): boolean {
  return result === "failed" || result === "error";
}

/** A suite counts what none of its tests shows: the report was made so, or a part of it is gone. */
function unnamed(cases: readonly TestCase[], counted: number): TestCase {
  return {
    id: t`test ${cases.length + 1}`,
    result: "error",
    seconds: 0,
    reason: t`the report counts ${counted} {0:failure|failures|failures} and names none`,
  };
}

function caseOf({ name, className, seconds, result, message, text }: Reported, number: number, known: Known): TestCase {
  const id = idOf(name, className, number, known);
  return { id, seconds, result, ...(isWrong({ id, seconds, result }) ? reasonOf(message, text, known) : {}) };
}

/** Parameters of a test may be anyone's data, and are never told. */
function idOf(name: string, className: string, number: number, known: Known): string {
  const bare = name.replace(/\[.*$/s, "");
  const where = shownClass(className, known);
  const shown = bare !== "" && known.isName(bare) ? `${bare}${bare === name ? "" : "[…]"}` : null;
  if (shown === null) return where === null ? t`test ${number}` : t`test ${number} of ${where}`;
  return where === null ? shown : `${where}::${shown}`;
}

/** `smoke.test_clients.TestList`: a module of the tree, and then names of its own; or a file, or a title. */
function shownClass(className: string, known: Known): string | null {
  if (className === "") return null;
  if (known.isName(className)) return className;
  if (known.shownPath(className) === className) return className;
  const parts = className.split(".");
  for (let length = parts.length; length > 0; length--) {
    const module = `${parts.slice(0, length).join("/")}.py`;
    const names = parts.slice(length);
    if (known.shownPath(module) === module) return names.every((name) => known.isName(name)) ? className : module;
  }
  return null;
}

/** pytest ends a failure's text with `file.py:12: AssertionError`; that line and no other is published. */
function reasonOf(message: string, text: string, known: Known): Pick<TestCase, "reason" | "place"> {
  const [, file = "", line, raised = ""] = /^([\w./-]+):(\d{1,6}): ([\w.]+)$/m.exec(text) ?? [];
  const inTree = known.shownPath(file) === file && !file.startsWith("/");
  const told = classOf(raised, known) ?? classOf(message, known);
  if (line !== undefined && inTree) {
    const reason = told === null ? t`failed at ${file}:${line}` : t`${told} at ${file}:${line}`;
    return { reason, place: { file, line: Number(line) } };
  }
  return { reason: told ?? "failed" };
}

/** The class alone, when it is one that is known. */
function classOf(text: string, known: Known): string | null {
  const [name = ""] = /^[A-Za-z_][\w.]*/.exec(text) ?? [];
  return name === "" ? null : raisedOf(name, known, () => null, false);
}
