import { DateTime } from "luxon";
import type { Phase } from "../../src/checklist/model.ts";
import type { Page } from "../../src/checklist/page.ts";
import type { Release } from "../../src/core/release.ts";
import type { Entry, Event } from "../../src/journal/event.ts";
import { stateOf } from "../../src/journal/state.ts";
import { en } from "../../src/locale/en.ts";
import { samplePlan } from "../plan/sample-plan.ts";

export const release: Release = {
  id: "v1.1.0-7",
  tag: "v1.1.0",
  commit: "0123456789abcdef".repeat(3).slice(0, 40),
  digest: "d".repeat(64),
  issue: 3,
  actor: "anna",
  runId: 7,
  window: { start: "2026-11-25T02:00:00.000+03:00", end: "2026-11-25T04:00:00.000+03:00" },
};

const phases: readonly Phase[] = [
  { id: "prepare", title: "Before the window", lines: [{ id: "prepare.tag", title: "The tag is there" }] },
  { id: "isolate", title: "Isolate", lines: [{ id: "isolate.on", title: "Put the page up" }] },
  {
    id: "backup",
    title: "Back up",
    lines: [
      { id: "backup.dump", title: "Dump the database" },
      { id: "backup.restore", title: "Restore it beside" },
    ],
  },
  { id: "deploy", title: "Deploy", lines: [{ id: "deploy.migrate@app-1", title: "Run the migrations" }] },
  { id: "verify", title: "Verify", lines: [{ id: "verify.health", title: "It answers" }] },
  { id: "open", title: "Open", lines: [{ id: "open.off", title: "Take the page down" }] },
  { id: "rollback", title: "Rollback", lines: [{ id: "rollback.stop", title: "Stop the services" }] },
];

export type At = readonly [at: string, event: Event];

/** A page in Moscow's time; the events' times are UTC clock times of the evening before, 23:00 being the window's start. */
export function samplePage(events: readonly At[], change: Partial<Page> = {}): Page {
  const entries = events.map(
    ([at, event]): Entry => ({
      at: `2026-11-24T${at}.000Z`,
      release: release.id,
      run: { id: 7, attempt: 1 },
      ...event,
    }),
  );
  const zone = "Europe/Moscow";
  return {
    plan: samplePlan({ timezone: zone }),
    release,
    phases,
    state: stateOf(entries, release.id),
    window: {
      start: DateTime.fromISO(release.window.start, { zone }),
      end: DateTime.fromISO(release.window.end, { zone }),
    },
    runUrl: "https://github.test/clinic/actions/runs/7",
    messages: en,
    ...change,
  };
}
