import { carryThrough } from "../stages/window.ts";
import { type Action, approved, outcomeOf } from "./action.ts";
import { resultOf } from "./verify.ts";
import { withLaunch } from "./with-launch.ts";

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
