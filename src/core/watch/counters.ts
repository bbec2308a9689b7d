import { increase } from "./poll.ts";

export const counterNames = ["requests", "bad", "slow"] as const;
export type CounterName = (typeof counterNames)[number];

/** What one exporter says of one counter of the plan. */
export interface Sample {
  readonly name: CounterName;
  /** Which term of the expression, and whether it is taken away. */
  readonly term: number;
  readonly sign: 1 | -1;
  readonly exporter: string;
  readonly value: number;
}

/** The last that was seen of each counter, also of exporters that could not be scraped since; numbers and names of exporters. */
export interface Counters {
  readonly values: Readonly<Record<string, number>>;
  readonly exporters: readonly string[];
}

/** By how much each counter went up since the look before; null with the first look, that knows no increase. */
export type Grown = Readonly<Record<CounterName, number>> | null;

/**
 * Exporter by exporter. One that was not scraped for a moment keeps its last value, and what it counted meanwhile counts
 * once it is back. A counter that an exporter did not have before began at nought; all that an exporter has counted that
 * nobody saw before was counted before anybody looked.
 */
export function grownSince(
  before: Counters | null,
  samples: readonly Sample[],
): { readonly counters: Counters; readonly grown: Grown } {
  const known = new Set(before?.exporters);
  const values: Record<string, number> = { ...before?.values };
  const grown = { requests: 0, bad: 0, slow: 0 };
  for (const { name, term, sign, exporter, value } of samples) {
    const key = `${name}${term} ${exporter}`;
    const last = values[key] ?? (known.has(exporter) ? 0 : value);
    grown[name] += sign * grewBy(last, value);
    values[key] = value;
  }
  const exporters = [...new Set([...known, ...samples.map(({ exporter }) => exporter)])];
  return { counters: { values, exporters }, grown: before === null ? null : grown };
}

/**
 * One that fell deep was started anew, and counts from nought. One that fell a little lost a part of what it added up (a
 * worker that ended): how much was counted beside that nobody can tell, so nothing.
 */
function grewBy(last: number, now: number): number {
  if (now < last && now > last / 2) return 0;
  return increase(last, now) ?? 0;
}
