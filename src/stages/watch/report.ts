import { watchReport } from "../../journal/steps/steps.ts";
import { talkAfter } from "../../github/comments.ts";
import { comment, updateIssue } from "../../github/issue.ts";
import { type Evidence, keepEvidence } from "../launch/evidence.ts";
import { feedbackTotals } from "./feedback.ts";
import type { Launch, RunContext } from "../launch/context.ts";
import { waitsForPeople } from "../verify/after-opening.ts";
import { reportText } from "./report-text.ts";
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
  if (!waitsForPeople(launch)) await updateIssue(github, release.issue, { state: "closed", state_reason: "completed" });
  return { text, evidence };
}
