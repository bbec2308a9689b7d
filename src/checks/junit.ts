import { SaxesParser } from "saxes";
import { t } from "../core/text.ts";

export interface TestCase {
  /** `file.py::test_name`, as far as the report tells. */
  readonly id: string;
  readonly result: "passed" | "failed" | "error" | "skipped";
  readonly seconds: number;
  /** Class of the exception and place; the message stays on the host, it may hold people's data. */
  readonly reason?: string;
  /** Where that was, when the report says it by a path inside the repository. */
  readonly place?: { readonly file: string; readonly line: number };
}

/** Reads a JUnit report. Throws when it is not whole, well-formed XML with a test suite or a test in it. */
export function parseJUnit(xml: string): TestCase[] {
  const parser = new SaxesParser();
  const cases: TestCase[] = [];
  let current: { id: string; seconds: number; result: TestCase["result"]; message: string; text: string } | null = null;
  let suites = 0;
  let depth = 0;
  parser.on("error", (error) => {
    throw new Error(t`the JUnit report is not well-formed: ${error.message}`);
  });
  parser.on("opentag", (tag) => {
    depth++;
    const attributes = tag.attributes as Record<string, string>;
    if (tag.name === "testsuite") suites++;
    if (tag.name === "testcase") {
      const name = attributes.name ?? "?";
      // Parameters of a test may be anyone's data.
      const bare = name.replace(/\[.*$/s, "[…]");
      current = {
        id: attributes.classname ? `${attributes.classname}::${bare}` : bare,
        seconds: Number(attributes.time ?? 0),
        result: "passed",
        message: "",
        text: "",
      };
    } else if (current && (tag.name === "failure" || tag.name === "error" || tag.name === "skipped")) {
      current.result = tag.name === "failure" ? "failed" : tag.name;
      current.message = attributes.type || attributes.message || "";
    }
  });
  parser.on("text", (text) => {
    if (current) current.text += text;
  });
  parser.on("closetag", (tag) => {
    depth--;
    if (tag.name !== "testcase" || !current) return;
    const { id, seconds, result, message, text } = current;
    cases.push({ id, seconds, result, ...(result === "failed" || result === "error" ? reasonOf(message, text) : {}) });
    current = null;
  });
  parser.write(xml).close();
  // Node's own reporter puts tests right below the root.
  if ((suites === 0 && cases.length === 0) || depth !== 0) throw new Error(t`the JUnit report holds no test suite`);
  return cases;
}

/** pytest ends a failure's text with `file.py:12: AssertionError`; that line and no other is published. */
function reasonOf(message: string, text: string): Pick<TestCase, "reason" | "place"> {
  const [, file = "", line, raised] = /^([\w./-]+):(\d+): ([\w.]+)$/m.exec(text) ?? [];
  if (raised !== undefined)
    return {
      reason: t`${raised} at ${file}:${line}`,
      ...(/^\/|(^|\/)\.\.(\/|$)/.test(file) ? {} : { place: { file, line: Number(line) } }),
    };
  const kind = /^([A-Za-z_][\w.]*(?:Error|Exception|Failed|Exit|Warning|Interrupt))\b/.exec(message);
  return { reason: kind?.[1] ?? "failed" };
}
