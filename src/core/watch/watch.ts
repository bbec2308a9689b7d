import { inWords, msg, t } from "../text/text.ts";
import { wilson } from "./wilson.ts";

/** What a poll saw of one kind of request since the poll before; null when it could not be asked for. */
export interface Count {
  readonly bad: number;
  readonly all: number;
}

/** Whether something that is either well or not was well; null when it could not be asked for. */
export type Look = boolean | null;

export interface Poll {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The service's own requests, by its metrics. Undefined: the plan has none. */
  readonly traffic?: Count | null;
  /** The same requests, and how many took longer than promised. */
  readonly latency?: Count | null;
  /** The watch's own requests from outside. */
  readonly probes?: Count | null;
  /** Every unit of the service runs. */
  readonly units?: Look;
  /** The service's bot is well. */
  readonly bot?: Look;
}

export interface WatchSettings {
  /** Share of good requests that the service promises: 0.999. */
  readonly availability: number;
  /** Share of requests that the service promises to answer in time: 0.99. */
  readonly latency: number;
  /** Seconds between polls while nothing is wrong. */
  readonly every: number;
  /** Own requests at each poll while nothing is wrong. */
  readonly probes: number;
}

export type Signal = "traffic" | "latency" | "probes" | "units" | "bot";

/** One step of time, with what was seen in it. Numbers only: it is handed on as JSON, and holds no one's data. */
interface Bucket {
  /** Its beginning; milliseconds. */
  at: number;
  traffic: [bad: number, all: number];
  latency: [bad: number, all: number];
  probes: [bad: number, all: number];
}

export interface Incident {
  readonly since: number;
  readonly what: readonly string[];
}

/** All that a watch knows; small, and the same after a way through JSON. */
export interface WatchState {
  readonly begun: number;
  /** Half-minutes of the last hour, oldest first. */
  readonly recent: readonly Bucket[];
  /** Five minutes each, of the six hours before. */
  readonly old: readonly Bucket[];
  /** Polls in a row that were as bad as that; one good one between them does not end the row. */
  readonly hot: Readonly<Record<Signal, number>>;
  /** Good polls since the last bad one. */
  readonly good: Readonly<Record<Signal, number>>;
  /** Polls in a row in which nothing at all could be asked for. */
  readonly blind: number;
  /** When something bad was last seen, however little. */
  readonly suspectedAt: number | null;
  readonly lastBadAt: number | null;
  readonly incident: Incident | null;
  /** Set once, and kept: the release has to go back. */
  readonly sev1: Incident | null;
}

export type WatchVerdict = "pass" | "fail" | "inconclusive" | "error";

export interface Seen {
  readonly state: WatchState;
  readonly verdict: WatchVerdict;
  readonly signals: Readonly<Partial<Record<Signal, WatchVerdict>>>;
  /** What changed with this poll. */
  readonly change: "sev1" | "opened" | "changed" | "closed" | null;
  /** When to look again, and how closely; seconds, requests. */
  readonly next: { readonly inSeconds: number; readonly probes: number };
}

const second = 1000;
const minute = 60 * second;
const bucketMs = 30 * second;
const oldBucketMs = 5 * minute;

/** Burn rates of Google's SRE workbook: 14.4 spends two percent of a month's budget in an hour, 6 five percent in six. */
const fast = { burn: 14.4, short: 5 * minute, long: 60 * minute };
const slow = { burn: 6, short: 30 * minute, long: 360 * minute };
/** Looked at 120 times and more an hour, one in twenty would come every few minutes. At 99.9 % one-sided, and with three polls in a row, it does not. */
const z = 3.09;
/** Fewer bad requests than this are an accident. */
const leastBad = 4;
const inARow = 3;
/** With fewer, a poll without a bad one says little. */
const telling = 10;
/** After something bad was seen it is looked at more closely for so long. */
const suspicionMs = minute;
const close = { every: 10, probes: 20 };
const greenMs = 10 * minute;
/** As many polls in which nothing could be asked for are an incident: nobody sees whether it works. */
const mostBlind = 5;

