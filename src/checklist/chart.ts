import { DateTime } from "luxon";
import type { Stretch } from "../journal/event.ts";
import type { Messages } from "../locale/messages.ts";
import type { Plan } from "../plan/schema/schema.ts";

/** A share over time, as Mermaid draws it: a line of what was, a level line of what is promised, and a bar where it begins. */
export interface Chart {
  readonly title: string;
  /** Times of day, one for each value. */
  readonly labels: readonly string[];
  /** Percent; null where nothing was seen. */
  readonly values: readonly (number | null)[];
  /** Percent. */
  readonly limit: number;
}

const mostPoints = 48;

/** Null when there is nothing to draw. Many values become few by the worst of each stretch: a short fault stays to be seen. */
export function chart({ title, labels, values, limit }: Chart): string | null {
  if (values.every((value) => value === null)) return null;
  const size = Math.ceil(values.length / mostPoints);
  const stretches = Array.from({ length: Math.ceil(values.length / size) }, (_, index) => index * size);
  const worst = stretches.map((from) => Math.max(0, ...values.slice(from, from + size).map((value) => value ?? 0)));
  const top = Math.max(limit * 1.5, ...worst) || 1;
  const number = (value: number) => String(Number(value.toFixed(3)));
  return [
    "```mermaid",
    "xychart-beta",
    `    title "${title.replaceAll('"', "'")}"`,
    `    x-axis [${stretches.map((from) => `"${labels[from] ?? ""}"`).join(", ")}]`,
    `    y-axis "%" 0 --> ${number(top)}`,
    `    bar [${stretches.map((from) => (from === 0 ? number(top) : "0")).join(", ")}]`,
    `    line [${worst.map(number).join(", ")}]`,
    `    line [${stretches.map(() => number(limit)).join(", ")}]`,
    "```",
  ].join("\n");
}

/** How the watch went since the opening: bad requests and slow ones, each beside what the plan promises. */
export function courseCharts(
  course: readonly Stretch[],
  { watch, timezone }: Pick<Plan, "watch" | "timezone">,
  messages: Messages,
): string[] {
  if (watch === undefined) return [];
  const labels = course.map(({ from }) => DateTime.fromMillis(from, { zone: timezone }).toFormat("HH:mm"));
  const share = (bad: number, all: number) => (all === 0 ? null : (100 * bad) / all);
  return [
    chart({
      title: messages.watch.errors,
      labels,
      values: course.map(({ bad, all }) => share(bad, all)),
      limit: 100 - watch.slo.availability,
    }),
    chart({
      title: messages.watch.slow,
      labels,
      values: course.map(({ slow, timed }) => share(slow, timed)),
      limit: 100 - watch.slo.latency,
    }),
  ].filter((one) => one !== null);
}
