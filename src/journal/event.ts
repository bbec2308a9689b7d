import type { Release } from "../core/release.ts";
import type { Word } from "../core/comments/scenarios.ts";

export interface RunId {
  readonly id: number;
  readonly attempt: number;
}

export type StepStatus = "started" | "done" | "skipped" | "failed";
export type Outcome = "live" | "rolled-back" | "failed" | "prepared";

/** Facts a step leaves for later ones: ids, hashes, counts, paths. Never anyone's data. */
export type Facts = Readonly<Record<string, unknown>>;

export type Event =
  /** `plan`: its text is kept beside the journal from then on. Without it the launch goes on with the one on record. */
  | { readonly kind: "opened"; readonly opened: Release; readonly plan?: KeptPlan }
  /**
   * `comment`: the approval was written on the checklist; `opening` is the run that it answers. `rows`: how many
   * approvals of the environment the run has by then.
   */
  | {
      readonly kind: "approved";
      readonly by: readonly string[];
      readonly rows?: number;
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
  /**
   * What a person said of a scenario, or of a step that people do: then `line` is its step. `said` is GitHub's clock: the
   * order that counts is that of speaking, not of writing it down.
   */
  | ({ readonly kind: "scenario"; readonly line?: string } & Word)
  /** What the watch found once the site was open: an incident, or that the release has to go back. */
  | {
      readonly kind: "watch";
      readonly change: "sev1" | "opened" | "changed" | "closed";
      readonly what: readonly string[];
    }
  /**
   * How five minutes of the watch went, or the part of them that a job saw: requests and bad ones, timed and slow ones.
   * `from`: their beginning, ms.
   */
  | ({ readonly kind: "course" } & Stretch)
  /** A notice to people, by channel and what it tells; `sending` before, and how it ended after. */
  | {
      readonly kind: "notice";
      readonly key: string;
      readonly status: "sending" | "sent" | "failed" | "unknown";
      readonly id?: number;
    }
  /** The way back failed at a step. `again`: as it had before, so that people know. `page`: as it was then, or null. */
  | ({ readonly kind: "stuck"; readonly again: boolean } & Stuck)
  /** Rows written since the site closed, as counted in the database of that object id; null when they could not be. */
  | { readonly kind: "counted"; readonly database: string | null; readonly written: unknown; readonly why?: string }
  /** A comment on the checklist; one that is owed is written once GitHub can be asked. */
  | { readonly kind: "comment"; readonly key: string; readonly status: "owed" | "written"; readonly text?: string }
  /** `key`: what it is about, where it is noted once. */
  | { readonly kind: "note"; readonly text: string; readonly key?: string }
  /** A person removes what launches left behind; `items` are ids of the list. On record before anything goes. */
  | { readonly kind: "cleaned"; readonly items: readonly string[]; readonly by: string; readonly because: string }
  /** `byHand`: a person ended it at the keyboard, and opened the site as it was. */
  | {
      readonly kind: "ended";
      readonly outcome: Outcome;
      readonly because: string;
      readonly byHand?: { readonly who: string; readonly because: string };
    };

/** The plan a launch was opened with: its path in the repository, sha256 of its text, and which repository that is. */
export interface KeptPlan {
  readonly path: string;
  readonly sha256: string;
  /** https://github.com/owner/name */
  readonly repository: string;
  /** Commit of the default branch whose policy holds. */
  readonly policy?: string;
  /** Why it need not keep to its window, as it was approved; empty when it does. */
  readonly override?: string;
  /** Day of the window, where one was asked for: 2026-12-31. */
  readonly date?: string;
  /** Path of the workflow that was approved with it; absent where a person at the keyboard opened the launch. */
  readonly workflow?: string;
}

export interface Stuck {
  readonly step: string;
  readonly what: string;
  readonly page: "on" | "off" | "mixed" | null;
}

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
