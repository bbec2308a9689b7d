import type { TestEvent } from "node:test/reporters";
import { relative } from "node:path";

const shown = 10;

interface Took {
  readonly name: string;
  readonly file: string;
  readonly ms: number;
}

/** A reporter that says two things, at the end: what took longest, and how many passed, failed and were skipped. Suites are not counted. */
export default async function* closingLine(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const took: Took[] = [];
  for await (const event of events) {
    if (event.type !== "test:pass" && event.type !== "test:fail") continue;
    const { details, skip, name, file = "" } = event.data;
    if ((details as { type?: string }).type === "suite") continue;
    if (skip !== undefined && skip !== false) {
      counts.skipped++;
      continue;
    }
    counts[event.type === "test:pass" ? "passed" : "failed"]++;
    took.push({ name, file: relative(process.cwd(), file), ms: details.duration_ms });
  }
  yield slowest(took);
  yield `\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`;
}

function slowest(took: readonly Took[]): string {
  const first = took.toSorted((a, b) => b.ms - a.ms).slice(0, shown);
  const lines = first.map(({ name, file, ms }) => `${(ms / 1000).toFixed(1).padStart(7)} s  ${file}: ${name}\n`);
  return lines.length === 0 ? "" : `\nThe slowest:\n${lines.join("")}`;
}
