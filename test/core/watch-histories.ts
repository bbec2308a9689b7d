import type { Look, Poll } from "../../src/core/watch/poll.ts";

/** A poll as it is written here: what is left out, the plan does not have. */
export interface Told {
  readonly traffic?: readonly [bad: number, all: number] | null;
  readonly latency?: readonly [bad: number, all: number] | null;
  readonly probes?: readonly [bad: number, all: number] | null;
  readonly units?: Look;
  readonly bot?: Look;
}

export interface History {
  readonly name: string;
  /** So many polls of each, one after the other, as the watch asks for them. */
  readonly polls: readonly (readonly [times: number, told: Told])[];
  /** SEV-1 within so many seconds of the first poll that has something bad; null: none at all. */
  readonly sev1: number | null;
  /** What the last poll says. */
  readonly verdict: "pass" | "fail" | "inconclusive" | "error";
  /** How often an incident opened, and whether one is open at the end. */
  readonly incidents?: number;
  readonly open?: boolean;
}

const t = (bad: number, all: number): Told => ({ traffic: [bad, all] });
const p = (bad: number, all: number): Told => ({ probes: [bad, all] });
const both = (bad: number, all: number, probesBad: number, probes: number): Told => ({
  traffic: [bad, all],
  probes: [probesBad, probes],
});

