import { approvalText } from "../core/approval.ts";
import { showDuration, span } from "../core/figures.ts";
import type { Release } from "../core/release.ts";
import { t } from "../core/text.ts";
import type { Window } from "../core/window.ts";
import type { LaunchState, StepState } from "../journal/state.ts";
import type { Messages } from "../locale/messages.ts";
import type { Plan } from "../plan/schema.ts";
import { courseCharts } from "./chart.ts";
import { code, plain } from "./markdown.ts";
import { type Line, lineState, type Phase } from "./model.ts";
import { firstLine, stateLine } from "./standing-text.ts";
import { timeline } from "./timeline.ts";
import { clock, plannedStart } from "./times.ts";

export interface Page {
  readonly plan: Plan;
  readonly release: Release;
  readonly phases: readonly Phase[];
  readonly state: LaunchState;
  readonly window: Window;
  readonly runUrl: string;
  readonly messages: Messages;
}

/** GitHub refuses a body beyond 65,536 characters. */
const mostCharacters = 65_000;

/** The issue's body: everything on it comes from the plan and the journal. */
export function renderPage(page: Page): string {
  const whole = compose(page, 300);
  return whole.length <= mostCharacters ? whole : compose(page, 40).slice(0, mostCharacters);
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

/** The first step whose undo is not free, from what the look before the window found. */
export function noReturnOf(state: LaunchState, messages: Messages): string {
  const found = state.steps.get("prepare.migrations")?.facts.noReturn as
    | Parameters<Messages["noReturn"]>[0]
    | undefined;
  return messages.noReturn(found ?? null);
}

function compose(page: Page, noteLength: number): string {
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
    ...(first === null ? [] : [first]),
    factsTable(page),
    timeline(page),
    ...courseCharts(state.course, plan, messages),
    ...shown.map((phase) => phaseSection(phase, page, noteLength)),
    ...(state.notes.length === 0
      ? []
      : [
          `### ${messages.record}\n\n${state.notes.map((note) => `- ${clock(note.at, plan)} ${plain(note.text, noteLength)}`).join("\n")}`,
        ]),
    `<sub>${messages.viewOnly}</sub>`,
  ].join("\n\n");
}

function factsTable({ plan, messages, state, release, window, runUrl }: Page): string {
  const { facts } = messages;
  const { unprotected, comment } = plan.approval;
  const comments = state.comments.map(({ id, at, by }) => t`${plain(by)} · comment ${id} · ${clock(at, plan)}`);
  const rows: [string, string][] = [
    [facts.state, `**${stateLine(state, messages)}**${state.ended ? ` — ${plain(state.ended.because)}` : ""}`],
    [facts.release, `${code(release.tag)} · ${code(release.commit.slice(0, 12))} · ${code(release.id)}`],
    [facts.window, span(window.start, window.end)],
    [facts.run, `[${release.runId}](${runUrl}) · ${plain(release.actor)}`],
    ...(state.waiting && comment
      ? [
          [
            facts.approve,
            `${messages.howToApprove(code(approvalText(release.digest)), plain(release.actor))} ${messages.mayApprove} ${comment.approvers.map((login) => plain(login)).join(", ")}.`,
          ] as [string, string],
        ]
      : []),
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

function phaseSection(phase: Phase, page: Page, noteLength: number): string {
  const planned = plannedStart(phase.id, page);
  const done = phase.lines.filter((line) =>
    ["done", "skipped"].includes(lineState(page.state.steps.get(line.id))),
  ).length;
  const head = `### ${phase.title} · ${done}/${phase.lines.length}${planned === null ? "" : ` · ${page.messages.planned} ${planned}`}`;
  return `${head}\n\n${phase.lines.map((line) => lineText(line, page.state.steps.get(line.id), page, noteLength)).join("\n")}`;
}

function lineText(line: Line, step: StepState | undefined, { plan, messages }: Page, noteLength: number): string {
  const title = plain(line.title);
  const note = step?.note ? ` — ${plain(step.note, noteLength)}` : "";
  const took = step?.seconds === undefined ? "" : ` · ${showDuration(step.seconds)}`;
  const log = typeof step?.facts.log === "string" ? `<br>${messages.allItSaid} ${code(step.facts.log)}` : "";
  const at = step?.endedAt ? ` · ${clock(step.endedAt, plan)}` : "";
  switch (lineState(step)) {
    case "waiting":
      return `- [ ] ${title}`;
    case "running":
      return `- [ ] ⏳ ${title} · ${messages.since} ${clock(step?.startedAt ?? "", plan)}`;
    case "done":
      return `- [x] ${title}${note}${took}${at}`;
    case "skipped":
      return `- [x] ➖ ${title} — ${messages.skipped}${step?.note ? `: ${plain(step.note, noteLength)}` : ""}${at}`;
    case "failed":
      return `- [ ] ❌ **${title}**${note}${took}${at}${log}`;
    case "warning":
      return `- [ ] ⚠️ ${title}${note}${took}${at}`;
    case "inconclusive":
      return `- [ ] ❔ **${title}**${note}${took}${at}`;
  }
}
