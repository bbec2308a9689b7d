import { parseApproved } from "../../core/approved.ts";
import type { Launch, RunContext } from "../../stages/launch/context.ts";
import { type BeforeHosts, joinLaunch } from "../../stages/launch/join-launch.ts";
import { type Action, approved, type InputValues, type Result } from "./action.ts";

interface LaunchAction {
  /** Beside those that every such action has. */
  readonly inputs?: Action["inputs"];
  readonly outputs: readonly string[];
  /** What is needed before the hosts are asked. */
  before?(inputs: InputValues, context: RunContext): BeforeHosts;
  run(launch: Launch, inputs: InputValues, context: RunContext): Promise<Result>;
}

/** An action of the launch that was approved: joins it, works, and leaves the checklist as true as the journal. */
export function launchAction({ inputs: more = {}, outputs, before, run }: LaunchAction): Action {
  return {
    inputs: { ...approved, ...more },
    outputs,
    async run(context, inputs) {
      const launch = await joinLaunch(context, parseApproved(inputs.launch ?? ""), before?.(inputs, context) ?? {});
      try {
        return await run(launch, inputs, context);
      } finally {
        await launch.close();
      }
    },
  };
}