const none = { traffic: 0, latency: 0, probes: 0, units: 0, bot: 0 };

export function watchBegins(at: number): WatchState {
  return {
    begun: at,
    recent: [],
    old: [],
    hot: none,
    good: none,
    blind: 0,
    suspectedAt: null,
    lastBadAt: null,
    incident: null,
    sev1: null,
  };
}

/** What people call a signal. */
export function signalName(signal: Signal): string {
  return inWords(
    {
      traffic: msg`requests`,
      latency: msg`requests in time`,
      probes: msg`own requests`,
      units: msg`units`,
      bot: msg`bot`,
    }[signal],
  );
}

/** What a counter went up by. One that is lower than before was started anew, from nothing. */
export function increase(before: number | null, now: number | null): number | null {
  if (before === null || now === null) return null;
  return now >= before ? now - before : now;
}

export function observe(before: WatchState, poll: Poll, settings: WatchSettings): Seen {
  const state = add(before, poll);
  const promised = { traffic: settings.availability, probes: settings.availability, latency: settings.latency };
  const hot = { ...state.hot };
  const good = { ...state.good };
  const signals: Partial<Record<Signal, WatchVerdict>> = {};
  const burning: string[] = [];
  for (const signal of ["traffic", "latency", "probes"] as const) {
    const asked = poll[signal];
    if (asked === undefined) continue;
    const promise = 1 - promised[signal];
    const near = within(state, signal, poll.at, fast.short);
    const far = within(state, signal, poll.at, fast.long);
    const tooMany = (count: Count, limit: number) =>
      count.bad >= leastBad && wilson(count.bad, count.all, z).low > limit;
    const limit = Math.min(fast.burn * promise, 0.5);
    const bad = tooMany(near, limit) && far.bad / far.all > limit;
    if (asked !== null && asked.all > 0) {
      // What came before is in the window for minutes; a row is made of polls that were bad themselves.
      if (asked.bad / asked.all > limit) good[signal] = 0;
      else if (asked.bad > 0 || asked.all >= telling) good[signal]++;
      if (!bad || good[signal] >= 2) hot[signal] = 0;
      else if (asked.bad / asked.all > limit) hot[signal]++;
    }
    const slowly =
      tooMany(within(state, signal, poll.at, slow.short), slow.burn * promise) &&
      tooMany(within(state, signal, poll.at, slow.long), slow.burn * promise);
    if (bad || slowly)
      burning.push(t`${signalName(signal)}: ${near.bad} of ${near.all} bad in ${Math.round(fast.short / minute)} min`);
    signals[signal] =
      bad || slowly
        ? "fail"
        : asked === null
          ? "error"
          : near.all > 0 && wilson(far.bad, far.all).high < limit
            ? "pass"
            : "inconclusive";
  }
  for (const signal of ["units", "bot"] as const) {
    const asked = poll[signal];
    if (asked === undefined) continue;
    if (asked !== null) hot[signal] = asked ? 0 : hot[signal] + 1;
    if (hot[signal] >= inARow)
      burning.push(signal === "units" ? t`a unit of the service does not run` : t`the bot is not well`);
    signals[signal] = asked === null ? "error" : asked ? "pass" : "fail";
  }
  const asked = [poll.traffic, poll.latency, poll.probes, poll.units, poll.bot].filter((one) => one !== undefined);
  const blind = asked.some((one) => one !== null) ? 0 : state.blind + 1;
  if (blind >= mostBlind) burning.push(t`nothing could be asked for, ${blind} {0:time|times|times} in a row`);
  const severe = (["traffic", "latency", "probes", "units"] as const).filter((signal) => hot[signal] >= inARow);
  const sawBad =
    burning.length > 0 ||
    [poll.traffic, poll.latency, poll.probes].some((one) => one !== undefined && one !== null && one.bad > 0) ||
    poll.units === false ||
    poll.bot === false;
  const suspectedAt = sawBad ? poll.at : state.suspectedAt;
  const lastBadAt = burning.length > 0 ? poll.at : state.lastBadAt;
  const incident = incidentAfter(state, burning, poll.at, lastBadAt);
  const sev1 = state.sev1 ?? (severe.length > 0 ? { since: poll.at, what: burning } : null);
  const change =
    state.sev1 === null && sev1 !== null
      ? "sev1"
      : incident !== null && state.incident === null
        ? "opened"
        : incident === null && state.incident !== null
          ? "closed"
          : incident !== state.incident
            ? "changed"
            : null;
  const verdict = total(Object.values(signals));
  const suspicious = suspectedAt !== null && poll.at - suspectedAt <= suspicionMs;
  return {
    state: { ...state, hot, good, blind, suspectedAt, lastBadAt, incident, sev1 },
    verdict: verdict === "pass" && incident !== null ? "inconclusive" : verdict,
    signals,
    change,
    next: suspicious
      ? { inSeconds: Math.min(close.every, settings.every), probes: Math.max(close.probes, settings.probes) }
      : { inSeconds: settings.every, probes: settings.probes },
  };
}

