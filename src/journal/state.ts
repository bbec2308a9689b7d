import { isOf } from "../core/phases.ts";
import { migrationsRan } from "./migrated.ts";
import { isolateOn, verifyScenario, isolatePause } from "./steps/steps.ts";
import type { Release } from "../core/release.ts";
import type { Word } from "../core/comments/scenarios.ts";
import { t } from "../core/text/text.ts";
import type { Entry, KeptPlan, Outcome, Stretch, Stuck } from "./event.ts";
import type { StepState, StepStates } from "./step-state.ts";

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
  readonly notes: readonly { readonly at: string; readonly text: string }[];
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

export function stateOf(entries: readonly Entry[], release: string): LaunchState {
  return entries.filter((entry) => entry.release === release).reduce(next, emptyState);
}

/** The release whose launch was opened last, ended or not. */
export function latestRelease(entries: readonly Entry[]): string | null {
  return entries.findLast((entry) => entry.kind === "opened")?.release ?? null;
}

/** The same of those that visitors could notice: one that was only rehearsed since does not count. */
export function latestTouched(entries: readonly Entry[]): string | null {
  const opened = [
    ...new Set(entries.flatMap((entry) => (entry.kind === "opened" ? [entry.release] : [])).toReversed()),
  ];
  return opened.find((release) => touched(stateOf(entries, release))) ?? null;
}

export function next(state: LaunchState, entry: Entry): LaunchState {
  switch (entry.kind) {
    default:
      // Of a newer golive: its own to read.
      return state;
    case "opened":
      return { ...state, release: entry.opened, plan: entry.plan ?? state.plan, waiting: false, ended: null };
    case "approved":
      return {
        ...state,
        approvedBy: [...new Set([...state.approvedBy, ...entry.by])],
        comments: entry.comment
          ? [...state.comments, { ...entry.comment, by: entry.by.join(", "), run: entry.run.id }]
          : state.comments,
        waiting: false,
      };
    case "waiting":
      return { ...state, waiting: true };
    case "maintenance":
      return { ...state, maintenance: { state: entry.state, because: entry.because, at: entry.at } };
    case "reopened": {
      const migrated = migrationsRan(state);
      // How scheduled work was before the launch stays on record: it is not what a second look would find.
      const stale = (id: string) => (isOf(id, "isolate") && !isolatePause.is(id)) || (!migrated && isOf(id, "backup"));
      return {
        ...state,
        steps: new Map([...state.steps].filter(([id]) => !stale(id) || id === isolateOn.id)),
        // The backup that is the way back stays, where it lies (backup-record.ts).
        reopened: state.reopened + (migrated && entry.behind === true ? 0 : 1),
        openedAfterMigration: state.openedAfterMigration || (migrated && entry.behind !== true),
        ranBehindPage: state.ranBehindPage || (migrated && entry.behind === true),
        notes: [...state.notes, { at: entry.at, text: entry.how }],
      };
    }
    case "recalled":
      return {
        ...state,
        recalled: { by: entry.by, because: entry.because },
        notes: [
          ...state.notes,
          {
            at: entry.at,
            text: t`${entry.by.join(", ") || t`nobody had to approve it`}: back to the release before, because ${entry.because}`,
          },
        ],
      };
    case "overridden":
      return {
        ...state,
        overridden: { by: entry.by, because: entry.because },
        notes: [
          ...state.notes,
          { at: entry.at, text: t`${entry.by} takes on that the window is not kept to, because ${entry.because}` },
        ],
      };
    case "scenario":
      return heard(state, entry);
    case "watch":
      return { ...state, incidents: [...state.incidents, { at: entry.at, change: entry.change, what: entry.what }] };
    case "course": {
      const { from, bad, all, slow, timed } = entry;
      const last = state.course.at(-1);
      if (last?.from !== from) return { ...state, course: [...state.course, { from, bad, all, slow, timed }] };
      return {
        ...state,
        course: [
          ...state.course.slice(0, -1),
          { from, bad: last.bad + bad, all: last.all + all, slow: last.slow + slow, timed: last.timed + timed },
        ],
      };
    }
    case "notice": {
      const id = entry.id ?? state.notices.get(entry.key)?.id;
      return {
        ...state,
        notices: new Map(state.notices).set(entry.key, { status: entry.status, ...(id === undefined ? {} : { id }) }),
      };
    }
    case "cleaned":
      return {
        ...state,
        notes: [
          ...state.notes,
          { at: entry.at, text: t`${entry.by} removes ${entry.items.join(", ")}, because ${entry.because}` },
        ],
      };
    case "stuck":
      return {
        ...state,
        stuck: [...state.stuck, { step: entry.step, what: entry.what, page: entry.page }],
        stuckNow: true,
      };
    case "counted": {
      if (entry.written === null && state.counted !== null && state.counted.written !== null) return state;
      const { at, database, written, why } = entry;
      return { ...state, counted: { at, database, written, ...(why === undefined ? {} : { why }) } };
    }
    case "comment": {
      const owed = new Map(state.owed);
      if (entry.status === "owed") return { ...state, owed: owed.set(entry.key, entry.text ?? "") };
      owed.delete(entry.key);
      return { ...state, owed, said: new Set(state.said).add(entry.key) };
    }
    case "note":
      return { ...state, notes: [...state.notes, { at: entry.at, text: entry.text }] };
    case "ended":
      return { ...state, waiting: false, ended: endOf(entry) };
    case "step": {
      const before = state.steps.get(entry.step);
      const steps = new Map(state.steps).set(entry.step, {
        status: entry.status,
        startedAt: entry.status === "started" ? entry.at : (before?.startedAt ?? entry.at),
        ...(entry.status === "started" ? {} : { endedAt: entry.at }),
        ...(entry.seconds === undefined ? {} : { seconds: entry.seconds }),
        ...(entry.note === undefined ? {} : { note: entry.note }),
        run: entry.run,
        facts: { ...before?.facts, ...entry.facts },
      });
      const goesOn = isOf(entry.step, "rollback") && entry.status === "started";
      return { ...state, steps, stuckNow: state.stuckNow && !goesOn };
    }
  }
}

