import { SaxesParser } from "saxes";
import { InternalError } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";

/** How a test ended. */
export type Result = "passed" | "failed" | "error" | "skipped";

/** A test as the report has it: any of it may be anyone's text. */
export interface Reported {
  name: string;
  className: string;
  seconds: number;
  result: Result;
  message: string;
  text: string;
}

/** What a report holds: its tests, and what went wrong beside every test. */
interface Report {
  readonly tests: readonly Reported[];
  readonly suites: number;
  /** The most failures and errors that one of its suites counts. */
  readonly counted: number;
}

/** Throws when it is not whole, well-formed XML. */
export function readReport(xml: string): Report {
  const parser = new SaxesParser();
  const tests: Reported[] = [];
  let current: Reported | null = null;
  let outside: (Reported & { readonly depth: number }) | null = null;
  let suites = 0;
  let counted = 0;
  let depth = 0;
  parser.on("error", () => {
    throw new InternalError(t`the JUnit report is not well-formed (line ${parser.line})`);
  });
  parser.on("opentag", (tag) => {
    depth++;
    const attributes = tag.attributes as Record<string, string>;
    if (tag.name === "testsuite") suites++;
    if (tag.name === "testsuite" || tag.name === "testsuites") counted = Math.max(counted, countedIn(attributes));
    if (tag.name === "testcase") current = reported(attributes);
    const result = resultOf[tag.name];
    if (result === undefined) return;
    // Below a suite: what broke before, after or between its tests. One that is only left out says nothing of a test.
    if (current === null && result !== "skipped") outside = { ...reported({}), depth };
    mark(current ?? outside, result, attributes);
  });
  const read = (text: string) => {
    const meant = current ?? outside;
    if (meant) meant.text += text;
  };
  parser.on("text", read);
  parser.on("cdata", read);
  parser.on("closetag", (tag) => {
    if (outside?.depth === depth) {
      tests.push(outside);
      outside = null;
    }
    depth--;
    if (tag.name !== "testcase" || !current) return;
    tests.push(current);
    current = null;
  });
  parser.write(xml).close();
  // Node's own reporter puts tests right below the root.
  if (depth !== 0) throw new InternalError(t`the JUnit report holds no test suite`);
  return { tests, suites, counted };
}

const resultOf: Readonly<Record<string, Result | undefined>> = {
  failure: "failed",
  error: "error",
  skipped: "skipped",
};

/** What is worse comes later: a test that broke and then was left out did break. */
const order: readonly Result[] = ["passed", "skipped", "error", "failed"];

function mark(meant: Reported | null, result: Result, { type = "", message = "" }: Record<string, string>): void {
  if (meant === null || order.indexOf(result) < order.indexOf(meant.result)) return;
  meant.result = result;
  meant.message = type || message;
}

function countedIn({ failures = "0", errors = "0" }: Record<string, string>): number {
  const count = Number(failures) + Number(errors);
  return Number.isSafeInteger(count) && count > 0 ? count : 0;
}

/** Some say by an attribute alone how a test ended: GoogleTest those that were left out, others those that failed. */
const resultByStatus: Readonly<Record<string, Result | undefined>> = {
  notrun: "skipped",
  skipped: "skipped",
  suppressed: "skipped",
  disabled: "skipped",
  fail: "failed",
  failed: "failed",
  failure: "failed",
  error: "error",
};

function reported({
  name = "",
  classname = "",
  time = "0",
  status = "",
  result = "",
}: Record<string, string>): Reported {
  const seconds = Number(time);
  const took = Number.isFinite(seconds) && seconds >= 0 ? seconds : 0;
  const said = [status, result].map((word) => resultByStatus[word.toLowerCase()] ?? "passed");
  const worst = order.findLast((one) => said.includes(one)) ?? "passed";
  return { name, className: classname, seconds: took, result: worst, message: "", text: "" };
}
