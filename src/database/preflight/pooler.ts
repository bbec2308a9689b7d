import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { type DatabasePlan, databaseScript } from "../postgres.ts";

/**
 * What stands between golive and the server: nothing; a pooler that keeps one server session for each client; or one
 * that lends a server session for a transaction at a time.
 */
export type Between = "none" | "session" | "transaction";

// The first client sets something. Another one asks for it while the first is still there, and a third one once it is
// gone: whoever sees it, or is served by the first one's server process, shares a session with it. A server that is asked
// directly gives each client a process of its own.
const lookScript = `ask() { psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -d "$GOLIVE_MAINTENANCE" "$@"; }
ask -v "mark=$1" -f - && ask -c "SELECT 'after', pg_backend_pid(), coalesce(current_setting('golive.look', true), '')"`;

const own = "pg_backend_pid(), coalesce(current_setting('golive.look', true), '')";
const lookSql = `SELECT set_config('golive.look', :'mark', false) \\g /dev/null
SELECT 'first', ${own};
\\! psql -X -q -A -t --no-password -d "$GOLIVE_MAINTENANCE" -c "SELECT 'beside', ${own}"
SELECT 'still', ${own};
`;

/** Asks in three sessions; null when one of them was not answered. */
export async function whatIsBetween(host: Host, plan: DatabasePlan): Promise<Between | null> {
  const mark = `look-${process.hrtime.bigint()}`;
  const asked = databaseScript(plan, lookScript, [mark], { stdin: lookSql, timeoutSeconds: 60 });
  const { code, stdout } = await host.attempt(asked);
  if (code !== 0) return null;
  const answers = new Map(
    stdout.split("\n").map((line) => [line.split("|")[0] ?? "", line.slice(line.indexOf("|") + 1)]),
  );
  const [first, beside, still, after] = ["first", "beside", "still", "after"].map((who) => answers.get(who));
  if (first === undefined || beside === undefined || after === undefined) return null;
  const pid = (answer: string) => answer.split("|")[0];
  if (!first.endsWith(mark) || first !== still || beside.endsWith(mark) || pid(beside) === pid(first))
    return "transaction";
  return after.endsWith(mark) || pid(after) === pid(first) ? "session" : "none";
}

/** `direct`: whether settings that come with a connection reach the server. */
export function betweenProblems(plan: DatabasePlan, between: Between | null, direct: boolean): Problem[] {
  const told = plan.connection.pooler === "session";
  if (!told && !direct) return [poolerProblem(t`drops the settings that golive asks for`)];
  return between === "transaction" ? [transactionPooler(told)] : [];
}

export function poolerProblem(how: string): Problem {
  return {
    code: "db-pooler",
    what: t`database.connection leads to a pooler such as pgbouncer, which ${how}: snapshots and settings of a \
session do not survive there`,
    mend: t`name the address and port of PostgreSQL itself in database.connection; where the provider has none, one in \
session mode, with database.connection.pooler: session (docs/managed-databases.md)`,
  };
}

function transactionPooler(told: boolean): Problem {
  const said = told ? t` in spite of database.connection.pooler: session` : "";
  return {
    code: "db-pooler-transaction",
    what: t`database.connection leads to a pooler in transaction mode${said}: locks, settings and snapshots of a session \
are lost there between two statements`,
    mend: t`name the address and port of PostgreSQL itself in database.connection, or of a pooler in session mode; \
docs/managed-databases.md has those of providers`,
  };
}
