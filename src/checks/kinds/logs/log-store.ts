import type { Trouble } from "../../asking/ask-json.ts";

/** A line of the log that holds one of the ids. `version`: what it says it is of, or null. */
export interface LogLine {
  readonly text: string;
  readonly version: string | null;
}

/** How an answer of the log's own API is had: the lines with an id since a moment, and how many lines a query finds. */
export interface LogStore {
  lines(
    token: string,
    ids: readonly string[],
    fromMs: number,
  ): Promise<{ readonly lines: readonly LogLine[] } | Trouble>;
  count(query: string, fromMs: number, toMs: number): Promise<{ readonly count: number } | Trouble>;
}

/** The value of a field, whether its dots are levels or part of its name. */
export function fieldOf(json: unknown, field: string): string | null {
  const record = json as Record<string, unknown> | null;
  if (typeof record !== "object" || record === null) return null;
  const value = record[field];
  if (typeof value === "string" || typeof value === "number") return String(value);
  const dot = field.indexOf(".");
  return dot < 0 ? null : fieldOf(record[field.slice(0, dot)], field.slice(dot + 1));
}
