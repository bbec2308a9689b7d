import { deploy } from "../stages/deploy.ts";
import { type Action, approved } from "./action.ts";
import { withLaunch } from "./with-launch.ts";

export const action: Action = {
  inputs: approved,
  outputs: [],
  run: (context, inputs) =>
    withLaunch(context, inputs, async (launch) => {
      await deploy(launch);
      return {};
    }),
};
