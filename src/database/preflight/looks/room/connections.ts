import type { Problem } from "../../../../core/errors.ts";
import { t } from "../../../../core/text/text.ts";
import { defineLook } from "../look.ts";
import { plain } from "../names.ts";

interface Limit {
  readonly of: "database" | "role" | "server";
  readonly me: string;
  readonly limit: number;
  readonly needed: number;
  readonly used: number;
}

// Those that are in the service's database now are not there at night. A superuser has connections in reserve, and no
// limit of its own.
export const connectionLimits = defineLook<Limit>({
  kind: "limit",
  asked: "server",
  sql: `WITH me AS (SELECT oid, rolsuper, rolconnlimit FROM pg_roles WHERE rolname = session_user),
  others AS (
    SELECT count(*) AS all, count(*) FILTER (WHERE usesysid = (SELECT oid FROM me)) AS mine
    FROM pg_stat_activity
    WHERE usesysid IS NOT NULL AND coalesce(backend_type, 'client backend') = 'client backend'
      AND datname IS DISTINCT FROM :'name' AND pid <> pg_backend_pid() AND application_name <> 'golive'
      AND pid NOT IN (SELECT pid FROM pg_stat_replication)
  ),
  reserve AS (
    SELECT sum(setting::int) AS kept FROM pg_settings
    WHERE name IN ('superuser_reserved_connections', 'reserved_connections')
  ),
  limits (of, "limit", used) AS (
    SELECT 'database', d.datconnlimit, 0 FROM pg_database d, me
    WHERE d.datname = :'name' AND d.datconnlimit >= 0 AND NOT me.rolsuper
    UNION ALL
    SELECT 'role', me.rolconnlimit, others.mine FROM me, others WHERE me.rolconnlimit >= 0 AND NOT me.rolsuper
    UNION ALL
    SELECT 'server', current_setting('max_connections')::int - CASE WHEN me.rolsuper THEN 0 ELSE reserve.kept END, others.all
    FROM me, others, reserve
  )
SELECT json_build_object(
  'kind', 'limit', 'of', of, 'me', session_user, 'limit', "limit", 'used', used, 'needed', :'jobs'::int + 3
)
FROM limits WHERE used + :'jobs'::int + 3 > "limit";
`,
  problems: (rows, { database }) => rows.map((row) => ({ code: "db-connection-limit", ...limitText(row, database) })),
});

function limitText({ of, me, limit, needed, used }: Limit, database: string): Pick<Problem, "what" | "mend"> {
  const role = plain(me);
  switch (of) {
    case "database":
      return {
        what: t`${database} takes ${limit} connections at once, and golive's dump needs ${needed}`,
        mend: t`ALTER DATABASE "${database}" CONNECTION LIMIT ${needed}, or fewer database.backup.jobs`,
      };
    case "role":
      return {
        what: t`the role ${role} may have ${limit} connections at once, ${used} of them are in use elsewhere, and \
golive's dump needs ${needed}`,
        mend: t`as superuser: ALTER ROLE "${role}" CONNECTION LIMIT ${used + needed}; or fewer database.backup.jobs`,
      };
    case "server":
      return {
        what: t`the server takes ${limit} connections of such a role, ${used} of them are in use for other databases, \
and golive's dump needs ${needed}`,
        mend: t`raise max_connections and restart PostgreSQL, or close what is not needed; or fewer database.backup.jobs`,
      };
  }
}
