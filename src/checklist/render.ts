import { dayBeforeMigrate, prepareMigrations } from "../journal/steps/steps.ts";
import { firstLossy } from "../core/effects/lossy.ts";
import { span } from "../core/text/figures.ts";
import { fitText } from "../core/text/fit.ts";
import type { Release } from "../core/release.ts";
import { t } from "../core/text/text.ts";
import { standing } from "../journal/standing.ts";
import type { LaunchState } from "../journal/state.ts";
import type { Messages } from "../locale/messages.ts";
import type { Plan } from "../plan/schema/schema.ts";
import { howToApprove } from "./approve-text.ts";
import { courseCharts } from "./chart.ts";
import { code, plain } from "./markdown.ts";
import { type Detail, phaseSection } from "./phase-section.ts";
import { firstLine, stateLine } from "./standing-text.ts";
import { timeline } from "./timeline.ts";
import { clock } from "./times.ts";
import type { Page } from "./page.ts";
import { cannotPromise } from "../plan/engine/promises.ts";

/**
 * GitHub counts 65,536 characters, or 262,144 bytes where it was measured of late. In these units of JavaScript a body
 * is within both, whatever its script.
 */
const mostCharacters = 65_000;

const whole = Number.POSITIVE_INFINITY;

/** From all there is to what nobody can do without. The first that GitHub takes is shown. */
const details: readonly Detail[] = [
  {
    hostNote: 300,
    doneNote: 300,
    tellingNote: whole,
    finished: "lines",
    waiting: "lines",
    pictures: true,
    remarks: whole,
  },
  {
    hostNote: 80,
    doneNote: 300,
    tellingNote: whole,
    finished: "lines",
    waiting: "lines",
    pictures: true,
    remarks: whole,
  },
  { hostNote: 0, doneNote: 300, tellingNote: whole, finished: "lines", waiting: "lines", pictures: true, remarks: 50 },
  { hostNote: 0, doneNote: 80, tellingNote: whole, finished: "lines", waiting: "lines", pictures: true, remarks: 50 },
  { hostNote: 0, doneNote: 80, tellingNote: whole, finished: "count", waiting: "lines", pictures: true, remarks: 20 },
  { hostNote: 0, doneNote: 0, tellingNote: whole, finished: "count", waiting: "count", pictures: false, remarks: 10 },
  { hostNote: 0, doneNote: 0, tellingNote: 500, finished: "count", waiting: "count", pictures: false, remarks: 5 },
  { hostNote: 0, doneNote: 0, tellingNote: 100, finished: "count", waiting: "count", pictures: false, remarks: 0 },
];

/** The issue's body: everything on it comes from the plan and the journal. */
export function renderPage(page: Page): string {
  for (const detail of details) {
    const body = compose(page, decidedOn(page) ? { ...detail, doneNote: wholeIf(detail.doneNote) } : detail);
    if (body.length <= mostCharacters) return body;
  }
  const { release, runUrl } = page;
  const rest = t`… the rest is in the log of [run ${release.runId}](${runUrl})`;
  return fitText(compose(page, details.at(-1) as Detail), mostCharacters, rest);
}

/** Before anything was touched somebody reads the page to decide: nothing that a look found is shortened. */
function decidedOn({ state }: Page): boolean {
  return ["planned", "waiting", "prepared", "untouched"].includes(standing(state).phase);
}

function wholeIf(length: number): number {
  return length >= 300 ? whole : length;
}

/** Hidden in the body, to find the page of a launch again. */
export function marker(release: string): string {
  return `<!-- golive:release=${release} -->`;
}

/** Hidden in the body while the window waits for a comment: a hint at the tag, which whoever reads it looks up again. */
function waitingMarker(tag: string): string {
  return `<!-- golive:waiting=${tag} -->`;
}

/** The tag of a page whose window waits for a comment, or null. */
export function waitingTag(body: string): string | null {
  return /^<!-- golive:release=\S+ -->\r?\n<!-- golive:waiting=(\S{1,100}) -->\r?\n/.exec(body)?.[1] ?? null;
}

export function pageTitle(plan: Plan, release: Release, messages: Messages): string {
  return messages.people.title(plan.service, release.tag);
}

