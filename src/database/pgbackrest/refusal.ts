import { CommandError, type Problem, UserError } from "../../core/errors.ts";
import type { Command, Finished } from "../../core/command.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import type { DatabasePlan } from "../postgres.ts";

/** What the scripts of a restore are told of, or print, beside their exit codes. */
interface Told {
  readonly plan: DatabasePlan;
  /** Room that has to be free, and is. */
  readonly needed?: string;
  readonly free?: string;
  /** Major version of the server that was backed up. */
  readonly version?: string;
}

/** Why a script of a restore said no; null for an exit code that is not its own word. */
export function refusal(code: number | null, told: Told): Problem | null {
  return code === null ? null : (problemOf[code]?.(told) ?? null);
}

/** The error of a script in that folder: in words where they are known. */
export function refusedError(
  host: Host,
  directory: string,
  { asked, finished }: { readonly asked: Command; readonly finished: Finished },
  problem: Problem | null,
): Error {
  const failed = new CommandError(host, asked, finished);
  if (problem === null) return failed;
  return new UserError({ ...problem, where: `${host.name}:${directory}` }, { cause: failed });
}

const problemOf: Readonly<Record<number, (told: Told) => Problem>> = {
  81: () => ({
    code: "restore-folder-foreign",
    what: t`the folder is not empty, and was not made by golive`,
    mend: t`name a folder that does not exist yet; golive leaves this one as it is`,
  }),
  82: () => ({
    code: "restore-folder-used",
    what: t`the folder holds an earlier restore`,
    mend: t`look at it and remove it, or restore over it with delta`,
  }),
  83: ({ plan }) => {
    const who = plan.runAs ?? t`the user golive runs as`;
    return {
      code: "restore-folder-forbidden",
      what: t`${who} may not make or write this folder`,
      mend: t`make its parent folder writable for ${who}`,
    };
  },
  84: ({ free = "", needed = "" }) => ({
    code: "restore-no-room",
    what: t`${free} free for the restored server, ${needed} needed`,
    mend: t`make room, or choose a folder on another disk`,
  }),
  85: ({ version = "" }) => ({
    code: "restore-no-programs",
    what: t`postgres and pg_ctl of PostgreSQL ${version} are missing`,
    mend: t`install postgresql-${version} there, or name their folder in database.programs`,
  }),
  86: () => ({
    code: "restore-as-root",
    what: t`PostgreSQL does not run as root`,
    mend: t`set database.run-as in the plan to its user (mostly postgres)`,
  }),
};
