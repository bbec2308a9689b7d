import { deploy } from "../stages/deploy/deploy.ts";
import { launchAction } from "./runner/launch-action.ts";

export const action = launchAction({
  inputs: { hosts: {} },
  outputs: [],
  async run(launch, inputs) {
    const only = (inputs.hosts ?? "").split(/[\s,]+/).filter((name) => name !== "");
    try {
      await deploy(launch, only);
    } finally {
      // Other jobs write the journal at the same time; the page shows theirs too.
      if (only.length > 0) await launch.refresh();
    }
    return {};
  },
});
