import type { Outcome } from "../src/journal/event.ts";

export interface Scenario {
  readonly tag: string;
  readonly about: string;
  /** How it has to end; the rehearsal fails when it does not. */
  readonly outcome: Outcome;
  /** Once it is live, people take it back for this reason. */
  readonly recall?: string;
  /** The plan does not rehearse it the day before, which would find what is wrong with it. */
  readonly untried?: true;
}

export const scenarios: Readonly<Record<string, Scenario>> = {
  success: { tag: "v1.1.0", about: "a release with a migration goes live", outcome: "live" },
  "broken-release": {
    tag: "v1.1.0-broken",
    about: "its smoke tests fail before the site opens",
    outcome: "rolled-back",
    untried: true,
  },
  "bad-migration": {
    tag: "v1.1.0-bad-migration",
    about: "its migration fails half-way",
    outcome: "rolled-back",
    untried: true,
  },
  "bad-data": {
    tag: "v1.1.0-unique",
    about: "its migration fails on real data; the day before stops it",
    outcome: "failed",
  },
  sev1: {
    tag: "v1.1.0-sev1",
    about: "bookings fail once visitors come back; the watch sees it, and people approve the way back",
    outcome: "rolled-back",
  },
  recall: {
    tag: "v1.1.0",
    about: "a release goes live, and people take it back",
    outcome: "rolled-back",
    recall: "the doctors cannot work with it",
  },
  "code-only": { tag: "v1.0.1", about: "a release without a migration goes live", outcome: "live" },
};
