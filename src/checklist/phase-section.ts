import { showDuration } from "../core/text/figures.ts";
import { t } from "../core/text/text.ts";
import type { StepState } from "../journal/step-state.ts";
import { code, plain } from "./markdown.ts";
import { type Line, lineState, type Phase } from "./model.ts";
import type { Page } from "./page.ts";
import { clock, plannedStart } from "./times.ts";

/** How much of a page is told. What failed, what warns and what runs is always told, and as whole as it goes. */
export interface Detail {
  /** Most characters of a note: of a finished line that each host has, of any other, and of one that people have to read. */
  readonly hostNote: number;
  readonly doneNote: number;
  readonly tellingNote: number;
  /** Finished lines of a finished phase, and lines that have not begun: each, or how many. */
  readonly finished: "lines" | "count";
  readonly waiting: "lines" | "count";
  /** The timeline, and how the watch went. */
  readonly pictures: boolean;
  /** How many remarks of the record, the last ones. */
  readonly remarks: number;
}

/** A finished phase with more lines than this is folded once another has begun. */
const mostUnfolded = 12;

export function phaseSection(phase: Phase, page: Page, detail: Detail): string {
  const { state, messages } = page;
  const planned = plannedStart(phase.id, page);
  const done = phase.lines.filter((line) => isDone(state.steps.get(line.id)));
  const head = `### ${phase.title} · ${done.length}/${phase.lines.length}${planned === null ? "" : ` · ${messages.planned} ${planned}`}`;
  const finished = done.length === phase.lines.length;
  if (finished && detail.finished === "count")
    return joined([head, ...tellingLines(phase, page, detail), inLog(page, done.length)]);
  if (finished && done.length > mostUnfolded && laterBegan(phase, page))
    return joined([head, ...folded(phase, page, detail)]);
  return joined([head, lines(phase.lines, page, detail)]);
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}

function lines(all: readonly Line[], page: Page, detail: Detail): string {
  const shown = detail.waiting === "lines" ? all : all.filter((line) => page.state.steps.has(line.id));
  const more = all.length - shown.length;
  return [
    ...shown.map((line) => lineText(line, page.state.steps.get(line.id), page, detail)),
    ...(more === 0 ? [] : [t`- [ ] … ${more} more {0:line|lines|lines} not begun`]),
  ].join("\n");
}

/** Lines that people have to read stay in sight. */
function folded(phase: Phase, page: Page, detail: Detail): string[] {
  const rest = phase.lines.filter((line) => !isTelling(page.state.steps.get(line.id)));
  return [
    ...tellingLines(phase, page, detail),
    `<details><summary>${t`${rest.length} finished`}</summary>`,
    lines(rest, page, detail),
    "</details>",
  ];
}

function tellingLines(phase: Phase, page: Page, detail: Detail): string[] {
  const telling = phase.lines.filter((line) => isTelling(page.state.steps.get(line.id)));
  return telling.length === 0 ? [] : [lines(telling, page, detail)];
}

function inLog({ release, runUrl }: Page, count: number): string {
  return t`- [x] ${count} finished; each is in the log of [run ${release.runId}](${runUrl})`;
}

function laterBegan(phase: Phase, { phases, state }: Page): boolean {
  const later = phases.slice(phases.findIndex(({ id }) => id === phase.id) + 1);
  return later.some(({ lines: ofIt }) => ofIt.some((line) => state.steps.has(line.id)));
}

function isDone(step: StepState | undefined): boolean {
  return ["done", "skipped"].includes(lineState(step));
}

/** A line that people have to read: it failed, could not measure, warns, or runs. */
function isTelling(step: StepState | undefined): boolean {
  return step !== undefined && (!isDone(step) || /[⚠❌❔]/u.test(step.note ?? ""));
}

function noteLength(line: Line, step: StepState | undefined, detail: Detail): number {
  if (isTelling(step)) return detail.tellingNote;
  return line.id.includes("@") ? detail.hostNote : detail.doneNote;
}

function lineText(line: Line, step: StepState | undefined, page: Page, detail: Detail): string {
  const { plan, messages } = page;
  const title = plain(line.title);
  const most = noteLength(line, step, detail);
  const said = step?.note && most > 0 ? plain(step.note, most) : "";
  const note = said === "" ? "" : ` — ${said}`;
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
      return `- [x] ➖ ${title} — ${messages.skipped}${said === "" ? "" : `: ${said}`}${at}`;
    case "failed":
      return `- [ ] ❌ **${title}**${note}${took}${at}${log}`;
    case "warning":
      return `- [ ] ⚠️ ${title}${note}${took}${at}`;
    case "inconclusive":
      return `- [ ] ❔ **${title}**${note}${took}${at}`;
  }
}
