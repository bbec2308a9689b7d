import type { Release } from "../core/release.ts";
import type { Word } from "../core/comments/scenarios.ts";
import type { KeptPlan, Outcome, Stretch, Stuck } from "./event.ts";
import type { StepStates } from "./step-state.ts";

/** What is known of one release: the journal's lines, added up. */
export interface LaunchState {
  readonly release: Release | null;
  /** The plan it was opened with; null in a journal from before plans were kept. */
  readonly plan: KeptPlan | null;
  readonly steps: StepStates;
  readonly approvedBy: readonly string[];
  /** Approvals written on the checklist, with the run that each was for. */
  readonly comments: readonly {
    readonly id: number;
    readonly at: string;
    readonly by: string;
    readonly opening: number;
    readonly run: number;
  }[];
  /** Waits for such an approval. */
  readonly waiting: boolean;
  readonly maintenance: { readonly state: "on" | "off"; readonly because: string; readonly at: string } | null;
  /** How often the site was found open in between; each time a new backup is made. */
  readonly reopened: number;
  /** Set when that was after a migration began: the backup then lacks what people wrote since. */
  readonly openedAfterMigration: boolean;
  /** Set once services ran behind the page after the migration: what they wrote is not in the backup, though nobody came in. */
  readonly ranBehindPage: boolean;
  /** Set once people approved to take the opened release back. */
  readonly recalled: { readonly by: readonly string[]; readonly because: string } | null;
  /** Set once a person took on that the launch does not keep to its window. */
  readonly overridden: { readonly by: string; readonly because: string } | null;
  /** The last word on each scenario. */
  readonly scenarios: ReadonlyMap<string, Word>;
  /** What the watch found, in order. */
  readonly incidents: readonly {
    readonly at: string;
    readonly change: "sev1" | "opened" | "changed" | "closed";
    readonly what: readonly string[];
  }[];
  /** How the watch went, in order; a stretch that two jobs saw is one. */
  readonly course: readonly Stretch[];
  /** Notices to people, by key. */
  readonly notices: ReadonlyMap<
    string,
    { readonly status: "sending" | "sent" | "failed" | "unknown"; readonly id?: number }
  >;
  /** Where the way back failed, in order. */
  readonly stuck: readonly Stuck[];
  /** Nothing of the way back was begun since it failed there. */
  readonly stuckNow: boolean;
  /** The last count of what was written; one that could not be taken never takes the place of one that was. */
  readonly counted: Counted | null;
  /** Comments owed to the checklist, by key. */
  readonly owed: ReadonlyMap<string, string>;
  /** Keys of those that are written. */
  readonly said: ReadonlySet<string>;
  readonly notes: readonly { readonly at: string; readonly text: string; readonly key?: string }[];
  readonly ended: Ended | null;
}

export interface Counted {
  readonly at: string;
  /** Object id of the database that was counted in; null when it could not be asked. */
  readonly database: string | null;
  /** As database/written.ts has it; null: it is not known. */
  readonly written: unknown;
  readonly why?: string;
}

export interface Ended {
  readonly outcome: Outcome;
  readonly because: string;
  readonly at: string;
  /** The person who ended it at the keyboard, and opened the site as it was. */
  readonly byHand?: { readonly who: string; readonly because: string };
}

export const emptyState: LaunchState = {
  release: null,
  plan: null,
  steps: new Map(),
  approvedBy: [],
  comments: [],
  waiting: false,
  maintenance: null,
  reopened: 0,
  openedAfterMigration: false,
  ranBehindPage: false,
  recalled: null,
  overridden: null,
  scenarios: new Map(),
  incidents: [],
  course: [],
  notices: new Map(),
  stuck: [],
  stuckNow: false,
  counted: null,
  owed: new Map(),
  said: new Set(),
  notes: [],
  ended: null,
};
