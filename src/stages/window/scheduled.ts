import { isolatePause, openResume, rollbackPause, rollbackResume } from "../../journal/steps/steps.ts";
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
import type { Connections } from "../launch/connect/connect.ts";
import type { Launch } from "../launch/context.ts";
import type { Step } from "../launch/run-steps.ts";

const pauses = { isolate: isolatePause, rollback: rollbackPause };
const resumes = { open: openResume, rollback: rollbackResume };

/** Scheduled work of the service rests while the site is closed: what it was doing before is on record. */
export function pauseSteps(plan: Plan, phase: "isolate" | "rollback"): Step[] {
  return plan.services.pause.map((work) => ({
    id: pauses[phase].of(work.id).id,
    async run(launch) {
      const paused = pauses[phase].of(work.id);
      const host = launch.hosts.get(work.host);
      // Written once: a second try finds it paused, which is not how it was.
      const was = paused.facts(launch.state()).was ?? (await scheduledState(host, work, settingsPlace(plan, work)));
      await launch.record({ kind: "step", step: paused.id, status: "started", facts: { was } });
      if (was === "paused") return { skipped: true, note: t`it does not work now, and stays so`, facts: { was } };
      const note = await pauseScheduled(host, work, settingsPlace(plan, work));
      return { ...(note ? { note } : {}), facts: { was } };
    },
    holds: async (launch) =>
      begun(launch.state(), resumes[phase === "isolate" ? "open" : phase].of(work.id).id) ||
      (await scheduledState(launch.hosts.get(work.host), work, settingsPlace(plan, work))) === "paused",
  }));
}

/** What worked before works again; what did not is left as it was. */
export function resumeSteps(plan: Plan, phase: "open" | "rollback"): Step[] {
  return plan.services.pause.map((work) => ({
    id: resumes[phase].of(work.id).id,
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
      const paused = isolatePause.of(work.id).state(state())?.status === "done" && toResume(state(), work);
      if (setByService(work) || !paused || begun(state(), openResume.of(work.id).id)) return [];
      const now = await scheduledState(hosts.get(work.host), work, settingsPlace(plan, work)).catch(() => "paused");
      return now === "working" ? [work.host] : [];
    }),
  );
  return found.flat();
}

/** For a launch that a person ends by hand: everything that it paused works again. Throws a UserError naming what does not. */
export async function resumeAll(plan: Plan, { hosts }: Pick<Connections, "hosts">, state: LaunchState): Promise<void> {
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
  return [isolatePause, rollbackPause].some((pause) => pause.of(work.id).facts(state).was === "working");
}
