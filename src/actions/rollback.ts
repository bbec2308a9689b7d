import { awaitHosts, outliveRestarts, patience } from "../stages/launch/connect/outlive.ts";
import { rollback } from "../stages/rollback/rollback.ts";
import { outcomeOf } from "./runner/action.ts";
import { launchAction } from "./runner/launch-action.ts";

export const action = launchAction({
  outputs: ["outcome"],
  // What stopped the launch may have been a restart, and then the host is back in a moment.
  before: (_, { log, signal }) => ({ ready: ({ hosts }) => awaitHosts(hosts.all, { ...patience, log, signal }) }),
  async run(launch) {
    await outliveRestarts(launch, () => rollback(launch));
    return { outputs: { outcome: outcomeOf(launch.state()) } };
  },
});