function endOf({ outcome, because, at, byHand, run }: Extract<Entry, { kind: "ended" }>): Ended {
  const end = { outcome, because, at };
  if (byHand !== undefined) return { ...end, byHand };
  // Journals from before that was kept: only a person at the keyboard had no run.
  return outcome === "failed" && run.id === 0 ? { ...end, byHand: { who: "", because } } : end;
}

/** A person's word makes the line of its scenario what it says. */
function heard(
  state: LaunchState,
  { scenario, mark, by, said, note, at, run }: Extract<Entry, { kind: "scenario" }>,
): LaunchState {
  const known = state.scenarios.get(scenario);
  if (known !== undefined && Date.parse(known.said) > Date.parse(said)) return state;
  const id = scenarioLine(scenario);
  const startedAt = state.steps.get(id)?.startedAt ?? at;
  const seconds = Math.max(0, (Date.parse(said) - Date.parse(startedAt)) / 1000);
  const step: StepState =
    mark === "none"
      ? {
          status: "started",
          startedAt,
          note: t`${by} took it back`,
          run,
          facts: { ...state.steps.get(id)?.facts, verdict: mark },
        }
      : {
          status: mark === "pass" ? "done" : "failed",
          startedAt,
          endedAt: said,
          seconds,
          note: note === undefined ? by : `${by}: ${note}`,
          run,
          facts: { ...state.steps.get(id)?.facts, verdict: mark },
        };
  return {
    ...state,
    scenarios: new Map(state.scenarios).set(scenario, {
      scenario,
      mark,
      by,
      said,
      ...(note === undefined ? {} : { note }),
    }),
    steps: new Map(state.steps).set(id, step),
  };
}

/** Id of a scenario's line on the checklist. */
export function scenarioLine(id: string): string {
  return verifyScenario.of(id).id;
}

/** Whether a step was ever begun; what it did may be half done. */
export function begun(state: LaunchState, step: string): boolean {
  return [...state.steps].some(
    ([id, { status }]) => (id === step || id.startsWith(`${step}@`)) && status !== "skipped",
  );
}

/** Whether a step began after all of these had ended: what it started could read what they left. */
export function startedAfter(state: LaunchState, { startedAt }: StepState, steps: readonly string[]): boolean {
  return steps.every((id) => (state.steps.get(id)?.endedAt ?? "") <= startedAt);
}

/** Whether anything that visitors or data could notice was begun. */
export function touched(state: LaunchState): boolean {
  return isolateOn.begun(state);
}
