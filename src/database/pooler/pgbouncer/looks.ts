import type { Problem } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import { why } from "../../../hosts/why.ts";
import { ask, type Bouncer, leadingTo, placeOf, type Row } from "./bouncer.ts";
import { consoleCommand, rowsByName } from "./console.ts";

/** What would keep it from being held at night. */
export async function problems(bouncer: Bouncer): Promise<Problem[]> {
  const where = placeOf(bouncer);
  const words = "SHOW DATABASES";
  const shown = await ask(bouncer, words);
  if (shown.code !== 0 || shown.timedOut) {
    const asked = consoleCommand(bouncer.plan, bouncer.pooled.programs, { words });
    const what = t`pgbouncer's console does not answer: ${await why(bouncer.host, asked, shown)}`;
    const { port } = bouncer.plan.connection;
    const mend = t`check database.poolers in the plan, on that host: psql -p ${port} -d pgbouncer -c "SHOW DATABASES"`;
    return [{ code: "pooler-unreachable", what, where, mend }];
  }
  return [...(await rightProblems(bouncer)), ...databaseProblems(bouncer, rowsByName(shown.stdout))].map((problem) => ({
    ...problem,
    where,
  }));
}

/** Of a database that is not there, an admin hears that it is not; whoever may only look is refused. */
async function rightProblems(bouncer: Bouncer): Promise<Problem[]> {
  const { stderr } = await ask(bouncer, 'RESUME :"database"', "golive_is_no_database");
  if (!/admin access needed/.test(stderr)) return [];
  return [
    {
      code: "pooler-no-admin",
      what: t`database.poolers names a user that may look at pgbouncer and not pause it`,
      mend: t`add it to admin_users in pgbouncer.ini and reload pgbouncer`,
    },
  ];
}

function databaseProblems({ plan, pooled }: Bouncer, listed: readonly Row[]): Problem[] {
  const wanted = plan.databases.length > 0 ? plan.databases : leadingTo(listed, pooled);
  const held = listed.flatMap(({ name = "", paused }) => (wanted.includes(name) && paused === "1" ? [name] : []));
  const missing = plan.databases.filter((name) => !listed.some((row) => row.name === name));
  const found: Problem[] = [];
  if (wanted.length === 0)
    found.push({
      code: "pooler-no-database",
      what: t`no database of pgbouncer leads to ${pooled.name}`,
      mend: t`name those that do in database.poolers, under databases; without a line of their own in pgbouncer.ini they \
are there only while somebody is connected`,
    });
  if (missing.length > 0)
    found.push({
      code: "pooler-database-missing",
      what: t`pgbouncer has no database ${missing.join(", ")}`,
      mend: t`correct databases under database.poolers; without a line of its own in pgbouncer.ini one is there only \
while somebody is connected`,
    });
  if (held.length > 0)
    found.push({
      code: "pooler-paused",
      what: t`pgbouncer holds back the queries for ${held.join(", ")}`,
      mend: t`find out who paused it; in its console: RESUME "${held[0] ?? ""}"`,
    });
  return found;
}
