import { stateLine } from "../checklist/standing-text.ts";
import { t } from "../core/text.ts";
import { wayBackBegun } from "../journal/standing.ts";
import { begun, type LaunchState, touched } from "../journal/state.ts";
import { joinLaunch, type Approved, type Launch, type RunContext } from "./launch.ts";

/** What state a launch that stopped half-way is in, and what to press. */
export function halfWay(launch: Pick<Launch, "state" | "messages">): string {
  const { status, id } = lastStep(launch.state());
  return t`The run stopped at ${id} (${status}). ${stateLine(launch.state(), launch.messages)}. Press “Re-run failed jobs” on the run: it goes on from here${onFrom(launch.state())}.`;
}

function onFrom(state: LaunchState): string {
  if (wayBackBegun(state)) return t`, until the way back is through`;
  return begun(state, "open.off")
    ? t`; it no longer rolls back by itself, since people may have written`
    : t`, and rolls back by itself if a step fails`;
}

/** Steps that a process left open did not end: nobody knows how they went. */
export async function closeSteps(launch: Pick<Launch, "state" | "record">): Promise<void> {
  for (const [step, { status }] of launch.state().steps) {
    if (status !== "started") continue;
    const note = t`the run's process was ended before it could say how this went`;
    await launch.record({ kind: "step", step, status: "failed", note });
  }
}

function lastStep(state: LaunchState): { id: string; status: string } {
  const [id, step] = [...state.steps].filter(([, one]) => one.status !== "skipped").at(-1) ?? ["", undefined];
  const unfinished = [...state.steps].findLast(([, one]) => one.status === "started" || one.status === "failed");
  return unfinished ? { id: unfinished[0], status: unfinished[1].status } : { id, status: step?.status ?? "" };
}

/**
 * After a step whose process was cancelled or lost: whatever it left running on the hosts is ended, the journal and the
 * checklist say so. Returns the state for people; null when there is nothing to say, since the launch has ended or is
 * another run's.
 */
export async function lastWord(context: RunContext, approved: Approved): Promise<string | null> {
  const launch = await joinLaunch(context, approved);
  try {
    if (launch.state().ended !== null) return null;
    if (!(await launch.shutOutOwn())) return null;
    if (!touched(launch.state())) return t`Nothing was touched: the site serves as before.`;
    await closeSteps(launch);
    launch.view.changed();
    return halfWay(launch);
  } finally {
    await launch.close();
  }
}
