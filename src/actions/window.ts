import { carryThrough } from "../stages/window/window.ts";
import { outcomeOf } from "./runner/action.ts";
import { launchAction } from "./runner/launch-action.ts";
import { resultOf } from "./verify.ts";

export const action = launchAction({
  outputs: ["outcome"],
  before: () => ({ use: true }),
  async run(launch) {
    const results = await carryThrough(launch);
    return resultOf(results, { outcome: outcomeOf(launch.state()) });
  },
});
