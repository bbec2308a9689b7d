import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entry, Event } from "../../../src/journal/event.ts";
import { reportOf } from "../rehearse/report.ts";

const release = "v1.1.0 0123456";

/** One entry a second. */
function journal(events: readonly Event[]): Entry[] {
  return events.map((event, second) => ({
    ...event,
    release,
    run: { id: 1, attempt: 1 },
    at: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString(),
  }));
}

function steps(...ids: readonly string[]): Event[] {
  return ids.flatMap((step): Event[] => [
    { kind: "step", step, status: "started" },
    { kind: "step", step, status: step.startsWith("watch.") ? "failed" : "done" },
  ]);
}

const opened = { kind: "opened", opened: {} } as unknown as Event;
const measured = { requests: [], downtimeSeconds: 1, acknowledgedWrites: 0, lostWrites: 0, writesIn: {} };

test("the report has every phase of which something was done, in the order of the night", () => {
  const ids = ["after.tell", "watch.first-hour", "dns-tls.www", "open.off", "verify.http", "prepare.reach", "deploy.a"];
  const entries = journal([opened, ...steps(...ids)]);
  const { phases } = reportOf({ ...measured, entries, askedAt: null, badAt: [] });
  assert.deepEqual(
    phases.map(({ name, seconds, verdict }) => `${name} ${seconds} ${verdict}`),
    [
      "prepare 1 pass",
      "deploy 1 pass",
      "dns-tls 1 pass",
      "verify 1 pass",
      "open 1 pass",
      "watch 1 fail",
      "after 1 pass",
    ],
  );
});

test("nothing was begun: refused, without a phase", () => {
  const { outcome, phases } = reportOf({ ...measured, entries: [], askedAt: null, badAt: [] });
  assert.equal(outcome, "refused");
  assert.deepEqual(phases, []);
});
