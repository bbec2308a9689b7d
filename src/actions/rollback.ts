import { awaitHosts, outliveRestarts, patience } from "../stages/launch/connect/outlive.ts";
import { rollback } from "../stages/rollback/rollback.ts";
import { type Action, approved, outcomeOf } from "./runner/action.ts";
import { withLaunch } from "./runner/with-launch.ts";

export const action: Action = {
  inputs: approved,
  outputs: ["outcome"],
  run: (context, inputs) =>
    withLaunch(
      context,
      inputs,
      async (launch) => {
        await outliveRestarts(launch, () => rollback(launch));
        return { outputs: { outcome: outcomeOf(launch.state()) } };
      },
      // What stopped the launch may have been a restart, and then the host is back in a moment.
      {
        ready: ({ hosts }) => awaitHosts(hosts.all, { ...patience, log: context.log, signal: context.signal }),
      },
    ),
};
