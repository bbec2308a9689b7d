import { parseArgs } from "node:util";
import { observe, type WatchSettings } from "../../src/core/watch/watch.ts";
import { watchBegins } from "../../src/core/watch/watch-state.ts";

const settings: WatchSettings = { availability: 0.999, latency: 0.99, every: 30, probes: 6 };
const hour = 3600;

/** Numbers from 0 to 1, the same for the same seed (xorshift32). */
export function randomOf(seed: number): () => number {
  let x = seed >>> 0 || 1;
  return () => {
    x ^= x << 13;
    x >>>= 0;
    x ^= x >>> 17;
    x ^= x << 5;
    x >>>= 0;
    return x / 2 ** 32;
  };
}

/** How many of events at a steady rate fall into a time. */
function poisson(mean: number, random: () => number): number {
  let count = -1;
  for (let product = 1; product > Math.exp(-mean); product *= random()) count++;
  return count;
}

function bads(of: number, share: number, random: () => number): number {
  let bad = 0;
  for (let index = 0; index < of; index++) if (random() < share) bad++;
  return bad;
}

/** Seconds from the beginning to the call of a SEV-1, or null when there was none within the hour. `share`: of bad requests. */
export function simulatedHour(rate: number, share: number, random: () => number): number | null {
  let state = watchBegins(0);
  let [at, inSeconds, probes] = [0, settings.every, settings.probes];
  while (at < hour) {
    at += inSeconds;
    const requests = poisson((rate * inSeconds) / 60, random);
    const seen = observe(
      state,
      {
        at: at * 1000,
        traffic: { bad: bads(requests, share, random), all: requests },
        probes: { bad: bads(probes, share, random), all: probes },
      },
      settings,
    );
    if (seen.state.sev1 !== null) return at;
    ({ state } = seen);
    ({ inSeconds, probes } = seen.next);
  }
  return null;
}

/**
 * Seconds from the first bad minute to the incident or the SEV-1, on a watch at the slower pace of the day that has
 * been well for `well` hours; null when nothing was said within an hour, or something was before it was bad.
 */
export function reaction(rate: number, share: number, well: number, random: () => number): number | null {
  const pace = { ...settings, every: 60 };
  let state = watchBegins(0);
  let [at, inSeconds, probes] = [0, pace.every, pace.probes];
  const begins = well * hour + Math.floor(random() * pace.every);
  while (at < begins + hour) {
    at += inSeconds;
    const bad = at > begins ? share : 0.001;
    const requests = poisson((rate * inSeconds) / 60, random);
    const seen = observe(
      state,
      {
        at: at * 1000,
        traffic: { bad: bads(requests, bad, random), all: requests },
        probes: { bad: bads(probes, bad, random), all: probes },
      },
      pace,
    );
    if (seen.state.sev1 !== null || seen.state.incident !== null) return at > begins ? at - begins : null;
    ({ state } = seen);
    ({ inSeconds, probes } = seen.next);
  }
  return null;
}

/** The same over days, each with its hour. */
export function reactions(days: number, share: number, seed: number): Alarms {
  const random = randomOf(seed);
  return summary(
    Array.from({ length: days }, (_, index) => reaction(1 + (index % 50), share, 2 + (index % 21), random)),
  );
}

export interface Alarms {
  readonly hours: number;
  readonly called: number;
  /** Seconds to the call: the middle one, and the slowest. */
  readonly median: number;
  readonly slowest: number;
  readonly late: number;
}

/** Hours at each rate from 1 to 50 requests a minute in turn. `late`: not called within five minutes. */
export function alarms(hours: number, share: number, seed: number): Alarms {
  const random = randomOf(seed);
  const times = Array.from({ length: hours }, (_, index) => simulatedHour(1 + (index % 50), share, random));
  return summary(times);
}

function summary(times: readonly (number | null)[]): Alarms {
  const called = times.filter((time) => time !== null).toSorted((a, b) => a - b);
  return {
    hours: times.length,
    called: called.length,
    median: called[Math.floor(called.length / 2)] ?? Number.NaN,
    slowest: called.at(-1) ?? Number.NaN,
    late: times.filter((time) => time === null || time > 300).length,
  };
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { seed: { type: "string", default: "1" }, hours: { type: "string", default: "10000" } },
  });
  const seconds = (value: number): string => (Number.isNaN(value) ? "" : `${value} s`);
  const row = (name: string, { hours, called, median, slowest, late }: Alarms) =>
    console.log(`| ${[name, hours, called, seconds(median), seconds(slowest), late].join(" | ")} |`);
  console.log(
    `The first hour of a launch, simulated: 1 to 50 requests a minute in turn, ${settings.probes} requests of the ` +
      `watch's own each ${settings.every} s, a promise of ${settings.availability * 100} %.\n`,
  );
  console.log(
    "| bad requests | hours | SEV-1 called | median | slowest | not within 5 min |\n|---|---|---|---|---|---|",
  );
  row("0.1 %: as promised", alarms(Number(values.hours), 0.001, Number(values.seed)));
  for (const [name, share] of [
    ["1 %: ten times that", 0.01],
    ["5 %", 0.05],
    ["20 %", 0.2],
    ["all", 1],
  ] as const)
    row(name, alarms(Math.max(50, Number(values.hours) / 10), share, Number(values.seed) + 1));
  console.log(
    "\nThe day after, simulated: a look each minute, well for 2 to 22 hours, then bad. " +
      "From the first bad minute to the incident or the SEV-1.\n",
  );
  console.log("| bad requests | days | told | median | slowest | not within 5 min |\n|---|---|---|---|---|---|");
  for (const [name, share] of [
    ["5 %", 0.05],
    ["20 %", 0.2],
    ["all", 1],
  ] as const)
    row(name, reactions(Math.max(50, Number(values.hours) / 10), share, Number(values.seed) + 2));
}
