/** A share over time, as Mermaid draws it: a line of what was, and a level line of what is promised. */
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
    `    line [${worst.map(number).join(", ")}]`,
    `    line [${stretches.map(() => number(limit)).join(", ")}]`,
    "```",
  ].join("\n");
}