/** Bad and all of a signal in the time before `at`, as far as the watch goes back. */
export function within(state: WatchState, signal: "traffic" | "latency" | "probes", at: number, ms: number): Count {
  const from = at - ms;
  let [bad, all] = [0, 0];
  for (const bucket of ms > fast.long ? [...state.old, ...state.recent] : state.recent) {
    if (bucket.at <= from) continue;
    bad += bucket[signal][0];
    all += bucket[signal][1];
  }
  return { bad, all };
}

function incidentAfter(
  { incident }: WatchState,
  burning: readonly string[],
  at: number,
  lastBadAt: number | null,
): Incident | null {
  if (burning.length === 0)
    return incident !== null && lastBadAt !== null && at - lastBadAt >= greenMs ? null : incident;
  if (incident === null) return { since: at, what: burning };
  // Numbers go up and down; what is new is another signal.
  const kinds = (what: readonly string[]) =>
    what
      .map((one) => one.replace(/[:,].*$/, ""))
      .toSorted()
      .join();
  return kinds(incident.what) === kinds(burning) ? incident : { since: incident.since, what: burning };
}

function add(state: WatchState, poll: Poll): WatchState {
  const recent = state.recent.map((bucket) => ({ ...bucket }));
  const start = poll.at - (poll.at % bucketMs);
  let bucket = recent.at(-1);
  if (bucket === undefined || bucket.at < start) {
    bucket = { at: start, traffic: [0, 0], latency: [0, 0], probes: [0, 0] };
    recent.push(bucket);
  }
  for (const signal of ["traffic", "latency", "probes"] as const) {
    const seen = poll[signal];
    if (seen) bucket[signal] = [bucket[signal][0] + seen.bad, bucket[signal][1] + seen.all];
  }
  const old = state.old.map((one) => ({ ...one }));
  while (recent[0] !== undefined && recent[0].at <= poll.at - fast.long) {
    const gone = recent.shift();
    if (gone === undefined) break;
    const at = gone.at - (gone.at % oldBucketMs);
    let into = old.at(-1);
    if (into === undefined || into.at < at) {
      into = { at, traffic: [0, 0], latency: [0, 0], probes: [0, 0] };
      old.push(into);
    }
    for (const signal of ["traffic", "latency", "probes"] as const)
      into[signal] = [into[signal][0] + gone[signal][0], into[signal][1] + gone[signal][1]];
  }
  while (old[0] !== undefined && old[0].at <= poll.at - slow.long) old.shift();
  return { ...state, recent, old };
}

function total(verdicts: readonly WatchVerdict[]): WatchVerdict {
  for (const worst of ["fail", "error", "inconclusive"] as const) if (verdicts.includes(worst)) return worst;
  return verdicts.length === 0 ? "inconclusive" : "pass";
}
