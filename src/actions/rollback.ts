import { rollback } from "../stages/rollback.ts";
import { type Action, approved, outcomeOf } from "./action.ts";
import { withLaunch } from "./with-launch.ts";

export const action: Action = {
  inputs: approved,
  outputs: ["outcome"],
  run: (context, inputs) =>
    withLaunch(context, inputs, async (launch) => {
      await rollback(launch);
      return { outputs: { outcome: outcomeOf(launch.state()) } };
    }),
};
