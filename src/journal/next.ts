import { isOf } from "../core/phases.ts";
import { t } from "../core/text/text.ts";
import type { Entry } from "./event.ts";
import type { Ended, LaunchState } from "./launch-state.ts";
import { migrationsRan } from "./migrated.ts";
import type { StepState } from "./step-state.ts";
import { isolateOn, isolatePause, isPeoples, verifyScenario } from "./steps/steps.ts";

/** What an entry of each kind makes of the state; one that is not here does not compile. */
const added: {
  readonly [K in Entry["kind"]]: (state: LaunchState, entry: Extract<Entry, { kind: K }>) => LaunchState;
} = {
  opened: (state, entry) => ({
    ...state,
    release: entry.opened,
    plan: entry.plan ?? state.plan,
    waiting: false,
    ended: null,
  }),
  approved: (state, entry) => ({
    ...state,
    approvedBy: [...new Set([...state.approvedBy, ...entry.by])],
    comments: entry.comment
      ? [...state.comments, { ...entry.comment, by: entry.by.join(", "), run: entry.run.id }]
      : state.comments,
    waiting: false,
  }),
  waiting: (state) => ({ ...state, waiting: true }),
  maintenance: (state, entry) => ({
    ...state,
    maintenance: { state: entry.state, because: entry.because, at: entry.at },
  }),
  reopened: (state, entry) => {
    const migrated = migrationsRan(state);
    // How scheduled work was before the launch stays on record: it is not what a second look would find. So does what
    // people said: they are not asked twice.
    const kept = (id: string) => isolatePause.is(id) || isPeoples(id);
    const stale = (id: string) => (isOf(id, "isolate") && !kept(id)) || (!migrated && isOf(id, "backup"));
    return {
      ...state,
      steps: new Map([...state.steps].filter(([id]) => !stale(id) || id === isolateOn.id)),
      // The backup that is the way back stays, where it lies (backup-record.ts).
      reopened: state.reopened + (migrated && entry.behind === true ? 0 : 1),
      openedAfterMigration: state.openedAfterMigration || (migrated && entry.behind !== true),
      ranBehindPage: state.ranBehindPage || (migrated && entry.behind === true),
      notes: [...state.notes, { at: entry.at, text: entry.how }],
    };
  },
  recalled: (state, entry) => ({
    ...state,
    recalled: { by: entry.by, because: entry.because },
    notes: [
      ...state.notes,
      {
        at: entry.at,
        text: t`${entry.by.join(", ") || t`nobody had to approve it`}: back to the release before, because ${entry.because}`,
      },
    ],
  }),
  overridden: (state, entry) => ({
    ...state,
    overridden: { by: entry.by, because: entry.because },
    notes: [
      ...state.notes,
      { at: entry.at, text: t`${entry.by} takes on that the window is not kept to, because ${entry.because}` },
    ],
  }),
  scenario: (state, entry) => heard(state, entry),
  watch: (state, entry) => ({
    ...state,
    incidents: [...state.incidents, { at: entry.at, change: entry.change, what: entry.what }],
  }),
  course: (state, entry) => {
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
  },
  notice: (state, entry) => {
    const id = entry.id ?? state.notices.get(entry.key)?.id;
    return {
      ...state,
      notices: new Map(state.notices).set(entry.key, { status: entry.status, ...(id === undefined ? {} : { id }) }),
    };
  },
  cleaned: (state, entry) => ({
    ...state,
    notes: [
      ...state.notes,
      { at: entry.at, text: t`${entry.by} removes ${entry.items.join(", ")}, because ${entry.because}` },
    ],
  }),
  stuck: (state, entry) => ({
    ...state,
    stuck: [...state.stuck, { step: entry.step, what: entry.what, page: entry.page }],
    stuckNow: true,
  }),
  counted: (state, entry) => {
    if (entry.written === null && state.counted !== null && state.counted.written !== null) return state;
    const { at, database, written, why } = entry;
    return { ...state, counted: { at, database, written, ...(why === undefined ? {} : { why }) } };
  },
  comment: (state, entry) => {
    const owed = new Map(state.owed);
    if (entry.status === "owed") return { ...state, owed: owed.set(entry.key, entry.text ?? "") };
    owed.delete(entry.key);
    return { ...state, owed, said: new Set(state.said).add(entry.key) };
  },
  note: (state, { at, text, key }) => ({
    ...state,
    notes: [...state.notes, { at, text, ...(key === undefined ? {} : { key }) }],
  }),
  ended: (state, entry) => ({ ...state, waiting: false, ended: endOf(entry) }),
  step: (state, entry) => {
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
  },
};

/** The state with one more entry. One of a newer golive is its own to read. */
export function next(state: LaunchState, entry: Entry): LaunchState {
  if (!Object.hasOwn(added, entry.kind)) return state;
  const add = added[entry.kind] as (state: LaunchState, entry: Entry) => LaunchState;
  return add(state, entry);
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
  { scenario, line, mark, by, said, note, at, run }: Extract<Entry, { kind: "scenario" }>,
): LaunchState {
  const known = state.scenarios.get(scenario);
  if (known !== undefined && Date.parse(known.said) > Date.parse(said)) return state;
  const id = line ?? verifyScenario.of(scenario).id;
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
