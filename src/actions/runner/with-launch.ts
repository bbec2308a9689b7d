import { parseApproved } from "../../core/approved.ts";
import { type BeforeHosts, joinLaunch, type Launch, type RunContext } from "../../stages/launch/launch.ts";
import type { InputValues } from "./action.ts";

/** Joins the launch, does the work, and leaves the checklist as true as the journal however the work ended. */
export async function withLaunch<T>(
  context: RunContext,
  inputs: InputValues,
  work: (launch: Launch) => Promise<T>,
  before: BeforeHosts = {},
): Promise<T> {
  const launch = await joinLaunch(context, parseApproved(inputs.launch ?? ""), before);
  try {
    return await work(launch);
  } finally {
    await launch.close();
  }
}
