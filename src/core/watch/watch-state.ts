import { type Count, type Counted, countedSignals, type Poll, type Signal } from "./poll.ts";

const second = 1000;
const minute = 60 * second;
const bucketMs = 30 * second;
const oldBucketMs = 5 * minute;
/** So far back half-minutes are known. */
const recentMs = 60 * minute;
const oldMs = 360 * minute;

/** One step of time, with what was seen in it. Numbers only: it is handed on as JSON, and holds no one's data. */
interface Bucket {
  /** Its beginning; milliseconds. */
  at: number;
  traffic: [bad: number, all: number];
  latency: [bad: number, all: number];
  probes: [bad: number, all: number];
}

/** Why something is wrong: by its kind, which decides, and as people are told it, with the numbers of the moment. */
export interface Reason {
  readonly kind: Signal | "blind" | `blind-${Signal}`;
  readonly text: string;
}

export interface Incident {
  readonly since: number;
  readonly what: readonly string[];
  /** Kinds of its reasons, sorted; none in what an older watch handed on. */
  readonly kinds?: readonly Reason["kind"][];
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
  /** The same of one signal; none in what an older watch handed on. */
  readonly blindOf?: Readonly<Partial<Record<Signal, number>>>;
  /** When something bad was last seen, however little. */
  readonly suspectedAt: number | null;
  readonly lastBadAt: number | null;
  readonly incident: Incident | null;
  /** Set once, and kept: the release has to go back. */
  readonly sev1: Incident | null;
}

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

/** Bad and all of a signal in the time before `at`, as far as the watch goes back. */
export function within(state: WatchState, signal: Counted, at: number, ms: number): Count {
  const from = at - ms;
  let [bad, all] = [0, 0];
  for (const bucket of ms > recentMs ? [...state.old, ...state.recent] : state.recent) {
    if (bucket.at <= from) continue;
    bad += bucket[signal][0];
    all += bucket[signal][1];
  }
  return { bad, all };
}

/** What a poll counted goes to its half-minute; half-minutes older than an hour become five minutes. */
export function withPoll(state: WatchState, poll: Poll): WatchState {
  const recent = state.recent.map((bucket) => ({ ...bucket }));
  const bucket = lastOrNew(recent, poll.at - (poll.at % bucketMs));
  for (const signal of countedSignals) {
    const seen = poll[signal];
    if (seen) bucket[signal] = [bucket[signal][0] + seen.bad, bucket[signal][1] + seen.all];
  }
  const old = state.old.map((one) => ({ ...one }));
  const kept = recent.filter(({ at }) => at > poll.at - recentMs);
  for (const gone of recent.slice(0, recent.length - kept.length)) {
    const into = lastOrNew(old, gone.at - (gone.at % oldBucketMs));
    for (const signal of countedSignals)
      into[signal] = [into[signal][0] + gone[signal][0], into[signal][1] + gone[signal][1]];
  }
  return { ...state, recent: kept, old: old.filter(({ at }) => at > poll.at - oldMs) };
}

/** The last bucket when it is of that step of time or a later one, otherwise a new one behind it. */
function lastOrNew(buckets: Bucket[], at: number): Bucket {
  const last = buckets.at(-1);
  if (last !== undefined && last.at >= at) return last;
  const bucket: Bucket = { at, traffic: [0, 0], latency: [0, 0], probes: [0, 0] };
  buckets.push(bucket);
  return bucket;
}
