import type { Expected } from "./gate.ts";

/** Where an expectation comes from: earlier launches, a measurement of the day before, or what is usual. */
export type Source = "history" | "measured" | "usual";

export interface StepForecast extends Expected {
  readonly id: string;
  readonly source: Source;
}

/** Seconds that a step took in earlier launches, oldest first. */
export type History = ReadonlyMap<string, readonly number[]>;

/** Of earlier launches only so many count; servers and data change. */
const remembered = 8;

/**
 * What each step is expected to take. What was measured on yesterday's data for this very release goes before what
 * earlier releases took, and both before what is usual. All in seconds.
 */
export function forecastSteps(
  ids: readonly string[],
  known: { readonly measured: ReadonlyMap<string, number>; readonly history: History; usual(id: string): number },
): StepForecast[] {
  return ids.map((id) => {
    const before = known.history.get(id)?.slice(-remembered) ?? [];
    const measured = known.measured.get(id);
    if (measured !== undefined) {
      // Two looks at the same thing: the worse of them is the edge.
      const edge = Math.max(measured * 1.5, ...before);
      return { id, seconds: measured, spread: edge - measured, source: "measured" };
    }
    if (before.length > 0) {
      const middle = median(before);
      return { id, seconds: middle, spread: Math.max(Math.max(...before) - middle, middle * 0.25), source: "history" };
    }
    const usual = known.usual(id);
    return { id, seconds: usual, spread: usual, source: "usual" };
  });
}

/** The steps one after another. Their spreads are independent, so not all come at once. */
export function total(steps: readonly Expected[]): Expected {
  return {
    seconds: sum(steps.map(({ seconds }) => seconds)),
    spread: Math.sqrt(sum(steps.map(({ spread }) => spread ** 2))),
  };
}

/** How far a forecast was off, as a share of what it was: 0.2 is a fifth. */
export function deviation(forecastSeconds: number, actualSeconds: number): number {
  return actualSeconds === 0 ? 0 : Math.abs(forecastSeconds - actualSeconds) / actualSeconds;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
