import type { Release } from "../core/release.ts";
import type { Word } from "../core/scenarios.ts";

export interface RunId {
  readonly id: number;
  readonly attempt: number;
}

export type StepStatus = "started" | "done" | "skipped" | "failed";
export type Outcome = "live" | "rolled-back" | "failed" | "prepared";

/** Facts a step leaves for later ones: ids, hashes, counts, paths. Never anyone's data. */
export type Facts = Readonly<Record<string, unknown>>;

export type Event =
  | { readonly kind: "opened"; readonly opened: Release }
  /** `comment`: the approval was written on the checklist; `opening` is the run that it answers. */
  | {
      readonly kind: "approved";
      readonly by: readonly string[];
      readonly comment?: { readonly id: number; readonly at: string; readonly opening: number };
    }
  /** The day before is through; the window waits for a comment that approves it. */
  | { readonly kind: "waiting" }
  | {
      readonly kind: "step";
      readonly step: string;
      readonly status: StepStatus;
      readonly seconds?: number;
      readonly note?: string;
      readonly facts?: Facts;
    }
  | { readonly kind: "maintenance"; readonly state: "on" | "off"; readonly because: string }
  /**
   * The site was found open although this launch had closed it: what was backed up may be outdated. `behind`: only
   * services ran, and the page stood before them.
   */
  | { readonly kind: "reopened"; readonly how: string; readonly behind?: boolean }
  /** A person takes an opened release back; what that sets aside was on the page they approved. */
  | { readonly kind: "recalled"; readonly by: readonly string[]; readonly because: string }
  /** A person takes on that the launch does not keep to its window. */
  | { readonly kind: "overridden"; readonly by: string; readonly because: string }
  /** What a person said of a scenario. `said` is GitHub's clock: the order that counts is that of speaking, not of writing it down. */
  | ({ readonly kind: "scenario" } & Word)
  /** What the watch found once the site was open: an incident, or that the release has to go back. */
  | {
      readonly kind: "watch";
      readonly change: "sev1" | "opened" | "changed" | "closed";
      readonly what: readonly string[];
    }
  /** How five minutes of the watch went, or the part of them that a job saw: requests and bad ones, timed and slow ones. `from`: their beginning, ms. */
  | ({ readonly kind: "course" } & Stretch)
  /** A notice to people, by channel and what it tells; `sending` before, and how it ended after. */
  | {
      readonly kind: "notice";
      readonly key: string;
      readonly status: "sending" | "sent" | "failed" | "unknown";
      readonly id?: number;
    }
  | { readonly kind: "note"; readonly text: string }
  /** A person removes what launches left behind; `items` are ids of the list. On record before anything goes. */
  | { readonly kind: "cleaned"; readonly items: readonly string[]; readonly by: string; readonly because: string }
  | { readonly kind: "ended"; readonly outcome: Outcome; readonly because: string };

/** A stretch of a watch. */
export interface Stretch {
  /** ms since 1970. */
  readonly from: number;
  readonly bad: number;
  readonly all: number;
  readonly slow: number;
  readonly timed: number;
}

/** A line of the journal. `at` is ISO 8601 in UTC. */
export type Entry = Event & { readonly at: string; readonly release: string; readonly run: RunId };