export const histories: readonly History[] = [
  { name: "quiet, and nothing wrong", polls: [[120, both(0, 2, 0, 6)]], sev1: null, verdict: "pass", incidents: 0 },
  { name: "busy, and nothing wrong", polls: [[120, t(0, 500)]], sev1: null, verdict: "pass", incidents: 0 },
  {
    name: "no visitors at all: the watch's own requests are not enough for a word on traffic",
    polls: [[120, both(0, 0, 0, 6)]],
    sev1: null,
    verdict: "inconclusive",
    incidents: 0,
  },
  {
    name: "the first minutes are too little to clear it",
    polls: [[4, both(0, 2, 0, 6)]],
    sev1: null,
    verdict: "inconclusive",
    incidents: 0,
  },
  {
    name: "one bad request among many",
    polls: [
      [20, t(0, 100)],
      [1, t(1, 100)],
      [60, t(0, 100)],
    ],
    sev1: null,
    verdict: "pass",
    incidents: 0,
  },
  {
    name: "one bad request among few",
    polls: [
      [20, t(0, 2)],
      [1, t(1, 2)],
      [60, t(0, 2)],
    ],
    sev1: null,
    verdict: "inconclusive",
    incidents: 0,
  },
  {
    name: "two of two bad, then nothing: an accident",
    polls: [
      [1, t(2, 2)],
      [60, t(0, 1)],
    ],
    sev1: null,
    verdict: "inconclusive",
    incidents: 0,
  },
  {
    name: "three of three bad are few",
    polls: [
      [1, t(3, 3)],
      [20, t(0, 0)],
    ],
    sev1: null,
    verdict: "inconclusive",
    incidents: 0,
  },
  {
    name: "a spike of errors in one poll, then good again",
    polls: [
      [40, t(0, 200)],
      [1, t(10, 200)],
      [60, t(0, 200)],
    ],
    sev1: null,
    verdict: "pass",
    incidents: 0,
  },
  {
    name: "the promised share of errors",
    polls: [
      [400, t(0, 50)],
      [1, t(1, 50)],
      [19, t(0, 50)],
      [1, t(1, 50)],
      [100, t(0, 50)],
    ],
    sev1: null,
    verdict: "pass",
    incidents: 0,
  },
  {
    name: "all bad from the beginning, much traffic",
    polls: [[30, t(100, 100)]],
    sev1: 60,
    verdict: "fail",
    incidents: 1,
    open: true,
  },
  {
    name: "all bad from the beginning, two requests a minute",
    polls: [[30, t(1, 1)]],
    sev1: 120,
    verdict: "fail",
    incidents: 1,
    open: true,
  },
  { name: "a fifth bad, much traffic", polls: [[30, t(20, 100)]], sev1: 60, verdict: "fail", incidents: 1, open: true },
  {
    name: "a fifth bad, and the own requests say so",
    polls: [[30, both(0, 0, 2, 10)]],
    sev1: 90,
    verdict: "fail",
    incidents: 1,
    open: true,
  },
  { name: "a tenth bad", polls: [[60, t(5, 50)]], sev1: 90, verdict: "fail", open: true },
  { name: "two percent bad", polls: [[120, t(2, 100)]], sev1: null, verdict: "fail", open: true },
  {
    name: "one percent bad: too many over hours, no emergency",
    polls: [[240, t(2, 200)]],
    sev1: null,
    verdict: "fail",
    incidents: 1,
    open: true,
  },
  {
    name: "it breaks after half an hour",
    polls: [
      [60, t(0, 100)],
      [30, t(100, 100)],
    ],
    sev1: 90,
    verdict: "fail",
    incidents: 1,
    open: true,
  },
  {
    name: "it breaks after fifty minutes, a fifth bad: the hour has to feel it",
    polls: [
      [100, t(0, 100)],
      [90, t(20, 100)],
    ],
    sev1: 300,
    verdict: "fail",
    open: true,
  },
  {
    name: "slowly worse",
    polls: [
      [20, t(0, 100)],
      [20, t(1, 100)],
      [20, t(3, 100)],
      [20, t(10, 100)],
      [20, t(30, 100)],
    ],
    sev1: 1200,
    verdict: "fail",
    open: true,
  },
  {
    name: "bad for two minutes, and good again before three polls said so",
    polls: [
      [40, t(0, 100)],
      [2, t(50, 100)],
      [150, t(0, 100)],
    ],
    sev1: null,
    verdict: "pass",
    incidents: 1,
    open: false,
  },
  {
    name: "visitors stay away once it breaks: what was seen counts on",
    polls: [
      [20, t(0, 20)],
      [2, t(10, 10)],
      [1, t(2, 2)],
      [30, t(0, 0)],
    ],
    sev1: 60,
    verdict: "fail",
  },
  {
    name: "every other poll is bad",
    polls: Array.from({ length: 30 }, (_, index) => [1, index % 2 === 0 ? t(10, 20) : t(0, 20)] as const),
    sev1: 90,
    verdict: "fail",
    open: true,
  },
  {
    name: "outside nothing answers, the metrics are well",
    polls: [
      [20, both(0, 100, 0, 6)],
      [10, both(0, 100, 6, 6)],
    ],
    sev1: 60,
    verdict: "fail",
    open: true,
  },
  {
    name: "outside one in six fails: one way of several is broken",
    polls: [
      [10, both(0, 100, 0, 6)],
      [30, both(0, 100, 1, 6)],
    ],
    sev1: 120,
    verdict: "fail",
    open: true,
  },
  {
    name: "slow: half of the requests take too long",
    polls: [
      [10, { traffic: [0, 50], latency: [0, 50] }],
      [30, { traffic: [0, 50], latency: [25, 50] }],
    ],
    sev1: 90,
    verdict: "fail",
    open: true,
  },
  {
    name: "slow for one poll",
    polls: [
      [40, { latency: [0, 50] }],
      [1, { latency: [20, 50] }],
      [60, { latency: [0, 50] }],
    ],
    sev1: null,
    verdict: "pass",
  },
  {
    name: "a tenth slow: ten times the promise, no emergency",
    polls: [[240, { latency: [10, 100] }]],
    sev1: null,
    verdict: "fail",
    incidents: 1,
    open: true,
  },
  {
    name: "a unit stops",
    polls: [
      [10, { units: true }],
      [5, { units: false }],
    ],
    sev1: 30,
    verdict: "fail",
    open: true,
  },
  {
    name: "a unit restarts",
    polls: [
      [10, { units: true }],
      [2, { units: false }],
      [10, { units: true }],
    ],
    sev1: null,
    verdict: "pass",
    incidents: 0,
  },
  {
    name: "the bot is ill: told, and no reason to go back",
    polls: [
      [10, { probes: [0, 60], bot: true }],
      [20, { probes: [0, 60], bot: false }],
    ],
    sev1: null,
    verdict: "fail",
    incidents: 1,
    open: true,
  },
  {
    name: "the bot is ill and well again",
    polls: [
      [10, { probes: [0, 60], bot: true }],
      [5, { probes: [0, 60], bot: false }],
      [60, { probes: [0, 60], bot: true }],
    ],
    sev1: null,
    verdict: "pass",
    incidents: 1,
    open: false,
  },
  {
    name: "nothing can be asked for",
    polls: [[20, { traffic: null, probes: null }]],
    sev1: null,
    verdict: "error",
    incidents: 1,
    open: true,
  },
  {
    name: "the metrics are away, the own requests are well",
    polls: [[120, { traffic: null, probes: [0, 6] }]],
    sev1: null,
    verdict: "error",
    incidents: 1,
    open: true,
  },
  {
    name: "the metrics are away, and the own requests fail",
    polls: [[10, { traffic: null, probes: [6, 6] }]],
    sev1: 60,
    verdict: "fail",
    open: true,
  },
  {
    name: "a gap in the metrics while it is bad does not end the row",
    polls: [
      [2, t(50, 100)],
      [3, { traffic: null }],
      [1, t(50, 100)],
    ],
    sev1: 90,
    verdict: "fail",
    open: true,
  },
  {
    name: "a gap in the metrics while it is well",
    polls: [
      [40, t(0, 100)],
      [4, { traffic: null }],
      [40, t(0, 100)],
    ],
    sev1: null,
    verdict: "pass",
    incidents: 0,
  },
  {
    name: "polls without a request between bad ones do not end the row",
    polls: [
      [1, t(4, 4)],
      [1, t(0, 0)],
      [1, t(4, 4)],
      [1, t(0, 0)],
      [1, t(4, 4)],
    ],
    sev1: 60,
    verdict: "fail",
    open: true,
  },
  {
    name: "bad, mended, and green for ten minutes: the incident closes",
    polls: [
      [60, t(0, 100)],
      [2, t(40, 100)],
      [120, t(0, 100)],
    ],
    sev1: null,
    verdict: "pass",
    incidents: 1,
    open: false,
  },
  {
    name: "errors come and go within ten minutes: one incident, not many",
    polls: [
      [40, t(0, 100)],
      ...Array.from(
        { length: 6 },
        () =>
          [
            [1, t(20, 100)],
            [10, t(0, 100)],
          ] as const,
      ).flat(),
    ],
    sev1: null,
    verdict: "fail",
    incidents: 1,
    open: true,
  },
  {
    name: "an hour without a request, then all bad",
    polls: [
      [120, t(0, 0)],
      [10, t(5, 5)],
    ],
    sev1: 60,
    verdict: "fail",
    open: true,
  },
  {
    name: "a burst of the own requests clears one failure",
    polls: [
      [10, p(0, 6)],
      [1, p(1, 6)],
      [6, p(0, 20)],
      [60, p(0, 6)],
    ],
    sev1: null,
    verdict: "pass",
    incidents: 0,
  },
  {
    name: "a burst of the own requests confirms it",
    polls: [
      [10, p(0, 6)],
      [1, p(1, 6)],
      [6, p(4, 20)],
    ],
    sev1: 60,
    verdict: "fail",
    open: true,
  },
];

export function pollOf(at: number, { traffic, latency, probes, ...rest }: Told): Poll {
  const count = (one: readonly [number, number] | null | undefined) =>
    one === undefined || one === null ? one : { bad: one[0], all: one[1] };
  return {
    at,
    ...(traffic === undefined ? {} : { traffic: count(traffic) ?? null }),
    ...(latency === undefined ? {} : { latency: count(latency) ?? null }),
    ...(probes === undefined ? {} : { probes: count(probes) ?? null }),
    ...rest,
  };
}
