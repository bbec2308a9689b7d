import { awaitHosts, outliveRestarts, patience } from "../stages/outlive.ts";
import { rollback } from "../stages/rollback.ts";
import { type Action, approved, outcomeOf } from "./action.ts";
import { withLaunch } from "./with-launch.ts";

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
