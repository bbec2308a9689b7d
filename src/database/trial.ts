import { CommandError, UserError } from "../core/errors.ts";
import { figure, showDuration } from "../core/figures.ts";
import { t } from "../core/text.ts";
import type { Host } from "../hosts/host.ts";
import type { TestRestore } from "../plan/prepare-schema.ts";
import { scratchRecipe } from "./create.ts";
import type { FoundBackup } from "./newest-backup.ts";
import { type DatabasePlan, databaseScript, psqlCommand, query, rowsOf } from "./postgres.ts";
import { dropSide } from "./restore.ts";

// The server's processes that work for the scratch database step back behind those of the service, where this user may
// ask that of them. A number that is no process of PostgreSQL's here (the server is elsewhere) is left alone.
const stepBack = `( while :; do
  psql -XAtq --no-password -d postgres -c "SELECT pid FROM pg_stat_activity WHERE datname = '$1'" | while read -r p; do
    case "$(cat /proc/$p/comm 2>/dev/null)" in postgres|postmaster) renice -n 19 -p "$p"; ionice -c 3 -p "$p" ;; esac
  done
  sleep 0.3
done ) >/dev/null 2>&1 & w=$!
trap 'kill $w 2>/dev/null' EXIT
`;
const restoreScript = `${stepBack}case "$2" in
  archive) pg_restore --no-password --exit-on-error --dbname="$1" -- "$3" ;;
  sql) psql -X -q --no-password -v ON_ERROR_STOP=1 -d "$1" -f "$3" >/dev/null ;;
  sql-gzip) gzip -dc -- "$3" | psql -X -q --no-password -v ON_ERROR_STOP=1 -d "$1" >/dev/null ;;
esac`;

/** Restores a backup into a scratch database of golive's own that is made like the service's, behind it in every queue. Seconds it took. */
export async function restoreTrial(
  host: Host,
  plan: DatabasePlan,
  backup: FoundBackup,
  name: string,
  settings: TestRestore,
  service: { readonly host: Host; readonly plan: DatabasePlan } = { host, plan },
): Promise<number> {
  await dropTrials(host, plan);
  const [taken] = await query(host, plan, "postgres", "SELECT datname FROM pg_database WHERE datname = :'name'", {
    name,
  });
  if (taken)
    throw new UserError({
      code: "db-name-taken",
      what: t`there is a database ${name} already, and golive did not make it`,
      where: host.name,
      mend: t`rename it, or drop it if nobody needs it`,
    });
  const recipe = await scratchRecipe(service.host, service.plan, {
    elsewhere: service.plan.connection !== plan.connection,
  });
  const create = psqlCommand(
    plan,
    "postgres",
    `${recipe}SELECT format('COMMENT ON DATABASE %I IS %L', :'name', :'mark') \\gexec\n`,
    { name, mark },
  );
  const created = await host.attempt(create);
  const role = /role "([^"]+)" does not exist/.exec(created.stderr)?.[1];
  if (role !== undefined)
    throw new UserError({
      code: "db-role-missing",
      what: t`the scratch server has no role ${role}, to whom the service's database belongs`,
      where: host.name,
      mend: t`as superuser there: CREATE ROLE "${role}" LOGIN`,
    });
  if (created.code !== 0) throw new CommandError(host.name, create, created);
  // What comes out of a backup connects as the service does; a limit keeps it from eating the server's connections.
  await host.run(
    psqlCommand(
      plan,
      "postgres",
      "SELECT format('ALTER DATABASE %I CONNECTION LIMIT %s', :'name', :'limit') \\gexec\n",
      { name, limit: String(settings.connections) },
      60,
    ),
  );
  const milliseconds = (seconds: number) => String(seconds * 1000);
  const asked = databaseScript(plan, restoreScript, [name, backup.format, backup.path], {
    timeoutSeconds: settings["statement-timeout"],
    env: {
      PGOPTIONS: `-c statement_timeout=${milliseconds(settings["statement-timeout"])} -c lock_timeout=${milliseconds(settings["lock-timeout"])} -c default_transaction_read_only=off -c synchronous_commit=off -c max_parallel_maintenance_workers=0`,
    },
  });
  const finished = await host.attempt({ ...asked, label: t`restore ${backup.path} into ${name}` });
  if (finished.timedOut)
    throw new UserError({
      what: t`the newest backup was not restored within ${showDuration(settings["statement-timeout"])}`,
      where: host.name,
      mend: t`give prepare.test-restore.statement-timeout more, if the window does not depend on it`,
    });
  if (finished.code !== 0)
    throw new UserError(
      {
        code: "backup-not-restorable",
        what: t`the newest backup cannot be restored`,
        where: `${host.name}:${backup.path}`,
        mend: t`find out why; as it is, it is no way back`,
      },
      { cause: new CommandError(host.name, asked, finished) },
    );
  return finished.seconds;
}

