import { closeSite } from "../stages/window/close-site.ts";
import { openSite } from "../stages/window/open-site.ts";
import { outcomeOf } from "./runner/action.ts";
import { launchAction } from "./runner/launch-action.ts";

export const action = launchAction({
  inputs: { state: { required: true, oneOf: ["on", "off"] } },
  outputs: ["outcome"],
  before: ({ state }) => ({ use: state === "on" }),
  async run(launch, { state }) {
    await (state === "on" ? closeSite(launch) : openSite(launch));
    return { outputs: { outcome: outcomeOf(launch.state()) } };
  },
});
