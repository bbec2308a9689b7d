import { type CommandOptions, script } from "../../core/command.ts";
import { type Problem, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../host.ts";
import { safeFolder as safeFolderSh } from "./scripts.ts";

/**
 * Shell functions for folders that hold what is built or kept for a while. `safe_way PATH`: whatever is there of it, and
 * of where its links lead, is this user's or root's, and nobody else may put something else in its place (a folder for
 * all, as /var/tmp is, keeps what is in it to its owner). `make_safe PATH`: makes what is missing, each part itself and
 * closed to others, so that one that somebody made in between is seen. Whoever runs this as another user by sudo may do
 * all that user may, and counts as that user. Both say on standard error which part is not so.
 */
export const safeFolder = `${safeFolderSh}\n`;

/** What is wrong with a folder that golive is going to make on a host, or use. Changes nothing. */
export async function safeFolderProblems(
  host: Host,
  path: string,
  key: string,
  options: CommandOptions,
): Promise<Problem[]> {
  const look = `${safeFolder}safe_way "$1" || exit 95; there "$1"; [ -d "$found" ] && [ -w "$found" ] && [ -x "$found" ]`;
  const { code, stderr } = await host.attempt(script(look, [path], { timeoutSeconds: 30, ...options }));
  if (code === 0) return [];
  const who = options.user === undefined ? "" : t` by ${options.user}`;
  const unsafe = /^unsafe (.*)$/m.exec(stderr)?.[1];
  if (unsafe === undefined)
    return [
      {
        code: "folder-not-writable",
        what: t`${path} cannot be made or written${who} (${key})`,
        where: host.name,
        mend: t`create it and give it to that user, or name another folder in ${key}`,
      },
    ];
  return [
    {
      code: "folder-not-safe",
      what: t`others may put something else in the place of ${unsafe} (${key})`,
      where: host.name,
      mend: t`every folder on the way has to be root's or that user's, and written by no one else; or name another in ${key}`,
    },
  ];
}

/** Throws a UserError when a command that makes a folder safely ended because it could not. */
export function requireSafe({ code, stderr }: { code: number | null; stderr: string }, where: string): void {
  const unsafe = /^unsafe (.*)$/m.exec(stderr)?.[1];
  if (code !== 95 || unsafe === undefined) return;
  throw new UserError({
    code: "folder-not-safe",
    what: t`others may put something else in the place of ${unsafe}`,
    where,
    mend: t`every folder on the way has to be root's or that user's, and written by no one else`,
  });
}