/** What tells a scratch database of golive's from one that somebody else named so. */
export const mark = "golive: scratch database, dropped by the next rehearsal";

/** Drops every scratch database that golive made for this service; a run that was lost may have left one. */
export async function dropTrials(host: Host, plan: DatabasePlan): Promise<void> {
  const left = await query(
    host,
    plan,
    "postgres",
    "SELECT datname FROM pg_database WHERE starts_with(datname, :'prefix') AND shobj_description(oid, 'pg_database') = :'mark'",
    { prefix: `${plan.name}_trial_`, mark },
  );
  for (const [name = ""] of left) await dropSide(host, plan, name);
}

/** What the plan's rules find in a restored database; throws a UserError naming every rule that is broken. */
export async function requireSane(
  host: Host,
  plan: DatabasePlan,
  database: string,
  rules: TestRestore["rules"],
): Promise<string> {
  const found = await Promise.all(
    rules.map(async (rule) => {
      const [schema, table] = rule.table.includes(".") ? rule.table.split(".") : ["public", rule.table];
      const where = `${host.name}, ${database}`;
      const problem = (what: string) => ({
        note: "",
        problems: [
          {
            code: "backup-not-sane",
            what: t`restored from the newest backup, ${rule.table} ${what}`,
            where,
            mend: t`the backup lacks data, or prepare.test-restore.rules expects too much`,
          },
        ],
      });
      const newest =
        rule.newest === undefined ? "NULL" : 'extract(epoch FROM now() - max(:"column")::timestamptz)::bigint';
      const asked = psqlCommand(
        plan,
        database,
        `SELECT 'rows', count(*), ${newest} FROM :"schema".:"table";\n`,
        {
          schema: schema ?? "",
          table: table ?? "",
          ...(rule.newest === undefined ? {} : { column: rule.newest.column }),
        },
        1800,
      );
      const finished = await host.attempt(asked);
      if (finished.code !== 0)
        return problem(
          /does not exist/.test(finished.stderr)
            ? /column/.test(finished.stderr)
              ? t`has no column ${rule.newest?.column}`
              : t`is not there`
            : t`cannot be read`,
        );
      const [[, count = "0", age = ""] = []] = rowsOf(finished.stdout);
      if (Number(count) < rule["least-rows"])
        return problem(t`has ${count} rows; the plan expects at least ${rule["least-rows"]}`);
      if (rule.newest !== undefined && age === "") return problem(t`has no value in ${rule.newest.column}`);
      if (rule.newest !== undefined && Number(age) > rule.newest.within)
        return problem(
          t`was last written ${showDuration(Number(age))} ago; the plan expects ${showDuration(rule.newest.within)} at most`,
        );
      return { note: t`${rule.table} ${figure(Number(count))} rows`, problems: [] };
    }),
  );
  const problems = found.flatMap((one) => one.problems);
  if (problems.length > 0) throw new UserError(problems);
  return found.map(({ note }) => note).join(", ");
}
