import { titleOf } from "../../checklist/standing-text.ts";
import { t } from "../../core/text/text.ts";
import { updateIssue } from "../../github/issue.ts";
import { touched } from "../../journal/state.ts";
import { awaitComment, awaitsComment } from "../approval/approval.ts";
import { afterwards } from "../after/afterwards.ts";
import { type Evidence, keepEvidence } from "../launch/evidence.ts";
import { forecastOf } from "../launch/forecast.ts";
import { halfWay } from "./post-step.ts";
import type { Launch } from "../launch/context.ts";
import { endLaunch } from "../launch/guards.ts";
import { waitsForPeople } from "../verify/after-opening.ts";
import { catchUp } from "./say.ts";
import { tellLost } from "./stuck.ts";

/**
 * The last word of a run, after all its jobs, however they ended. A launch that changed nothing is ended and gives the
 * lock back, unless it waits for a comment; one that stopped half-way keeps it, and the page says what state the site
 * is in and what to press.
 * Returns the evidence of one that has ended for good; a release that is watched has its own with the report.
 */
export async function finalize(launch: Launch, results: Readonly<Record<string, string>>): Promise<Evidence | null> {
  const state = launch.state();
  const owner = (await launch.lock.held())?.owner;
  // Another run goes on with this launch: the last word is its.
  if (state.ended === null && owner && owner.runId !== launch.run.id) return null;
  if (state.ended === null) await settle(launch, results);
  const { ended } = launch.state();
  // Whatever an earlier stage could not write for GitHub's sake is written now.
  await catchUp(launch);
  if (ended && (ended.outcome === "live" || ended.outcome === "rolled-back")) {
    const failed = await afterwards(launch);
    for (const error of failed) launch.log.warn(error.message);
    await launch.view.flush();
  }
  // A release that is watched has its checklist open until the report.
  if (ended === null || (ended.outcome === "live" && launch.plan.watch !== undefined)) return null;
  const evidence = ended.outcome === "prepared" ? null : await keepEvidence(launch);
  // So has one on which people still have something to tick.
  if (waitsForPeople(launch)) return evidence;
  await updateIssue(launch.github, launch.release.issue, {
    state: "closed",
    state_reason: ended.outcome === "live" || ended.outcome === "prepared" ? "completed" : "not_planned",
  });
  return evidence;
}

/** What becomes of a launch that none of the jobs ended. */
async function settle(launch: Launch, results: Readonly<Record<string, string>>): Promise<void> {
  const state = launch.state();
  const prepared = !touched(state) && onlyPrepared(launch, results);
  if (awaitsComment(launch) && (prepared ? await waited(launch) : onlyGateLeft(results))) return awaitComment(launch);
  if (prepared) return endLaunch(launch, "prepared", t`the day before is rehearsed; nothing was launched`);
  if (!touched(state)) return endLaunch(launch, "failed", whyNothing(launch, results));
  await launch.record({ kind: "note", text: halfWay(launch) });
  await tellLost(launch);
}

/** A run that has no job for the window, and went through. */
function onlyPrepared({ state }: Launch, results: Readonly<Record<string, string>>): boolean {
  return (
    !("launch" in results) &&
    Object.values(results).every((result) => result === "success") &&
    forecastOf(state()) !== null
  );
}

/** A launch that waited for a comment was only rehearsed once more: it waits on. */
async function waited({ journal, release }: Launch): Promise<boolean> {
  return (await journal.read()).some((entry) => entry.kind === "waiting" && entry.release === release.id);
}

/** The window's job was left out, and all before it went through. */
function onlyGateLeft({ launch, ...before }: Readonly<Record<string, string>>): boolean {
  return launch === "skipped" && Object.values(before).every((result) => result === "success");
}

/** The line that failed, where one did: the first thing people read names it. */
export function whyNothing(
  { state, phases }: Pick<Launch, "state" | "phases">,
  results: Readonly<Record<string, string>>,
): string {
  const states = Object.values(results);
  if (states.includes("cancelled")) return t`cancelled before anything was touched`;
  const [id, failed] = [...state().steps].findLast(([, { status }]) => status === "failed") ?? ["", undefined];
  if (states.includes("failure") && failed !== undefined)
    return t`it failed at “${titleOf(phases, id)}”: ${failed.note ?? ""}`;
  if (states.includes("failure")) return t`rejected, or failed before anything was touched`;
  return t`nothing was done`;
}
