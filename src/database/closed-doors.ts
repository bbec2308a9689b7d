import { CommandError, UserError } from "../core/errors.ts";
import { pollUntil } from "../core/poll-until.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import { openDoors } from "./doors.ts";
import { type DatabasePlan, maintenanceOf, psqlCommand, query, rowsOf } from "./postgres.ts";

/** How often it is tried again when somebody is in the way: a worker that came back, autovacuum that just began. */
const tries = 3;

/** SQL: names of the two databases that have to be empty. psql puts no variables into a quoted body. */
const both = "ARRAY[current_setting('golive.current'), current_setting('golive.beside')]";

/**
 * SQL: a session or a background worker that holds the database and ends when it is told to. Autovacuum has no role: it
 * is left alone, as clone and rename evict it, and ending it takes rights that ending sessions does not.
 */
const holds = `datname = ANY (${both}) AND pid <> pg_backend_pid() AND usesysid IS NOT NULL`;
const receiver = "pid IN (SELECT pid FROM pg_stat_replication)";

/**
 * Ends them all at once and looks until they are gone, rather than waiting for one after the other: with many of them
 * that is most of the time. Whom golive may not end is told of later, by name.
 */
const endSessions = `DO $$
DECLARE
  one int;
  ended int;
BEGIN
  FOR i IN 0..1000 LOOP
    PERFORM pg_stat_clear_snapshot();
    EXIT WHEN NOT EXISTS (SELECT FROM pg_stat_activity WHERE ${holds} AND NOT ${receiver});
    IF i % 100 = 0 THEN
      ended := 0;
      FOR one IN SELECT pid FROM pg_stat_activity WHERE ${holds} AND NOT ${receiver} LOOP
        BEGIN
          PERFORM pg_terminate_backend(one);
          ended := ended + 1;
        EXCEPTION WHEN insufficient_privilege THEN
          NULL;
        END;
      END LOOP;
      EXIT WHEN ended = 0;
    END IF;
    PERFORM pg_sleep(0.005);
  END LOOP;
END $$;
`;

const word = (column: string) => `regexp_replace(coalesce(${column}, ''), '[^[:alnum:] ._/-]', '', 'g')`;

const heldSql = `SELECT 'held', ${word("backend_type")}, ${word("usename")}, ${word("application_name")}
FROM pg_stat_activity WHERE ${holds};
SELECT 'held', 'prepared transaction', ${word("owner")}, ${word("gid")}
FROM pg_prepared_xacts WHERE database = ANY (${both});
`;

const workersSql = `SELECT DISTINCT 'worker', backend_type FROM pg_stat_activity
WHERE ${holds} AND backend_type NOT IN ('client backend', 'parallel worker') AND NOT ${receiver};
`;

/** One try: whoever is there is ended, and then the work is done. Only somebody in the way is a reason for another. */
const oneTry = (work: string) => `\\if :again
${endSessions}${work}\\if :done
  \\set again false
\\else
  SELECT :'LAST_ERROR_SQLSTATE' = '55006' AS again \\gset
\\endif
\\endif
`;

/**
 * psql script, in the database `postgres`: one golive at a time for `:current` (one left behind by a lost run is waited
 * for), the doors of both databases closed, and what holds them ended; then the work, which sets `done` once it is. A
 * connection limit would not hold superusers; ALLOW_CONNECTIONS does. The doors open again whatever became of the work.
 */
