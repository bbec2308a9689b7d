import { DateTime } from "luxon";
import { chart } from "../checklist/chart.ts";
import { code, plain } from "../checklist/markdown.ts";
import { clock } from "../checklist/times.ts";
import { figure, showDuration } from "../core/figures.ts";
import type { Count } from "../core/watch.ts";
import { comment, updateIssue } from "../github/issue.ts";
import { manifestHash } from "./backup-record.ts";
import type { Launch, RunContext } from "./launch.ts";
import { openedLaunch } from "./opened-launch.ts";

export interface Report {
  /** Markdown, for the checklist and the job summary. */
  readonly text: string;
  /** For machines: who approved, what was proved, and when. */
  readonly evidence: Readonly<Record<string, unknown>>;
}

type Course = readonly { readonly at: number; readonly bad: number; readonly all: number; readonly slow: number; readonly timed: number }[];

/** The end of a launch that stayed live: what was promised and what was, and the checklist is closed. */
export async function report(context: RunContext, tag: string): Promise<Report> {
  const { launch, close } = await openedLaunch(context, tag);
  try {
    const made = reportOf(launch);
    if (launch.state().steps.get("watch.report")?.status !== "done") {
      await comment(context.github, launch.release.issue, made.text);
      await launch.record({ kind: "step", step: "watch.report", status: "done" });
    }
    launch.view.changed();
    await launch.view.flush();
    await updateIssue(context.github, launch.release.issue, { state: "closed", state_reason: "completed" });
    return made;
  } finally {
    await close();
  }
}

export function reportOf(launch: Launch): Report {
  const { plan, release, messages } = launch;
  const state = launch.state();
  const { totals, course = [] } = (state.steps.get("watch.watch")?.facts ?? {}) as { totals?: Record<"traffic" | "latency" | "probes", Count>; course?: Course };
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
  const labels = course.map(({ at }) => DateTime.fromMillis(at, { zone: plan.timezone }).toFormat("HH:mm"));
  const share = (bad: number, all: number) => (all === 0 ? null : (100 * bad) / all);
  const charts = [
    chart({ title: messages.watch.errors, labels, values: course.map(({ bad, all }) => share(bad, all)), limit: 100 - slo.availability }),
    chart({ title: messages.watch.slow, labels, values: course.map(({ slow, timed }) => share(slow, timed)), limit: 100 - slo.latency }),
  ].filter((one) => one !== null);
  const text = [`## ${messages.watch.title(plain(plan.service), plain(release.tag))}`, `| | |\n|---|---|\n${rows.map(([name, value]) => `| ${name} | ${value} |`).join("\n")}`, ...charts, ...(plan.watch?.feedback === undefined ? [] : [`${messages.watch.feedback} ${plan.watch.feedback}`]), `<sub>${code(release.id)} · ${code(release.digest.slice(0, 16))}</sub>`].join("\n\n");
  const evidence = {
    service: plan.service, tag: release.tag, commit: release.commit, planDigest: release.digest, release: release.id, issue: release.issue, startedBy: release.actor,
    approvedBy: state.approvedBy, approvals: state.comments, overridden: state.overridden, outcome: state.ended?.outcome ?? null,
    backupManifestSha256: state.steps.get("backup.manifest")?.status === "done" ? manifestHash(launch) : null,
    steps: [...state.steps].map(([id, { status, startedAt, endedAt, facts }]) => ({ id, status, startedAt, endedAt: endedAt ?? null, ...(facts.verdict === undefined || facts.verdict === null ? {} : { verdict: facts.verdict }), ...(facts.acceptedBy === undefined ? {} : { acceptedBy: facts.acceptedBy }) })),
    scenarios: [...state.scenarios.values()], incidents: state.incidents, watch: totals ?? null, promised: slo,
  };
  return { text, evidence };
}

function shown(percent: number): string {
  return figure(percent);
}
