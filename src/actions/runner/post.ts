import { errorText } from "../../core/errors.ts";
import { leaveSession, sessionName } from "../../hosts/ssh/leftovers.ts";
import { actions } from "./actions.ts";
import { thisRun } from "./run-environment.ts";
import { getState, warn } from "./runner-log.ts";
import { begunState, endedState } from "./step-state.ts";

/**
 * The post step of an action: says what state things are in when the action was cancelled or its process lost, and
 * ends the connections of the job. It warns, and never fails a job.
 */
export async function startPost(): Promise<void> {
  const name = getState(begunState);
  try {
    if (actions[name]?.halfWay && getState(endedState) === "") await tell(name);
  } finally {
    await leaveSession(sessionName(thisRun())).catch((error: unknown) => warn(errorText(error)));
  }
}

/** Most actions have ended by themselves, and what this needs is not loaded for them. */
async function tell(name: string): Promise<void> {
  const { tellEnding } = await import("./tell-ending.ts");
  await tellEnding(name);
}
