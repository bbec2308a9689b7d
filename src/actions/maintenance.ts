import { closeSite, openSite } from "../stages/maintenance.ts";
import { type Action, approved, outcomeOf } from "./action.ts";
import { withLaunch } from "./with-launch.ts";

export const action: Action = {
  inputs: { ...approved, state: { required: true, oneOf: ["on", "off"] } },
  outputs: ["outcome"],
  run: (context, inputs) =>
    withLaunch(
      context,
      inputs,
      async (launch) => {
        await (inputs.state === "on" ? closeSite(launch) : openSite(launch));
        return { outputs: { outcome: outcomeOf(launch.state()) } };
      },
      { use: inputs.state === "on" },
    ),
};
