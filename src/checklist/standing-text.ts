import { isOf } from "../core/phases.ts";
import { t } from "../core/text/text.ts";
import type { Release } from "../core/release.ts";
import type { Stuck } from "../journal/event.ts";
import { type Standing, standing } from "../journal/standing.ts";
import type { LaunchState } from "../journal/state.ts";
import type { Messages } from "../locale/messages.ts";
import type { Plan } from "../plan/schema/schema.ts";
import { code, plain } from "./markdown.ts";
import type { Phase } from "./model.ts";
import { clock } from "./times.ts";

/** How the launch stands, in one line. */
export function stateLine(state: LaunchState, { states }: Messages): string {
  const { phase, page } = standing(state);
  const open = page === "down";
  switch (phase) {
    case "planned":
      return states.planned;
    case "waiting":
      return states.waiting;
    case "prepared":
      return states.prepared;
    case "untouched":
      return states.failedOpen;
    case "closed":
      return states.closed;
    case "opening":
      return state.maintenance?.state === "on" ? states.openingClosed : states.opening;
    case "live":
      return states.live;
    case "going-back":
      return states.rollingBack;
    case "stuck":
      return isOpen(state) ? states.stuckOpen : states.stuckClosed;
    case "rolled-back":
      return states.rolledBack;
    case "by-hand":
      return states.byHand;
    case "half-way":
      return open ? states.halfWay : states.failedClosed;
  }
}

/** Whether visitors reach the site where the way back failed: as it was seen then, else as the journal has it. */
function isOpen(state: LaunchState): boolean {
  const seen = state.stuck.at(-1)?.page ?? null;
  return seen === null ? standing(state).page === "down" : seen === "off";
}

/** What runs now, and in which database; from the journal alone. */
export function servesText(state: LaunchState, tag: string): readonly [code: string, database: string] {
  const now = standing(state);
  return [codeText(now, tag), databaseText(now, tag)];
}

function codeText({ code: runs, previous }: Standing, tag: string): string {
  const before = previous === null ? t`the release of before` : t`${previous.tag}, the release of before`;
  return {
    release: tag,
    previous: before,
    mixed: t`some hosts have ${tag}, others ${before}`,
    between: t`it was being changed between ${before} and ${tag}`,
  }[runs];
}

function databaseText({ database, kept, copy }: Standing, tag: string): string {
  const aside = copy === null ? "" : t`; as it was before, it is ${copy}`;
  return {
    untouched: t`no migration ran: it is as it was`,
    migrated: t`the migrations of ${tag} ran in it${aside}`,
    back: t`as it was when the site closed; the one of ${tag} is kept as ${kept ?? "?"}`,
    between: t`the one of before was just being put in its place`,
  }[database];
}

interface Told {
  readonly state: LaunchState;
  readonly release: Release;
  readonly plan: Plan;
  readonly phases: readonly Phase[];
  readonly runUrl: string;
}

/** What people read first where a launch did not end as it should: what state the site is in, and what to press. */
export function firstLine(page: Told): string | null {
  const { phase } = standing(page.state);
  if (phase === "stuck") return stuckText(page);
  return phase === "by-hand" ? byHandText(page) : null;
}

/** Where the way back failed, how the site is, and what to press. */
export function stuckText({ state, release, phases, runUrl }: Told): string {
  const stuck = state.stuck.at(-1) ?? lastFailed(state);
  const site = siteText(state);
  const [runs, database] = servesText(state, release.tag);
  return [
    failedText(stuck, phases),
    `${site} ${t`Code: ${plain(runs)}. Database: ${plain(database)}.`}`,
    pressText(release, runUrl),
  ].join(" ");
}

function failedText({ step, what }: Stuck, phases: readonly Phase[]): string {
  const why = plain(what, 2000);
  // A look that failed before any step began.
  if (step === "") return t`**The way back failed: ${why}.**`;
  return t`**The way back failed at “${plain(titleOf(phases, step))}”: ${why}.**`;
}

function siteText(state: LaunchState): string {
  const seen = state.stuck.at(-1)?.page ?? null;
  if (seen === "mixed") return t`The maintenance page is up on some balancers and down on others.`;
  return isOpen(state)
    ? t`The site is open: visitors reach it.`
    : t`The site is closed: visitors see the maintenance page.`;
}

function pressText({ runId, tag }: Release, runUrl: string): string {
  const again = t`start the workflow *Roll back* again for ${code(tag)}`;
  const press =
    runId === 0
      ? t`To go on, ${again}.`
      : t`To go on, press *Re-run failed jobs* on [run ${runId}](${runUrl}), or ${again}.`;
  return `${press} ${t`It goes on where it failed, as often as it takes. Without GitHub: ${code("golive rollback")}.`}`;
}

function lastFailed({ steps }: LaunchState): Stuck {
  const [step, failed] = [...steps].findLast(([id, { status }]) => isOf(id, "rollback") && status === "failed") ?? [
    "",
    undefined,
  ];
  return { step, what: failed?.note ?? "", page: null };
}

/** What a step is called on the checklist. */
export function titleOf(phases: readonly Phase[], id: string): string {
  return phases.flatMap(({ lines }) => lines).find((line) => line.id === id)?.title ?? id;
}

function byHandText({ state, release, plan }: Told): string {
  const { byHand } = standing(state);
  const [runs, database] = servesText(state, release.tag);
  const who = byHand === null || byHand.who === "" ? t`a person` : byHand.who;
  const at = clock(byHand?.at ?? "", plan);
  const opened = t`**${plain(who)} opened the site by hand at ${at}: ${plain(byHand?.why ?? "")}.**`;
  return `${opened} ${t`Code: ${plain(runs)}. Database: ${plain(database)}.`}`;
}
