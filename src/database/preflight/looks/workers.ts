import type { Problem } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import { defineLook } from "./look.ts";
import { askingRole, plain, some } from "./names.ts";
import { isSuperuser, mayEnd } from "./sql.ts";

interface Worker {
  readonly me: string;
  readonly type: string;
  /** Whether the role that asks may end it. */
  readonly ends: boolean;
  /** Whether it would start again once it was ended. */
  readonly comesBack: boolean;
}

// What subscriptions have running is told of with them. pg_cron's scheduler starts again from 1.6 on, as the library
// tells by a setting that it has.
export const backgroundWorkers = defineLook<Worker>({
  kind: "worker",
  asked: "server",
  sql: `SELECT json_build_object(
  'kind', 'worker', 'me', current_user, 'type', a.backend_type,
  'ends', ${isSuperuser} OR (${mayEnd}),
  'comesBack', a.backend_type <> 'pg_cron launcher'
    OR EXISTS (SELECT FROM pg_settings WHERE name = 'cron.launch_active_jobs')
)
FROM pg_stat_activity a JOIN pg_roles r ON r.oid = a.usesysid
WHERE a.datname = :'name' AND a.backend_type NOT IN ('client backend', 'parallel worker', 'walsender')
  AND a.backend_type !~ '^logical replication'
ORDER BY a.backend_type;
`,
  problems: (rows, { database, copy, closed = true }) => {
    if (!closed) return [];
    const names = (list: readonly Worker[]) => some(list, ({ type }) => plain(type));
    const above = rows.filter(({ ends }) => !ends);
    const forGood = rows.filter(({ ends, comesBack }) => ends && !comesBack);
    const problems: Problem[] = [];
    if (above.length > 0)
      problems.push({
        code: "db-worker",
        what: t`background workers hold ${database} open, so that it can neither be cloned nor renamed, and the role \
${askingRole(rows)} may not end them: ${names(above)}`,
        mend: t`let database.connection be a superuser's, or give the worker another database (pg_cron: \
cron.database_name = 'postgres', and cron.schedule_in_database)`,
      });
    if (copy && forGood.length > 0)
      problems.push({
        code: "db-worker-not-back",
        what: t`background workers would have to be ended for the rollback copy of ${database}, and would not start \
again before PostgreSQL does: ${names(forGood)}`,
        mend: t`do without the rollback copy (database.backup.copy: false), or give the worker another database \
(cron.database_name = 'postgres', and cron.schedule_in_database), or install pg_cron 1.6 or newer`,
      });
    return problems;
  },
});
