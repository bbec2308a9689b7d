import type { Command, Finished } from "../../core/command.ts";
import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { why } from "../../hosts/why.ts";
import { type DatabasePlan, maintenanceOf, psqlCommand } from "../postgres.ts";
import { jsonRows } from "./json-rows.ts";
import { closesDoors } from "./way-back.ts";
import { isProvided } from "../provider/beside.ts";
import type { Look } from "./looks/look.ts";
import { looks } from "./looks/registry.ts";

/**
 * What of the server and the database would stop a backup, a clone, a rename or a restore. `names` are those that the
 * launch will give to databases. Only looks.
 */
export async function blockerProblems(
  host: Host,
  plan: DatabasePlan,
  { names, transactionSeconds }: { readonly names: readonly string[]; readonly transactionSeconds: number },
): Promise<Problem[]> {
  const variables = {
    name: plan.name,
    names: JSON.stringify(names),
    seconds: String(transactionSeconds),
    jobs: String(plan.backup.jobs),
  };
  // One after the other, or the first would find the second's session in the database.
  const server = await host.run(
    psqlCommand(plan, maintenanceOf(plan), scriptOf("server"), { variables, timeoutSeconds: 120 }),
  );
  const insideLook = psqlCommand(plan, plan.name, scriptOf("inside"), { variables, timeoutSeconds: 300 });
  const inside = await host.attempt(insideLook);
  const rows = jsonRows(`${server.stdout}\n${inside.code === 0 ? inside.stdout : ""}`);
  const context = {
    database: plan.name,
    closed: closesDoors(plan),
    provided: isProvided(plan),
    copy: plan.backup.copy === true,
  };
  const found = looks.flatMap(({ kind, problems }) => {
    const own = rows.filter((row) => row.kind === kind);
    return own.length === 0 ? [] : problems(own, context);
  });
  const closed = inside.code === 0 ? [] : [await notLookedAt(host, plan, insideLook, inside)];
  return [...found, ...closed].map((problem) => ({ ...problem, where: host.name }));
}

/** All looks of a place in one transaction that may not write. */
function scriptOf(place: Look["asked"]): string {
  const scripts = looks.filter(({ asked }) => asked === place).map(({ sql }) => sql);
  return `BEGIN TRANSACTION READ ONLY;\nSET LOCAL search_path = pg_catalog;\n${scripts.join("")}COMMIT;\n`;
}

/** psql ends with 3 where the script failed, with 2 where it could not connect. */
async function notLookedAt(host: Host, { name }: DatabasePlan, asked: Command, finished: Finished): Promise<Problem> {
  const said = await why(host, asked, finished);
  if (finished.code !== 2)
    return {
      code: "db-not-looked-at",
      what: t`the look at ${name} failed, so that it is not known what is in the launch's way there: ${said}`,
      mend: t`try again; look in the server's log what it says there`,
    };
  return {
    code: "db-closed",
    what: t`the database ${name} does not let golive in: ${said}`,
    mend: t`as superuser: ALTER DATABASE "${name}" ALLOW_CONNECTIONS true; and GRANT CONNECT ON DATABASE "${name}" \
to the role of database.connection`,
  };
}
