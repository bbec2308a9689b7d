import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { requireSafe, safeFolder } from "../../hosts/folders/safe-folder.ts";
import type { Host } from "../../hosts/host.ts";
import { keepState } from "./kept.ts";
import { requireLeft } from "./left.ts";
import { keyOf, ownScript, runCommand } from "./run.ts";
import type { CommandsPlan } from "./schema.ts";
import { beginBackUp } from "./shell/scripts.ts";
import { differing, readState, type State, steadyOf } from "./state.ts";

export interface BackedUp {
  readonly files: number;
  readonly bytes: number;
  /** Lines of the state that were the same before it and after, so that the backup has to hold them; null without such a command. */
  readonly steady: State;
  /** How many were not; null without such a command. */
  readonly moved: number | null;
}

/** Where the plan's commands write and read within the folder of one backup. */
export function dataOf(folder: string): string {
  return `${folder}/data`;
}

/**
 * Backs the database up into a folder of its own, which is made anew. What the command leaves is looked at: one that
 * ends well and leaves nothing, or yesterday's file, has made no backup. Throws a UserError with all that is not so.
 */
export async function backUp(host: Host, plan: CommandsPlan, folder: string): Promise<BackedUp> {
  const begin = ownScript(plan, `${safeFolder}${beginBackUp}`, [folder], { timeoutSeconds: 600 });
  const begun = await host.attempt(begin);
  if (begun.code !== 0) {
    requireSafe(begun, `${host.name}:${folder}`);
    throw new UserError({
      code: "engine-folder-unmade",
      what: t`the folder for the backup cannot be made`,
      where: `${host.name}:${folder}`,
      mend: t`make database.directory for the user of database.run-as, mode 0700`,
    });
  }
  const before = await readState(host, plan);
  await runCommand(host, plan, "backUp", dataOf(folder));
  const files = await requireLeft(host, plan, folder);
  const after = await readState(host, plan);
  await keepState(host, plan, folder, after);
  return {
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    steady: before === null || after === null ? null : steadyOf(before, after),
    moved: before === null || after === null ? null : differing(before, after),
  };
}

/** Behind closed doors nobody writes: a backup that something moved under is not the way back. */
export function requireUnmoved(host: Host, { moved }: BackedUp): void {
  if (moved === null || moved === 0) return;
  throw new UserError({
    code: "engine-database-moved",
    what: t`${moved} {0:line|lines|lines} of ${keyOf("state")} changed while the backup was made: \
something writes, though the services are stopped`,
    where: host.name,
    mend: t`find out what writes (a cron job, a worker, an import), stop it or name it in services.pause`,
  });
}
