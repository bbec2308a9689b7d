import { t } from "../text/text.ts";
import { inARow, type Judged, judgeCounted, judgeLooked, total, type WatchVerdict } from "./judge-signals.ts";
import { countedSignals, lookedSignals, type Poll, type Signal, signalName } from "./poll.ts";
import { type Incident, type Reason, type WatchState, withPoll } from "./watch-state.ts";

export interface WatchSettings {
  /** Share of good requests that the service promises: 0.999. */
  readonly availability: number;
  /** Share of requests that the service promises to answer in time: 0.99. */
  readonly latency: number;
  /** Seconds between polls while nothing is wrong. */
  readonly every: number;
  /** Own requests at each poll while nothing is wrong. */
  readonly probes: number;
  /** As many looks in a row in which a signal could not be asked for are an incident. Default: 5. */
  readonly blindAfter?: number;
}

export interface Seen {
  readonly state: WatchState;
  readonly verdict: WatchVerdict;
  readonly signals: Readonly<Partial<Record<Signal, WatchVerdict>>>;
  /** What changed with this poll. */
  readonly change: "sev1" | "opened" | "changed" | "closed" | null;
  /** When to look again, and how closely; seconds, requests. */
  readonly next: { readonly inSeconds: number; readonly probes: number };
}

const minute = 60_000;
/** After something bad was seen it is looked at more closely for so long. */
const suspicionMs = minute;
const close = { every: 10, probes: 20 };
const greenMs = 10 * minute;
/** As many polls in which nothing could be asked for are an incident: nobody sees whether it works. */
const mostBlind = 5;
/** A bot that is not well is an incident; the release does not go back for it. */
const severeSignals = ["traffic", "latency", "probes", "units"] as const;

type JudgedSignals = readonly (readonly [Signal, Judged])[];

/** What the watch knows after a poll, what changed with it, and when to look again. */
export function observe(before: WatchState, poll: Poll, settings: WatchSettings): Seen {
  const counted = withPoll(before, poll);
  const judged = judgeSignals(counted, poll, settings);
  const blind = isBlind(poll) ? before.blind + 1 : 0;
  const blindOf = blindAfterPoll(before, poll);
  const bad = judged.flatMap(([, { reason }]) => reason ?? []);
  const reasons = [...bad, ...blindReasons({ blind, blindOf }, settings.blindAfter ?? mostBlind)];
  // Looking more closely shows nothing more of what cannot be looked at.
  const sawBad = bad.length > 0 || holdsBad(poll);
  const state: WatchState = {
    ...counted,
    hot: { ...counted.hot, ...Object.fromEntries(judged.map(([signal, { hot }]) => [signal, hot])) },
    good: { ...counted.good, ...Object.fromEntries(judged.map(([signal, { good }]) => [signal, good])) },
    blind,
    blindOf,
    suspectedAt: sawBad ? poll.at : before.suspectedAt,
    lastBadAt: reasons.length > 0 ? poll.at : before.lastBadAt,
  };
  const incident = incidentAfter(state, reasons, poll.at);
  const after = { ...state, incident, sev1: sev1After(state, reasons, poll.at) };
  const verdict = total(judged.map(([, one]) => one.verdict));
  return {
    state: after,
    verdict: verdict === "pass" && incident !== null ? "inconclusive" : verdict,
    signals: Object.fromEntries(judged.map(([signal, one]) => [signal, one.verdict])),
    change: changeOf(before, after),
    next: nextLook(after, poll.at, settings),
  };
}

function judgeSignals(state: WatchState, poll: Poll, { availability, latency }: WatchSettings): JudgedSignals {
  const promised = { traffic: availability, probes: availability, latency };
  return [
    ...countedSignals.map((signal) => [signal, judgeCounted(state, poll, signal, promised[signal])] as const),
    ...lookedSignals.map((signal) => [signal, judgeLooked(state, poll, signal)] as const),
  ].flatMap(([signal, judged]) => (judged === null ? [] : [[signal, judged] as const]));
}

/** Nothing that was asked for could be had. */
function isBlind({ traffic, latency, probes, units, bot }: Poll): boolean {
  return [traffic, latency, probes, units, bot].every((one) => one === undefined || one === null);
}

/** How often in a row each signal could not be asked for. One that a look leaves out keeps its row. */
function blindAfterPoll({ blindOf = {} }: WatchState, poll: Poll): NonNullable<WatchState["blindOf"]> {
  const rows = [...countedSignals, ...lookedSignals].flatMap((signal) => {
    const asked = poll[signal];
    const row = blindOf[signal] ?? 0;
    if (asked === undefined) return row > 0 ? [[signal, row] as const] : [];
    return asked === null ? [[signal, row + 1] as const] : [];
  });
  return Object.fromEntries(rows);
}

function blindReasons({ blind, blindOf = {} }: Pick<WatchState, "blind" | "blindOf">, most: number): Reason[] {
  if (blind >= most)
    return [{ kind: "blind", text: t`nothing could be asked for, ${blind} {0:time|times|times} in a row` }];
  return [...countedSignals, ...lookedSignals].flatMap((signal) => {
    const row = blindOf[signal] ?? 0;
    if (row < most) return [];
    const text = t`${signalName(signal)}: could not be asked for, ${row} {1:time|times|times} in a row`;
    return [{ kind: `blind-${signal}` as const, text }];
  });
}

/** Something bad, however little. */
function holdsBad(poll: Poll): boolean {
  const counted = countedSignals.some((signal) => (poll[signal]?.bad ?? 0) > 0);
  return counted || poll.units === false || poll.bot === false;
}

/** It opens with the first reason, changes with another kind of them, and closes once all was green for long enough. */
function incidentAfter({ incident, lastBadAt }: WatchState, reasons: readonly Reason[], at: number): Incident | null {
  if (reasons.length === 0) {
    const isOver = lastBadAt !== null && at - lastBadAt >= greenMs;
    return isOver ? null : incident;
  }
  const now = incidentOf(reasons, incident?.since ?? at);
  // Numbers go up and down; what is new is another signal.
  return incident !== null && incident.kinds?.join() === now.kinds?.join() ? incident : now;
}

function incidentOf(reasons: readonly Reason[], since: number): Incident {
  return { since, what: reasons.map(({ text }) => text), kinds: reasons.map(({ kind }) => kind).toSorted() };
}

function sev1After({ sev1, hot }: WatchState, reasons: readonly Reason[], at: number): Incident | null {
  if (sev1 !== null) return sev1;
  return severeSignals.some((signal) => hot[signal] >= inARow) ? incidentOf(reasons, at) : null;
}

function changeOf(before: WatchState, after: WatchState): Seen["change"] {
  if (before.sev1 === null && after.sev1 !== null) return "sev1";
  if (before.incident === after.incident) return null;
  if (before.incident === null) return "opened";
  return after.incident === null ? "closed" : "changed";
}

function nextLook({ suspectedAt }: WatchState, at: number, { every, probes }: WatchSettings): Seen["next"] {
  const isSuspicious = suspectedAt !== null && at - suspectedAt <= suspicionMs;
  if (!isSuspicious) return { inSeconds: every, probes };
  return { inSeconds: Math.min(close.every, every), probes: Math.max(close.probes, probes) };
}
