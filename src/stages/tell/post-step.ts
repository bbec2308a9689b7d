import { deployStart, isolateStop, openOff, rollbackStart, rollbackStop } from "../../journal/steps/steps.ts";
import { stateLine, titleOf } from "../../checklist/standing-text.ts";
import { t } from "../../core/text/text.ts";
import { wayBackBegun } from "../../journal/standing.ts";
import { type LaunchState, touched } from "../../journal/state.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { keepsStopped, unitsOn } from "../../services/manager.ts";
import type { Approved } from "../../core/approved.ts";
import type { Launch, RunContext } from "../launch/context.ts";
import { joinLaunch } from "../launch/join-launch.ts";

/** What state a launch that stopped half-way is in, and what to press. */
export function halfWay(launch: Pick<Launch, "state" | "messages" | "plan" | "phases">): string {
  const { status, id } = lastStep(launch.state());
  const stopped = t`The run stopped at “${titleOf(launch.phases, id)}” \
(${statusText(status)}). ${stateLine(launch.state(), launch.messages)}. Press “Re-run failed jobs” on the run: it \
goes on from here${onFrom(launch.state())}.`;
  return [stopped, ...heldText(launch)].join(" ");
}

/** What keeps units stopped is told with its undoing: golive may never come back. */
function heldText({ state, plan: { services } }: Pick<Launch, "state" | "plan">): string[] {
  const held = services.hosts.filter((host) => standsStopped(state(), host));
  if (!keepsStopped(services) || held.length === 0) return [];
  return [
    t`On ${held.join(", ")} the services stay stopped until then, also after a restart of the host. By \
hand: ${undoing(services, held[0] ?? "")}`,
  ];
}

const stops = [isolateStop, rollbackStop];
const starts = [deployStart, rollbackStart];

/** Stopped by the launch, and not started by it since: the last of the two that began. */
function standsStopped(state: LaunchState, host: string): boolean {
  const last = [...state.steps]
    .filter(([id]) => [...stops, ...starts].some((kind) => kind.on(host).id === id))
    .toSorted(([, a], [, b]) => a.startedAt.localeCompare(b.startedAt))
    .at(-1)?.[0];
  return last !== undefined && stops.some((kind) => kind.is(last));
}

function undoing(services: Plan["services"], host: string): string {
  const units = unitsOn(services, host);
  const files = units.map((unit) => `${services.hold}/${unit.includes(".") ? unit : `${unit}.service`}`);
  return `rm -f ${files.join(" ")}; systemctl start ${units.join(" ")}`;
}

function statusText(status: string): string {
  const known: Readonly<Record<string, string>> = { started: t`not finished`, failed: t`failed`, done: t`done` };
  return known[status] ?? status;
}

function onFrom(state: LaunchState): string {
  if (wayBackBegun(state)) return t`, until the way back is through`;
  return openOff.begun(state)
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
export async function postStep(context: RunContext, approved: Approved): Promise<string | null> {
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
