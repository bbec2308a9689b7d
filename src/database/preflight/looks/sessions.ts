import type { Problem } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import { defineLook } from "./look.ts";
import { askingRole, plain, some } from "./names.ts";
import { isSuperuser, mayEnd } from "./sql.ts";

interface SessionRole {
  readonly me: string;
  readonly role: string;
  readonly superuser: boolean;
  /** Whether the role that asks may end its sessions, and see what they are. */
  readonly ends: boolean;
  readonly sees: boolean;
}

/** What kind of session another role's is, is shown only to those who may read statistics. */
export const otherRolesSessions = defineLook<SessionRole>({
  kind: "session",
  asked: "server",
  sql: `SELECT json_build_object(
  'kind', 'session', 'me', current_user, 'role', r.rolname, 'superuser', r.rolsuper,
  'ends', ${mayEnd},
  'sees', pg_has_role(r.oid, 'USAGE') OR pg_has_role('pg_read_all_stats', 'USAGE')
)
FROM pg_roles r
WHERE NOT ${isSuperuser}
  AND r.oid IN (
    SELECT usesysid FROM pg_stat_activity
    WHERE datname = :'name' AND pid <> pg_backend_pid() AND coalesce(backend_type, 'client backend') = 'client backend'
      AND pid NOT IN (SELECT pid FROM pg_stat_replication)
  )
ORDER BY r.rolname;
`,
  problems: (rows, { database, closed = true }) => {
    const me = askingRole(rows);
    const roles = (list: readonly SessionRole[]) => some(list, ({ role }) => plain(role));
    const above = rows.filter(({ superuser }) => closed && superuser);
    const beside = rows.filter(({ superuser, ends }) => closed && !superuser && !ends);
    const unseen = rows.filter(({ sees }) => !sees);
    const problems: Problem[] = [];
    if (above.length > 0)
      problems.push({
        code: "db-no-signal",
        what: t`superusers are connected to ${database}, and the role ${me} may not end their sessions: ${roles(above)}`,
        mend: t`have them disconnect, or let database.connection be a superuser's`,
      });
    if (beside.length > 0)
      problems.push({
        code: "db-no-signal",
        what: t`the role ${me} may not end the sessions of other roles in ${database}: ${roles(beside)}`,
        mend: t`as superuser: GRANT pg_signal_backend TO "${me}"`,
      });
    if (unseen.length > 0)
      problems.push({
        code: "db-no-sight",
        what: t`the role ${me} does not see what the sessions of other roles in ${database} are, and would overlook them: ${roles(unseen)}`,
        mend: t`as superuser: GRANT pg_read_all_stats TO "${me}"`,
      });
    return problems;
  },
});
