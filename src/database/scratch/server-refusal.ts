import type { CommandError, Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { ScratchSettings } from "./settings.ts";

/** Why the script that starts a throwaway server ended with this code. */
export function scratchRefusal(
  code: number | null,
  { user, directory }: ScratchSettings,
  major: string,
  error: CommandError,
): Problem {
  switch (code) {
    case 82:
      return {
        code: "scratch-no-way",
        what: t`${user} cannot get to ${directory}, or make a folder in it`,
        mend: t`open its parent folders for passing through (chmod a+x), or name another in prepare.test-restore.directory`,
      };
    case 84:
      return {
        code: "scratch-no-room",
        what: t`there is no room left for the throwaway server`,
        mend: t`make room in ${directory}, or name another folder in prepare.test-restore.directory`,
      };
    case 85:
      return {
        code: "scratch-no-programs",
        what: t`initdb and postgres of PostgreSQL ${major} are missing, so the backup has no server to be tried in`,
        mend: t`install postgresql-${major} there (only its programs are used), or name a server in prepare.test-restore.server`,
      };
    case 86:
      return {
        code: "scratch-user-root",
        what: t`PostgreSQL does not run as root, and no backup should`,
        mend: t`name another user in prepare.test-restore.run-as, one made for it: useradd --system --shell \
/usr/sbin/nologin golive-scratch`,
      };
    default:
      return {
        code: "scratch-not-started",
        what: t`the throwaway server does not start: ${error.brief}`,
        mend: t`look at what it said, on the control host; or name a server in prepare.test-restore.server`,
      };
  }
}
