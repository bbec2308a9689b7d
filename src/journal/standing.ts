import { isOf } from "../core/phases.ts";
import {
  backupCopy,
  deployCheckout,
  deployFetch,
  deploySwitch,
  isolateOn,
  isPeoples,
  openOff,
  peopleSteps,
  rollbackCode,
  rollbackDatabase,
  rollbackOn,
} from "./steps/steps.ts";
import { migrationsRan } from "./migrated.ts";
import { type Ended, type LaunchState, touched } from "./state.ts";
import type { StepState } from "./step-state.ts";

/** Where a launch stands. */
export type Phase =
  | "planned"
  | "waiting"
  | "prepared"
  /** It ended before anything that visitors or data could notice was begun. */
  | "untouched"
  | "closed"
  | "opening"
  | "live"
  | "going-back"
  /** The way back failed at a step, and is not tried at the moment. */
  | "stuck"
  | "rolled-back"
  /** A person ended it at the keyboard, and opened the site as it was. */
  | "by-hand"
  /** It ended half-way otherwise. */
  | "half-way";

/** What runs where: `between` while a step that changes it was begun and did not end. */
export type Runs = "previous" | "release" | "mixed" | "between";

export interface Standing {
  readonly phase: Phase;
  /** As the journal has it. `unclear`: it was being switched. */
  readonly page: "up" | "down" | "unclear";
  readonly code: Runs;
  /** What ran before the launch; null as long as no host was asked. */
  readonly previous: { readonly tag: string; readonly commit: string } | null;
  /** `migrated`: the release's migrations ran in it, to their end or not. `back`: another one took its place. */
  readonly database: "untouched" | "migrated" | "back" | "between";
  /** The database that the way back took out of service. */
  readonly kept: string | null;
  /** The copy from which the way back is a rename, as long as it was not used. */
  readonly copy: string | null;
  /** Steps that were begun and did not end well. */
  readonly unfinished: readonly {
    readonly id: string;
    readonly status: "started" | "failed";
    readonly note?: string;
  }[];
  readonly byHand: (Ended & { readonly who: string; readonly why: string }) | null;
}

/** One answer, from the journal alone, for the command line and the checklist. */
export function standing(state: LaunchState): Standing {
  const { ended } = state;
  const phase = phaseOf(state);
  const byHand = phase === "by-hand" ? ended?.byHand : undefined;
  return {
    phase,
    page: pageOf(state),
    code: codeOf(state),
    previous: previousOf(state),
    database: databaseOf(state),
    kept: rollbackDatabase.facts(state).kept ?? null,
    copy: copyOf(state),
    unfinished: unfinishedOf(state),
    byHand: ended === null || byHand === undefined ? null : { ...ended, who: byHand.who, why: byHand.because },
  };
}

function phaseOf(state: LaunchState): Phase {
  const { ended } = state;
  if (ended?.outcome === "live" || ended?.outcome === "prepared" || ended?.outcome === "rolled-back")
    return ended.outcome;
  if (ended !== null && !touched(state)) return "untouched";
  if (ended !== null) return ended.byHand === undefined ? "half-way" : "by-hand";
  if (isStuck(state)) return "stuck";
  if (wayBackBegun(state)) return "going-back";
  if (openOff.begun(state)) return "opening";
  if (touched(state) || state.maintenance?.state === "on") return "closed";
  return state.waiting ? "waiting" : "planned";
}

/** Whether a step of the way back was begun. */
export function wayBackBegun(state: LaunchState): boolean {
  return wayBack(state).length > 0;
}

/** Whether the way back failed, and no step of it is being tried. */
export function isStuck(state: LaunchState): boolean {
  if (state.stuckNow && state.ended === null) return true;
  const statuses = wayBack(state).map(({ status }) => status);
  return state.ended === null && statuses.includes("failed") && !statuses.includes("started");
}

/** What people do on it is asked while it goes on: it counts only where the way back failed for it. */
function wayBack({ steps }: LaunchState): StepState[] {
  const counts = (id: string, { status }: StepState) =>
    isOf(id, "rollback") && status !== "skipped" && (!isPeoples(id) || (rollbackPeople.is(id) && status === "failed"));
  return [...steps].flatMap(([id, step]) => (counts(id, step) ? [step] : []));
}

const { all: rollbackPeople } = peopleSteps.rollback;

/** Whether visitors can have written since the site closed for this launch: golive opened it, or a person did. */
export function wasOpened(state: LaunchState): boolean {
  const byHand = state.ended?.byHand !== undefined && touched(state);
  return openOff.begun(state) || byHand || state.openedAfterMigration || state.recalled !== null;
}

function pageOf(state: LaunchState): Standing["page"] {
  const rising = [isolateOn, rollbackOn].some((kind) => undone(kind.state(state)));
  if (rising && state.maintenance?.state === "on") return "unclear";
  if (state.maintenance !== null) return state.maintenance.state === "on" ? "up" : "down";
  return touched(state) ? "unclear" : "down";
}

function undone(step: StepState | undefined): boolean {
  return step?.status === "started" || step?.status === "failed";
}

const touches = [deployCheckout, deploySwitch];

function codeOf({ steps }: LaunchState): Runs {
  const hosts = deployFetch.all({ steps }).map(([host]) => host);
  const each = hosts.map((host): Runs => {
    const back = rollbackCode.on(host).state({ steps });
    const forward = touches.map((kind) => kind.on(host).state({ steps })).find((step) => step !== undefined);
    if (forward === undefined || back?.status === "done") return "previous";
    if (undone(back) || undone(forward)) return "between";
    return "release";
  });
  const [first = "previous"] = each;
  return each.every((one) => one === first) ? first : "mixed";
}

function previousOf({ steps }: LaunchState): Standing["previous"] {
  const known = deployFetch.all({ steps }).map(([host]) => deployFetch.on(host).facts({ steps }).previous);
  return known.find((previous) => previous != null) ?? null;
}

function databaseOf({ steps }: LaunchState): Standing["database"] {
  if (!migrationsRan({ steps })) return "untouched";
  const back = rollbackDatabase.state({ steps });
  if (back?.status === "done") return "back";
  // The object id goes on record just before the names change places; that it is restored, before anything is overwritten.
  const putting = back?.facts.replacement !== undefined || back?.facts.restoring === true;
  return undone(back) && putting ? "between" : "migrated";
}

function copyOf(state: LaunchState): string | null {
  if (backupCopy.state(state)?.status !== "done" || databaseOf(state) === "back") return null;
  return backupCopy.facts(state).copy?.name ?? null;
}

function unfinishedOf({ steps }: LaunchState): Standing["unfinished"] {
  return [...steps].flatMap(([id, { status, note, facts }]) =>
    (status === "started" || status === "failed") && facts.required !== false
      ? [{ id, status, ...(note === undefined ? {} : { note }) }]
      : [],
  );
}
