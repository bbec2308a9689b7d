import { closeSite } from "../stages/window/close-site.ts";
import { openSite } from "../stages/window/open-site.ts";
import { type Action, approved, outcomeOf } from "./runner/action.ts";
import { withLaunch } from "./runner/with-launch.ts";

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
