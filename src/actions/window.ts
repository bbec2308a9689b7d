import { carryThrough } from "../stages/window/window.ts";
import { type Action, approved, outcomeOf } from "./runner/action.ts";
import { resultOf } from "./verify.ts";
import { withLaunch } from "./runner/with-launch.ts";

export const action: Action = {
  inputs: approved,
  outputs: ["outcome"],
  run: (context, inputs) =>
    withLaunch(
      context,
      inputs,
      async (launch) => {
        const results = await carryThrough(launch);
        return resultOf(results, { outcome: outcomeOf(launch.state()) });
      },
      { use: true },
    ),
};
