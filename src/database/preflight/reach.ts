import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { why } from "../../hosts/why.ts";
import { type DatabasePlan, psqlCommand } from "../postgres.ts";
import { plain } from "./looks/names.ts";

/**
 * Whether golive would be let into the databases that a launch makes. Of one that does not exist PostgreSQL says so only
 * to those whom pg_hba.conf would let in, so that nothing has to be made to know it. In any language it names the
 * database then; what else keeps golive out names the file, or nothing.
 */
export async function reachProblems(host: Host, plan: DatabasePlan, names: readonly string[]): Promise<Problem[]> {
  const found = await Promise.all(names.map((name) => shutOut(host, plan, name)));
  const out = found.flatMap((one) => (one === null ? [] : [one]));
  const [first] = out;
  if (first === undefined) return [];
  const sides = out.map(({ name }) => plain(name)).join(", ");
  return [
    {
      code: "db-side-shut-out",
      what: t`the server would not let golive into the databases that the launch makes beside ${plan.name} (${sides}): ${first.said}`,
      mend: t`let its role into them in pg_hba.conf, by "all" or by their names, and reload it: SELECT pg_reload_conf()`,
    },
  ];
}

async function shutOut(host: Host, plan: DatabasePlan, name: string): Promise<{ name: string; said: string } | null> {
  const asked = psqlCommand(plan, conninfo(name), "SELECT 1", { timeoutSeconds: 60 });
  const finished = await host.attempt(asked);
  const knows = finished.stderr.includes(`"${name}"`) && !finished.stderr.includes("pg_hba.conf");
  return finished.code === 0 || knows ? null : { name, said: await why(host, asked, finished) };
}

/** psql takes a name with `=` in it for more than a name. */
const conninfo = (name: string) => `dbname='${name.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
