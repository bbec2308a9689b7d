import { backupDirectory, manifestHash } from "../stages/backup-record.ts";
import { backup } from "../stages/backup.ts";
import { type Action, approved } from "./action.ts";
import { withLaunch } from "./with-launch.ts";

export const action: Action = {
  inputs: approved,
  outputs: ["directory", "manifest"],
  run: (context, inputs) =>
    withLaunch(context, inputs, async (launch) => {
      await backup(launch);
      return { outputs: { directory: backupDirectory(launch), manifest: manifestHash(launch) } };
    }),
};
