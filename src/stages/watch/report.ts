import { afterForecast, watchLine, watchReport } from "../../journal/steps/steps.ts";
import { DateTime } from "luxon";
import { courseCharts } from "../../checklist/chart.ts";
import { code, plain } from "../../checklist/markdown.ts";
import { dayAndTime, figure, showDuration } from "../../core/text/figures.ts";
import type { Count } from "../../core/watch/watch.ts";
import { talkAfter } from "../../github/comments.ts";
import { comment, updateIssue } from "../../github/issue.ts";
import { type Evidence, keepEvidence } from "../launch/evidence.ts";
import { type FeedbackTotals, feedbackTotals } from "./feedback.ts";
import type { Launch, RunContext } from "../launch/launch.ts";
import { openedLaunch } from "../launch/record/opened-launch.ts";

export interface Report {
  /** Markdown, for the checklist and the job summary. */
  readonly text: string;
  readonly evidence: Evidence;
}

/** The end of a launch that stayed live: what was promised and what was, and the checklist is closed. */
export async function report(context: RunContext, tag: string): Promise<Report> {
  const { launch, close } = await openedLaunch(context, tag);
  try {
    return await closeWithReport(launch);
  } finally {
    await close();
  }
}

/** The last word on a launch that stayed live, once, and the checklist is closed. */
export async function closeWithReport(launch: Launch): Promise<Report> {
  const { github, release } = launch;
  const feedback = await feedbackTotals(launch);
  const text = reportText(launch, feedback);
  const evidence = await keepEvidence(launch, feedback);
  if (watchReport.state(launch.state())?.status !== "done") {
    // One that was cut off between the two knows it by its heading.
    const [heading = ""] = text.split("\n");
    const { own } = await talkAfter(github, release.issue, 0);
    if (!own.some((body) => body.startsWith(`${heading}\n`))) await comment(github, release.issue, text);
    await launch.record({ kind: "step", step: watchReport.id, status: "done" });
  }
  launch.view.changed();
  await launch.view.flush();
  await updateIssue(github, release.issue, { state: "closed", state_reason: "completed" });
  return { text, evidence };
}

function reportText(launch: Launch, feedback: FeedbackTotals | null): string {
  const { plan, release, messages } = launch;
  const state = launch.state();
  const { totals } = (watchLine.facts(state) ?? {}) as {
    totals?: Record<"traffic" | "latency" | "probes", Count>;
  };
  const slo = plan.watch?.slo ?? { availability: 99.9, latency: 99 };
  const rows: [string, string][] = [];
  const promised = (name: string, { bad, all }: Count, percent: number) => {
    if (all === 0) return;
    const budget = all * (1 - percent / 100);
    rows.push([
      name,
      `${figure(100 * (1 - bad / all))} % (${messages.watch.promised(figure(percent))}) · ${messages.watch.budget(bad, all, budget === 0 ? 0 : Math.round((100 * bad) / budget))}`,
    ]);
  };
  if (totals) {
    promised(messages.watch.answered, totals.traffic, slo.availability);
    promised(messages.watch.inTime, totals.latency, slo.latency);
    promised(messages.watch.own, totals.probes, slo.availability);
  }
  const { forecastSeconds, actualSeconds } = afterForecast.facts(state) ?? {};
  if (typeof forecastSeconds === "number" && typeof actualSeconds === "number")
    rows.push([
      messages.watch.siteClosed,
      `${showDuration(actualSeconds)} (${messages.forecast} ${showDuration(forecastSeconds)})`,
    ]);
  rows.push([
    messages.watch.incidents,
    state.incidents.length === 0
      ? messages.watch.none
      : state.incidents
          .map(
            ({ at, change, what }) =>
              `${dayAndTime(DateTime.fromISO(at, { zone: plan.timezone }))} ${messages.watch.changes[change]}${what.length > 0 ? `: ${plain(what.join("; "))}` : ""}`,
          )
          .join("<br>"),
  ]);
  if (feedback !== null)
    rows.push([
      messages.watch.said,
      `${feedback.numbers.map(({ title, value }) => `${plain(title)}: ${value === null ? messages.watch.notKnown : figure(value)}`).join("; ")}${feedback.trouble === undefined ? "" : ` (${plain(feedback.trouble)})`}`,
    ]);
  return [
    `## ${messages.watch.title(plain(plan.service), plain(release.tag))}`,
    `| | |\n|---|---|\n${rows.map(([name, value]) => `| ${name} | ${value} |`).join("\n")}`,
    ...courseCharts(state.course, plan, messages),
    ...(plan.watch?.feedback === undefined ? [] : [`${messages.watch.feedback} ${plan.watch.feedback.url}`]),
    `<sub>${code(release.id)} · ${code(release.digest.slice(0, 16))}</sub>`,
  ].join("\n\n");
}
