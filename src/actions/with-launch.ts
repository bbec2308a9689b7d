import { joinLaunch, type Launch, type Reach, type RunContext } from "../stages/launch.ts";
import type { InputValues } from "./action.ts";

/** Joins the launch, does the work, and leaves the checklist as true as the journal however the work ended. */
export async function withLaunch<T>(
  context: RunContext,
  inputs: InputValues,
  work: (launch: Launch) => Promise<T>,
  ready?: (reached: Reach) => Promise<void>,
): Promise<T> {
  const launch = await joinLaunch(context, { commit: inputs.commit ?? "", digest: inputs.digest ?? "" }, ready);
  try {
    return await work(launch);
  } finally {
    await launch.close();
  }
}
