import { command } from "../../core/command.ts";
import { CommandError, errorLine, type Problem, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { type DatabasePlan, maintenanceOf, query } from "../postgres.ts";
import { pgbackrestCommand, pgbackrestScript } from "./command.ts";
import { stanzaInfo } from "./info.ts";
import { explain } from "./problems.ts";
import type { PgbackrestPlan } from "./schema.ts";

const oldestMinor = 45;

/**
 * Whether the stanza is there, is this server's, and the server's log arrives in the repository. Changes nothing but
 * that `pgbackrest check` makes PostgreSQL begin a new segment of its log, to see it arrive.
 */
export async function pgbackrestProblems(host: Host, plan: DatabasePlan, settings: PgbackrestPlan): Promise<Problem[]> {
  const program = await programProblems(host, plan, settings);
  if (!program.answers) return program.problems;
  const check = pgbackrestCommand(plan, settings, "check", { timeoutSeconds: 300 });
  const checked = await host.attempt(check);
  if (checked.code !== 0)
    return [
      ...program.problems,
      explain(host.name, plan, settings, checked) ?? {
        code: "pgbackrest-check-failed",
        what: new CommandError(host, check, checked).brief,
        where: host.name,
        mend: t`run pgbackrest check there until it is silent`,
      },
    ];
  return [...program.problems, ...(await serverProblems(host, plan, settings))];
}

/** The program itself, and who runs it. */
async function programProblems(
  host: Host,
  plan: DatabasePlan,
  settings: PgbackrestPlan,
): Promise<{ answers: boolean; problems: Problem[] }> {
  const where = host.name;
  const asked = await host.attempt(
    pgbackrestScript(plan, "id -u && exec pgbackrest version", [], {
      label: "pgbackrest version",
      timeoutSeconds: 60,
    }),
  );
  const version = /pgBackRest (2\.\d+)/.exec(asked.stdout)?.[1];
  if (version === undefined) {
    const failed = new CommandError(host, command("pgbackrest", ["version"]), asked);
    const problem = explain(where, plan, settings, asked) ?? {
      code: "pgbackrest-silent",
      what: t`pgbackrest does not answer: ${failed.brief}`,
      where,
      mend: t`check database.run-as in the plan`,
    };
    return { answers: false, problems: [problem] };
  }
  const problems: Problem[] = [];
  if (asked.stdout.startsWith("0\n"))
    problems.push({
      code: "pgbackrest-as-root",
      what: t`the restored server of the proof cannot run as root`,
      where,
      mend: t`set database.run-as in the plan to the user of PostgreSQL (mostly postgres)`,
    });
  if (Number(version.slice(2)) < oldestMinor)
    problems.push({
      code: "pgbackrest-too-old",
      what: t`pgbackrest ${version} is too old`,
      where,
      mend: t`golive needs version 2.${oldestMinor} or newer`,
    });
  return { answers: true, problems };
}

/** Whether the stanza's server is the one that holds the service's database. */
async function serverProblems(host: Host, plan: DatabasePlan, settings: PgbackrestPlan): Promise<readonly Problem[]> {
  const where = host.name;
  try {
    const { db } = await stanzaInfo(host, plan, settings);
    const current = Math.max(...db.map(({ id }) => id));
    const sql = "SELECT system_identifier FROM pg_control_system()";
    const [[system] = []] = await query(host, plan, { database: maintenanceOf(plan), sql });
    if (db.some(({ id, "system-id": known }) => id === current && known === system)) return [];
    return [
      {
        code: "pgbackrest-other-server",
        what: t`the stanza "${settings.stanza}" backs up another PostgreSQL server than the one that holds ${plan.name}`,
        where,
        mend: t`change database.backup.pgbackrest.stanza or database.connection in the plan`,
      },
    ];
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    return [
      {
        code: "pgbackrest-server-unseen",
        what: errorLine(error),
        where,
        mend: t`check database.connection and database.run-as in the plan`,
      },
    ];
  }
}
