import { deploy } from "../stages/deploy/deploy.ts";
import { type Action, approved } from "./runner/action.ts";
import { withLaunch } from "./runner/with-launch.ts";

export const action: Action = {
  inputs: { ...approved, hosts: {} },
  outputs: [],
  run: (context, inputs) =>
    withLaunch(context, inputs, async (launch) => {
      const only = (inputs.hosts ?? "").split(/[\s,]+/).filter((name) => name !== "");
      try {
        await deploy(launch, only);
      } finally {
        // Other jobs write the journal at the same time; the page shows theirs too.
        if (only.length > 0) await launch.refresh();
      }
      return {};
    }),
};
