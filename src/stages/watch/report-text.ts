import { DateTime } from "luxon";
import { courseCharts } from "../../checklist/chart.ts";
import { code, plain } from "../../checklist/markdown.ts";
import { dayAndTime, figure, showDuration } from "../../core/text/figures.ts";
import { afterForecast, watchLine } from "../../journal/steps/steps.ts";
import type { Launch } from "../launch/context.ts";
import type { FeedbackTotals } from "./feedback.ts";

type Row = readonly [name: string, value: string];

/** What was promised and what was, as Markdown. */
export function reportText(launch: Launch, feedback: FeedbackTotals | null): string {
  const { plan, release, messages } = launch;
  const rows = [
    ...promisedRows(launch),
    ...closedRow(launch),
    incidentsRow(launch),
    ...(feedback === null ? [] : [feedbackRow(launch, feedback)]),
  ];
  return [
    `## ${messages.watch.title(plain(plan.service), plain(release.tag))}`,
    `| | |\n|---|---|\n${rows.map(([name, value]) => `| ${name} | ${value} |`).join("\n")}`,
    ...courseCharts(launch.state().course, plan, messages),
    ...(plan.watch?.feedback === undefined ? [] : [`${messages.watch.feedback} ${plan.watch.feedback.url}`]),
    `<sub>${code(release.id)} · ${code(release.digest.slice(0, 16))}</sub>`,
  ].join("\n\n");
}

function promisedRows({ plan, messages, state }: Launch): Row[] {
  const { totals } = watchLine.facts(state());
  if (!totals) return [];
  const { availability, latency } = plan.watch?.slo ?? { availability: 99.9, latency: 99 };
  const words = messages.watch;
  const promised = [
    [words.answered, totals.traffic, availability],
    [words.inTime, totals.latency, latency],
    [words.own, totals.probes, availability],
  ] as const;
  return promised.flatMap(([name, { bad, all }, percent]): Row[] => {
    if (bad === null || all === null || all === 0) return [];
    const budget = all * (1 - percent / 100);
    const spent = budget === 0 ? 0 : Math.round((100 * bad) / budget);
    const kept = `${figure(100 * (1 - bad / all))} % (${words.promised(figure(percent))})`;
    return [[name, `${kept} · ${words.budget(bad, all, spent)}`]];
  });
}

function closedRow({ messages, state }: Launch): Row[] {
  const { forecastSeconds, actualSeconds } = afterForecast.facts(state());
  if (typeof forecastSeconds !== "number" || typeof actualSeconds !== "number") return [];
  const forecast = `${messages.forecast} ${showDuration(forecastSeconds)}`;
  return [[messages.watch.siteClosed, `${showDuration(actualSeconds)} (${forecast})`]];
}

function incidentsRow({ plan, messages, state }: Launch): Row {
  const told = state().incidents.map(({ at, change, what }) => {
    const when = dayAndTime(DateTime.fromISO(at, { zone: plan.timezone }));
    const why = what.length > 0 ? `: ${plain(what.join("; "))}` : "";
    return `${when} ${messages.watch.changes[change]}${why}`;
  });
  return [messages.watch.incidents, told.length === 0 ? messages.watch.none : told.join("<br>")];
}

function feedbackRow({ messages }: Launch, { numbers, trouble }: FeedbackTotals): Row {
  const told = numbers.map(
    ({ title, value }) => `${plain(title)}: ${value === null ? messages.watch.notKnown : figure(value)}`,
  );
  return [messages.watch.said, `${told.join("; ")}${trouble === undefined ? "" : ` (${plain(trouble)})`}`];
}
