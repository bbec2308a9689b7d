import assert from "node:assert/strict";
import { test } from "node:test";
import { alarms, randomOf, reactions } from "../../packages/rehearsal/false-alarms.ts";
import { increase } from "../../src/core/watch/poll.ts";
import { observe, type Seen, type WatchSettings } from "../../src/core/watch/watch.ts";
import { watchBegins, type WatchState } from "../../src/core/watch/watch-state.ts";
import { histories, type History, pollOf } from "./watch-histories.ts";

const settings: WatchSettings = { availability: 0.999, latency: 0.99, every: 30, probes: 6 };

function run({ polls }: Pick<History, "polls">) {
  let state = watchBegins(0);
  let at = 0;
  let inSeconds = settings.every;
  let firstBad: number | null = null;
  let sev1: number | null = null;
  let incidents = 0;
  let last: Seen | undefined;
  for (const [times, told] of polls) {
    for (let n = 0; n < times; n++) {
      at += inSeconds * 1000;
      const poll = pollOf(at, told);
      const bad =
        [poll.traffic, poll.latency, poll.probes].some((one) => (one?.bad ?? 0) > 0) ||
        poll.units === false ||
        poll.bot === false;
      if (bad) firstBad ??= at;
      last = observe(state, poll, settings);
      ({ state } = last);
      ({ inSeconds } = last.next);
      if (last.change === "sev1") sev1 = at;
      if (last.change === "opened" || (last.change === "sev1" && state.incident?.since === at)) incidents++;
    }
  }
  return {
    sev1: sev1 === null ? null : (sev1 - (firstBad ?? 0)) / 1000,
    verdict: last?.verdict,
    incidents,
    open: state.incident !== null,
  };
}

for (const history of histories) {
  test(`history: ${history.name}`, () => {
    const { sev1, verdict, incidents, open } = run(history);
    if (history.sev1 === null) assert.equal(sev1, null, "no SEV-1");
    else assert.ok(sev1 !== null && sev1 <= history.sev1, `SEV-1 after ${sev1} s, at most ${history.sev1}`);
    assert.equal(verdict, history.verdict);
    if (history.incidents !== undefined) assert.equal(incidents, history.incidents, "incidents");
    if (history.open !== undefined) assert.equal(open, history.open, "open at the end");
  });
}

test("a counter that was started anew counts from nothing; what was not seen has no increase", () => {
  assert.deepEqual(
    [increase(10, 15), increase(10, 10), increase(100, 3), increase(null, 5), increase(5, null)],
    [5, 0, 3, null, null],
  );
});

/** A day with a quiet night, three bad minutes, a bad hour of one percent, and metrics that are away for a while. */
function* day(random: () => number) {
  for (let at = 60; at <= 24 * 3600; at += 60) {
    const rate = at % 86_400 < 6 * 3600 ? 1 : 40;
    const share = at >= 30_000 && at < 30_180 ? 0.5 : at >= 50_000 && at < 53_600 ? 0.01 : 0.0005;
    const count = (all: number) => ({ bad: Array.from({ length: all }, random).filter((x) => x < share).length, all });
    yield { at: at * 1000, traffic: at >= 70_000 && at < 70_900 ? null : count(rate), probes: count(6), units: true };
  }
}

test("a day without waiting: what is bad is told within five minutes, and a job that hands over loses nothing", () => {
  const watched = (handOver: number) => {
    let state: WatchState = watchBegins(0);
    const changes: string[] = [];
    for (const poll of day(randomOf(3))) {
      if (handOver > 0 && poll.at % (handOver * 1000) < 60_000) state = JSON.parse(JSON.stringify(state)) as WatchState;
      const seen = observe(state, poll, { ...settings, every: 60 });
      ({ state } = seen);
      if (seen.change) changes.push(`${poll.at / 1000} ${seen.change}`);
    }
    return { changes, size: JSON.stringify(state).length };
  };
  const whole = watched(0);
  assert.deepEqual(watched(5.5 * 3600), whole);
  const opened = whole.changes.find((change) => /sev1|opened/.test(change));
  assert.ok(
    opened !== undefined && Number.parseInt(opened, 10) >= 30_000 && Number.parseInt(opened, 10) <= 30_300,
    whole.changes.join("; "),
  );
  assert.ok(
    whole.changes.some((change) => change.endsWith("closed")),
    whole.changes.join("; "),
  );
  assert.ok(whole.size < 25_000, `the state has ${whole.size} characters`);
});

test("on the day after, what is bad is told within five minutes: a small round of script/false-alarms", () => {
  const { hours, called, late } = reactions(100, 0.2, 7);
  assert.deepEqual([hours, called, late], [100, 100, 0]);
});

test("healthy hours are called no SEV-1, bad ones all within five minutes: a small round of script/false-alarms", () => {
  assert.equal(alarms(500, 0.001, 5).called, 0);
  const bad = alarms(150, 0.2, 6);
  assert.deepEqual([bad.called, bad.late], [150, 0]);
});
