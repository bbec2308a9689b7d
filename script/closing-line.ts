import type { TestEvent } from "node:test/reporters";

/** A reporter that says one thing, at the end: how many passed, failed and were skipped. Suites are not counted. */
export default async function* closingLine(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const event of events) {
    if (event.type !== "test:pass" && event.type !== "test:fail") continue;
    const { details, skip } = event.data;
    if ((details as { type?: string }).type === "suite") continue;
    if (skip !== undefined && skip !== false) counts.skipped++;
    else counts[event.type === "test:pass" ? "passed" : "failed"]++;
  }
  yield `\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`;
}