/** The first step whose undo is not free: as the migrations ran by day, or as their files were read before. */
export function noReturnOf(state: LaunchState, messages: Messages): string {
  const { migrations, noReturn } = prepareMigrations.facts(state);
  const { rehearsed } = dayBeforeMigrate.facts(state);
  // An older golive did not look what they did.
  const seen = rehearsed?.every(({ effects }) => effects !== undefined) ? rehearsed : null;
  const first = seen === null ? (noReturn ?? null) : firstLossy(migrations ?? [], seen);
  if (first === null) return messages.noReturn(null);
  const shown = (words: readonly string[]) => words.map((word) => plain(word, whole));
  return messages.noReturn({ name: first.name, drops: shown(first.drops), rewrites: shown(first.rewrites) });
}

function compose(page: Page, detail: Detail): string {
  const { plan, messages, state, release } = page;
  const first = firstLine(page);
  const phases = page.phases.map((phase) => ({
    ...phase,
    lines: phase.lines.filter((line) => !line.optional || state.steps.has(line.id)),
  }));
  const shown = phases.filter(
    (phase) =>
      phase.lines.length > 0 && (phase.id !== "rollback" || phase.lines.some((line) => state.steps.has(line.id))),
  );
  return [
    state.waiting ? `${marker(release.id)}\n${waitingMarker(release.tag)}` : marker(release.id),
    `**${stateLine(state, messages)}**${state.ended ? ` — ${plain(state.ended.because, whole)}` : ""}`,
    ...(first === null ? [] : [first]),
    factsTable(page),
    ...(detail.pictures ? [timeline(page), ...courseCharts(state.course, plan, messages)] : []),
    ...shown.map((phase) => phaseSection(phase, page, detail)),
    ...remarks(page, detail),
    `<sub>${messages.viewOnly}</sub>`,
  ].join("\n\n");
}

function remarks({ state, plan, messages }: Page, detail: Detail): string[] {
  const last = detail.remarks === 0 ? [] : state.notes.slice(-detail.remarks);
  if (last.length === 0) return [];
  const most = detail.remarks === whole ? 300 : 150;
  return [
    `### ${messages.record}\n\n${last.map((note) => `- ${clock(note.at, plan)} ${plain(note.text, most)}`).join("\n")}`,
  ];
}

/** What to write to approve it, and who may. */
function approvalCell(page: Page, approvers: readonly string[]): string {
  const who = approvers.map((login) => plain(login)).join(", ");
  return `${howToApprove(page)} ${page.messages.mayApprove} ${who}.`;
}

function factsTable(page: Page): string {
  const { plan, messages, state, release, window, runUrl } = page;
  const { facts } = messages;
  const { unprotected, comment } = plan.approval;
  const comments = state.comments.map(({ id, at, by }) => t`${plain(by)} · comment ${id} · ${clock(at, plan)}`);
  const rows: [string, string][] = [
    [facts.release, `${code(release.tag)} · ${code(release.commit.slice(0, 12))} · ${code(release.id)}`],
    [facts.window, span(window.start, window.end)],
    [facts.run, `[${release.runId}](${runUrl}) · ${plain(release.actor)}`],
    ...(state.waiting && comment ? [[facts.approve, approvalCell(page, comment.approvers)] as [string, string]] : []),
    ...(state.approvedBy.length > 0
      ? [
          [
            facts.approved,
            comments.length > 0 ? comments.join("; ") : state.approvedBy.map((name) => plain(name)).join(", "),
          ] as [string, string],
        ]
      : []),
    ...(unprotected
      ? [
          [
            comment ? facts.unprotectedRollback : facts.unprotected,
            `${plain(unprotected.by)}: ${plain(unprotected.because)}`,
          ] as [string, string],
        ]
      : []),
    [facts.pointOfNoReturn, noReturnOf(state, messages)],
    ...cannotPromise(plan).map((what): [string, string] => [t`Not promised`, plain(what, whole)]),
    [facts.digest, code(release.digest.slice(0, 16))],
    ...(state.maintenance
      ? [
          [
            facts.maintenance,
            `${messages.pages[state.maintenance.state]} ${clock(state.maintenance.at, plan)} — ${plain(state.maintenance.because)}`,
          ] as [string, string],
        ]
      : []),
  ];
  return `| | |\n|---|---|\n${rows.map(([name, value]) => `| ${name} | ${value} |`).join("\n")}`;
}
