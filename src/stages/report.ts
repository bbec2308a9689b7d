import { courseCharts } from "../checklist/chart.ts";
import { code, plain } from "../checklist/markdown.ts";
import { clock } from "../checklist/times.ts";
import { figure, showDuration } from "../core/figures.ts";
import type { Count } from "../core/watch.ts";
import { talkAfter } from "../github/comments.ts";
import { comment, updateIssue } from "../github/issue.ts";
import { writeFileCommand } from "../hosts/host.ts";
import { manifestHash } from "./backup-record.ts";
import { type FeedbackTotals, feedbackTotals } from "./feedback.ts";
import type { Launch, RunContext } from "./launch.ts";
import { openedLaunch } from "./opened-launch.ts";

export interface Report {
  /** Markdown, for the checklist and the job summary. */
  readonly text: string;
  /** For machines: who approved, what was proved, and when. */
  readonly evidence: Readonly<Record<string, unknown>>;
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
  const made = reportOf(launch, await feedbackTotals(launch));
  if (launch.state().steps.get("watch.report")?.status !== "done") {
    // One that was cut off between the two knows it by its heading.
    const [heading = ""] = made.text.split("\n");
    const { own } = await talkAfter(github, release.issue, 0);
    if (!own.some((body) => body.startsWith(`${heading}\n`))) await comment(github, release.issue, made.text);
    await launch.record({ kind: "step", step: "watch.report", status: "done" });
  }
  // An artifact ends after some weeks; the record of who answered for what should not.
  await launch.hosts.get(launch.plan.control.host).run(writeFileCommand(evidenceFile(launch), evidenceText(made), "600"));
  launch.view.changed();
  await launch.view.flush();
  await updateIssue(github, release.issue, { state: "closed", state_reason: "completed" });
  return made;
}

const evidenceFile = ({ plan, release }: Launch) => `${plan.control.directory}/evidence-${release.id}.json`;

export function evidenceText({ evidence }: Report): string {
  return `${JSON.stringify(evidence, null, 2)}\n`;
}

export function reportOf(launch: Launch, feedback: FeedbackTotals | null = null): Report {
  const { plan, release, messages } = launch;
  const state = launch.state();
  const { totals } = (state.steps.get("watch.watch")?.facts ?? {}) as { totals?: Record<"traffic" | "latency" | "probes", Count> };
  const slo = plan.watch?.slo ?? { availability: 99.9, latency: 99 };
  const rows: [string, string][] = [];
  const promised = (name: string, { bad, all }: Count, percent: number) => {
    if (all === 0) return;
    const budget = all * (1 - percent / 100);
    rows.push([name, `${shown(100 * (1 - bad / all))} % (${messages.watch.promised(shown(percent))}) · ${messages.watch.budget(bad, all, budget === 0 ? 0 : Math.round((100 * bad) / budget))}`]);
  };
  if (totals) {
    promised(messages.watch.answered, totals.traffic, slo.availability);
    promised(messages.watch.inTime, totals.latency, slo.latency);
    promised(messages.watch.own, totals.probes, slo.availability);
  }
  const { forecastSeconds, actualSeconds } = state.steps.get("after.forecast")?.facts ?? {};
  if (typeof forecastSeconds === "number" && typeof actualSeconds === "number") rows.push([messages.watch.siteClosed, `${showDuration(actualSeconds)} (${messages.forecast} ${showDuration(forecastSeconds)})`]);
  rows.push([messages.watch.incidents, state.incidents.length === 0 ? messages.watch.none : state.incidents.map(({ at, change, what }) => `${clock(at, plan)} ${messages.watch.changes[change]}${what.length > 0 ? `: ${plain(what.join("; "))}` : ""}`).join("<br>")]);
  if (feedback !== null) rows.push([messages.watch.said, `${feedback.numbers.map(({ title, value }) => `${plain(title)}: ${value === null ? messages.watch.notKnown : figure(value)}`).join("; ")}${feedback.trouble === undefined ? "" : ` (${plain(feedback.trouble)})`}`]);
  const text = [`## ${messages.watch.title(plain(plan.service), plain(release.tag))}`, `| | |\n|---|---|\n${rows.map(([name, value]) => `| ${name} | ${value} |`).join("\n")}`, ...courseCharts(state.course, plan, messages), ...(plan.watch?.feedback === undefined ? [] : [`${messages.watch.feedback} ${plan.watch.feedback.url}`]), `<sub>${code(release.id)} · ${code(release.digest.slice(0, 16))}</sub>`].join("\n\n");
  const evidence = {
    service: plan.service, tag: release.tag, commit: release.commit, planDigest: release.digest, release: release.id, issue: release.issue, startedBy: release.actor,
    approvedBy: state.approvedBy, approvals: state.comments, overridden: state.overridden, outcome: state.ended?.outcome ?? null,
    backupManifestSha256: state.steps.get("backup.manifest")?.status === "done" ? manifestHash(launch) : null,
    steps: [...state.steps].map(([id, { status, startedAt, endedAt, facts }]) => ({ id, status, startedAt, endedAt: endedAt ?? null, ...(facts.verdict === undefined || facts.verdict === null ? {} : { verdict: facts.verdict }), ...(facts.acceptedBy === undefined ? {} : { acceptedBy: facts.acceptedBy }) })),
    scenarios: [...state.scenarios.values()], incidents: state.incidents, watch: totals ?? null, promised: slo, feedback: feedback?.numbers ?? null,
  };
  return { text, evidence };
}

function shown(percent: number): string {
  return figure(percent);
}
