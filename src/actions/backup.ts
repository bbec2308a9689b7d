import { backup } from "../stages/backup/backup.ts";
import { backupPlace } from "../stages/backup/backup-record.ts";
import { launchAction } from "./runner/launch-action.ts";

export const action = launchAction({
  outputs: ["directory", "manifest"],
  async run(launch) {
    await backup(launch);
    return { outputs: { ...backupPlace(launch) } };
  },
});
