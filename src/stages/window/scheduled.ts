import { problemsFrom, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { begun, type LaunchState } from "../../journal/state.ts";
import {
  pauseScheduled,
  resumeScheduled,
  type Scheduled,
  scheduledState,
  setByService,
  settingsPlace,
} from "../../services/scheduled.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import type { Launch, Reach } from "../launch/launch.ts";
import type { Step } from "../launch/run-steps.ts";

/** Scheduled work of the service rests while the site is closed: what it was doing before is on record. */
export function pauseSteps(plan: Plan, phase: "isolate" | "rollback"): Step[] {
  return plan.services.pause.map((work) => ({
    id: pauseId(phase, work),
    async run(launch) {
      const id = pauseId(phase, work);
      const host = launch.hosts.get(work.host);
      // Written once: a second try finds it paused, which is not how it was.
      const was =
        launch.state().steps.get(id)?.facts.was ?? (await scheduledState(host, work, settingsPlace(plan, work)));
      await launch.record({ kind: "step", step: id, status: "started", facts: { was } });
      if (was === "paused") return { skipped: true, note: t`it does not work now, and stays so`, facts: { was } };
      const note = await pauseScheduled(host, work, settingsPlace(plan, work));
      return { ...(note ? { note } : {}), facts: { was } };
    },
    holds: async (launch) =>
      begun(launch.state(), `${phase === "isolate" ? "open" : phase}.resume-${work.id}`) ||
      (await scheduledState(launch.hosts.get(work.host), work, settingsPlace(plan, work))) === "paused",
  }));
}

/** What worked before works again; what did not is left as it was. */
export function resumeSteps(plan: Plan, phase: "open" | "rollback"): Step[] {
  return plan.services.pause.map((work) => ({
    id: `${phase}.resume-${work.id}`,
    async run(launch) {
      if (!toResume(launch.state(), work)) return { skipped: true, note: t`it was not paused by this launch` };
      const note = await resumeScheduled(launch.hosts.get(work.host), work, settingsPlace(plan, work));
      return note ? { note } : {};
    },
  }));
}

/** Hosts where something resumed what this launch paused. A webhook is set by no restart, and a release may set its own. */
export async function resumedMeanwhile({
  plan,
  hosts,
  state,
}: Pick<Launch, "plan" | "hosts" | "state">): Promise<string[]> {
  const found = await Promise.all(
    plan.services.pause.map(async (work) => {
      const paused = state().steps.get(pauseId("isolate", work))?.status === "done" && toResume(state(), work);
      if (setByService(work) || !paused || begun(state(), `open.resume-${work.id}`)) return [];
      const now = await scheduledState(hosts.get(work.host), work, settingsPlace(plan, work)).catch(() => "paused");
      return now === "working" ? [work.host] : [];
    }),
  );
  return found.flat();
}

/** For a launch that a person ends by hand: everything that it paused works again. Throws a UserError naming what does not. */
export async function resumeAll(plan: Plan, { hosts }: Pick<Reach, "hosts">, state: LaunchState): Promise<void> {
  const failed = await Promise.all(
    plan.services.pause
      .filter((work) => toResume(state, work))
      .map((work) =>
        problemsFrom(async () => void (await resumeScheduled(hosts.get(work.host), work, settingsPlace(plan, work)))),
      ),
  );
  if (failed.flat().length > 0) throw new UserError(failed.flat());
}

function toResume(state: LaunchState, work: Scheduled): boolean {
  return (["isolate", "rollback"] as const).some(
    (phase) => state.steps.get(pauseId(phase, work))?.facts.was === "working",
  );
}

function pauseId(phase: "isolate" | "rollback", work: Scheduled): string {
  return `${phase}.pause-${work.id}`;
}
