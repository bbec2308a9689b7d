import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";

export function mayNotBecome(user: string): Problem {
  return {
    code: "scratch-user-missing",
    what: t`the throwaway server for the backup cannot run as ${user}`,
    mend: t`let golive run commands as ${user} without a password (docs/hosts.md has the line)`,
  };
}

/** Told in two places: by what lets it in, and by a server that does not run as root. */
const anotherUser = () =>
  t`name another user in prepare.test-restore.run-as, one made for it: useradd --system --shell /usr/sbin/nologin golive-scratch`;

/** What a line of the script above says about that user; null for one that tells of nothing wrong. */
export function problemOf(
  [kind, one = "", at = "", database = "", words = ""]: readonly string[],
  user: string,
): Problem | null {
  const mend = anotherUser();
  switch (kind) {
    case "in":
      return {
        code: "scratch-user-let-in",
        what: t`what a backup says would run as ${user}, and PostgreSQL lets ${user} in as ${one} without a \
password (${at}, database ${database})`,
        mend: t`take that line out of pg_hba.conf, or ${mend}`,
      };
    case "said":
      return {
        code: "scratch-user-let-in",
        what: t`what a backup says would run as ${user}, and PostgreSQL does not turn ${user} away as ${one} \
(${at}, database ${database}): ${words}`,
        mend: t`take that line out of pg_hba.conf, or ${mend}`,
      };
    case "owns":
      return {
        code: "scratch-user-is-server",
        what: t`${user} is the user that PostgreSQL itself runs as (${one}), so what a backup says would run with its rights`,
        mend,
      };
    case "sudo":
      return { code: "scratch-user-sudo", what: t`${user} may run commands as others by sudo`, mend };
    case "group":
      return { code: "scratch-user-group", what: t`${user} is in the group ${one}, which leads to root`, mend };
    case "root":
      return { code: "scratch-user-root", what: t`PostgreSQL does not run as root, and no backup should`, mend };
    case "file":
      return {
        code: "scratch-user-reads",
        what: t`${user} can read ${one}, which may hold the way to production`,
        mend: t`take that right away (chmod o-r), or ${mend}`,
      };
    case "psql":
      return {
        code: "db-tools-missing",
        what: t`${user} finds no psql there`,
        mend: t`install the PostgreSQL client programs there, or name their folder in database.programs`,
      };
    default:
      return null;
  }
}