const closedDoorsSql = ({
  work,
  after,
}: ClosedDoors) => `SELECT pg_advisory_lock(hashtext('golive'), hashtext(:'current')),
  set_config('golive.current', :'current', false), set_config('golive.beside', :'beside', false) \\g /dev/null
SELECT EXISTS (SELECT FROM pg_database WHERE datname = :'beside' AND datallowconn) AS beside_open \\gset
${workersSql}ALTER DATABASE :"current" ALLOW_CONNECTIONS false;
\\set ON_ERROR_STOP off
\\if :beside_open
  ALTER DATABASE :"beside" ALLOW_CONNECTIONS false;
\\endif
\\set done false
\\set again true
${oneTry(work).repeat(tries)}\\if :done
\\else
  ${heldSql}\\endif
ALTER DATABASE :"current" ALLOW_CONNECTIONS true;
\\if :done
  \\set ON_ERROR_STOP on
  ${after}\\else
  \\if :beside_open
    ALTER DATABASE :"beside" ALLOW_CONNECTIONS true;
  \\endif
  \\set ON_ERROR_STOP on
  SELECT set_config('golive.code', :'LAST_ERROR_SQLSTATE', false) \\g /dev/null
  DO $$ BEGIN RAISE 'not done behind closed doors' USING ERRCODE = current_setting('golive.code'); END $$;
\\endif
`;

export interface ClosedDoors {
  /** psql script that sets `done` to true once it is. It may be run again after a failure. */
  readonly work: string;
  /** psql script for when it is done and the doors are open. */
  readonly after: string;
  /** psql script before anything is closed; it may `\\quit`. */
  readonly before?: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Another database that nobody may be in. */
  readonly beside?: string;
}

/**
 * Does something to the service's database while nobody is in it. `gone` names the background workers that had to be
 * ended and did not come back by themselves. Throws with the doors open.
 */
export async function behindClosedDoors(
  host: Host,
  plan: DatabasePlan,
  doing: ClosedDoors,
): Promise<{ readonly stdout: string; readonly seconds: number; readonly gone: readonly string[] }> {
  const variables = { current: plan.name, beside: doing.beside ?? "", ...doing.variables };
  const asked = psqlCommand(plan, maintenanceOf(plan), `${doing.before ?? ""}${closedDoorsSql(doing)}`, { variables });
  try {
    const finished = await host.attempt(asked);
    if (finished.code !== 0 || finished.timedOut) throw failure(host, plan, new CommandError(host, asked, finished));
    const { stdout, seconds } = finished;
    return { stdout, seconds, gone: await notBack(host, plan, linesOf(stdout, "worker")) };
  } catch (error) {
    await openDoors(host, plan);
    throw error;
  }
}

const linesOf = (stdout: string, kind: string) =>
  rowsOf(stdout).flatMap(([first, ...rest]) => (first === kind ? [rest.filter((one) => one !== "").join(" ")] : []));

function failure(host: Host, { name }: DatabasePlan, failed: CommandError): Error {
  const held = [...new Set(linesOf(failed.finished.stdout, "held"))];
  if (held.length === 0) return failed;
  return new UserError(
    {
      code: "db-held",
      what: t`${name} was held open behind closed doors, and could neither be cloned nor renamed: ${held.join(", ")}`,
      where: host.name,
      mend: t`end what holds it, or let database.connection be a superuser's, then run again`,
    },
    { cause: failed },
  );
}

/** Workers start again by themselves or never; those that do take a second. */
async function notBack(host: Host, plan: DatabasePlan, ended: readonly string[]): Promise<readonly string[]> {
  if (ended.length === 0) return [];
  const sql = "SELECT DISTINCT backend_type FROM pg_stat_activity WHERE datname = :'name'";
  let missing = ended;
  await pollUntil(
    async () => {
      const rows = await query(host, plan, { database: maintenanceOf(plan), sql, variables: { name: plan.name } });
      const there = new Set(rows.map(([type]) => type));
      missing = ended.filter((type) => !there.has(type));
      return missing.length === 0 ? true : null;
    },
    { every: 0.5, limit: 5 },
  );
  return missing;
}

/** What a step says of workers that did not come back. */
export function goneText(gone: readonly string[]): string {
  return gone.length === 0
    ? ""
    : t`; ${gone.join(", ")} had to be ended and did not come back: restart PostgreSQL for it`;
}
