import { backupDirectory, manifestHash } from "../stages/backup/backup-record.ts";
import { backup } from "../stages/backup/backup.ts";
import { type Action, approved } from "./runner/action.ts";
import { withLaunch } from "./runner/with-launch.ts";

export const action: Action = {
  inputs: approved,
  outputs: ["directory", "manifest"],
  run: (context, inputs) =>
    withLaunch(context, inputs, async (launch) => {
      await backup(launch);
      return { outputs: { directory: backupDirectory(launch), manifest: manifestHash(launch) } };
    }),
};
