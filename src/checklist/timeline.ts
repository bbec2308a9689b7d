import { dayBeforeForecast, isolateOn } from "../journal/steps/steps.ts";
import { DateTime } from "luxon";
import type { StepState } from "../journal/step-state.ts";
import type { Page } from "./page.ts";
import { plannedOffset } from "./times.ts";

/** Mermaid gantt: the phases as planned and, once they run, as they were. */
export function timeline(page: Page): string {
  const { window, plan, phases, state } = page;
  const stamp = (time: DateTime) => time.setZone(plan.timezone).toFormat("yyyy-MM-dd HH:mm:ss");
  const name = (text: string) => text.replaceAll(/[:;#,]/g, " ");
  const inWindow = phases.filter(
    (phase) => phase.lines.length > 0 && plannedOffset(phase.id, page) !== null && phase.id !== "open",
  );
  const planned = inWindow.flatMap((phase, index) => {
    const from = plannedOffset(phase.id, page) ?? 0;
    const following = inWindow[index + 1];
    const to = following ? (plannedOffset(following.id, page) ?? from) : window.end.diff(window.start).as("minutes");
    // Two phases that share a start are shown as the second.
    return to > from
      ? [
          `    ${name(phase.title)} :${stamp(window.start.plus({ minutes: from }))}, ${stamp(window.start.plus({ minutes: to }))}`,
        ]
      : [];
  });
  const actual = phases.flatMap((phase) => {
    const steps = phase.lines
      .flatMap((line) => state.steps.get(line.id) ?? [])
      .filter((step) => step.status !== "skipped");
    if (phase.id === "prepare" || phase.id === "day-before" || phase.id === "watch" || steps.length === 0) return [];
    const from = steps.map((step) => step.startedAt).toSorted()[0] ?? "";
    const to =
      steps
        .map((step) => step.endedAt ?? step.startedAt)
        .toSorted()
        .at(-1) ?? from;
    return [
      `    ${name(phase.title)} :${markOf(steps)}, ${stamp(DateTime.fromISO(from))}, ${stamp(DateTime.fromISO(to))}`,
    ];
  });
  const forecast = forecastBars(page).map(({ title, from, to }) => `    ${name(title)} :${stamp(from)}, ${stamp(to)}`);
  const sections = [
    `    section ${page.messages.planned}`,
    ...planned,
    ...(forecast.length > 0 ? [`    section ${page.messages.forecast}`, ...forecast] : []),
    ...(actual.length > 0 ? [`    section ${page.messages.actual}`, ...actual] : []),
  ];
  return ["```mermaid", "gantt", "    dateFormat YYYY-MM-DD HH:mm:ss", "    axisFormat %H:%M", ...sections, "```"].join(
    "\n",
  );
}

/** The phases as forecast, one after another: from the moment the page went up, or else from the window's start. */
function forecastBars({ state, phases, window }: Page): { title: string; from: DateTime; to: DateTime }[] {
  const { forecast } = dayBeforeForecast.facts(state);
  const began = isolateOn.state(state)?.startedAt;
  let at = began === undefined ? window.start : DateTime.fromISO(began);
  return (forecast?.phases ?? []).map(({ id, seconds }) => {
    const from = at;
    at = at.plus({ seconds: seconds ?? 0 });
    return { title: phases.find((phase) => phase.id === id)?.title ?? id, from, to: at };
  });
}

/** How Mermaid draws a phase by what its steps came to. */
function markOf(steps: readonly StepState[]): string {
  if (steps.some((step) => step.status === "failed" && step.facts.required !== false)) return "crit";
  return steps.some((step) => step.status === "started") ? "active" : "done";
}
