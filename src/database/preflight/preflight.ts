import { InternalError, type Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import type { DatabasePlan } from "../postgres.ts";
import { isProvided } from "../provider/beside.ts";
import { blockerProblems } from "./blockers.ts";
import { doorProblems } from "./doors.ts";
import type { DatabaseFacts } from "./facts.ts";
import { betweenProblems, whatIsBetween } from "./pooler.ts";
import { reachProblems } from "./reach.ts";
import {
  invalidDatabase,
  noDatabase,
  readServer,
  rightsProblems,
  serverLook,
  serverProblems,
  unreachable,
} from "./server.ts";
import { toolProblems, toolsOf } from "./tools.ts";
import { closesDoors } from "./way-back.ts";

export type { DatabaseFacts } from "./facts.ts";
export { spaceProblems } from "./space.ts";

/**
 * Whether the database is there, the role may do what backup and rollback need, and nothing on the server is in their
 * way. `names` are those that the launch will give to databases; a transaction older than `transactionSeconds` is in the
 * way. Changes nothing.
 */
export async function databaseProblems(
  host: Host,
  plan: DatabasePlan,
  names: readonly string[] = [],
  transactionSeconds = 300,
): Promise<{ problems: Problem[]; facts: DatabaseFacts | null }> {
  const look = serverLook(plan);
  const [tools, asked] = await Promise.all([toolsOf(host, plan), host.attempt(look)]);
  const at = (problems: readonly Problem[]) => problems.map((problem) => ({ ...problem, where: host.name }));
  if (asked.code !== 0) {
    const missing = toolProblems(tools, null);
    const silent = tools.missing.includes("psql") ? [] : [await unreachable(host, plan, look, asked)];
    return { problems: at([...missing, ...silent]), facts: null };
  }
  const { server, databases } = readServer(asked.stdout);
  if (server === undefined) throw new InternalError(t`psql printed no facts about the server`);
  const poolers = betweenProblems(plan, await whatIsBetween(host, plan), server.direct);
  const problems = [...toolProblems(tools, server.number), ...poolers, ...serverProblems(server)];
  const database = databases.find(({ name }) => name === plan.name);
  if (database === undefined) return { problems: at([...problems, noDatabase(plan, databases)]), facts: null };
  if (database.invalid) return { problems: at([...problems, invalidDatabase(plan)]), facts: null };
  const rights = rightsProblems(plan, server, database);
  const doors =
    closesDoors(plan) && database.owned && !server.superuser && !server.standby ? await doorProblems(host, plan) : [];
  const blockers = await blockerProblems(host, plan, { names, transactionSeconds });
  const reach = server.direct && !isProvided(plan) ? await reachProblems(host, plan, names) : [];
  return {
    problems: at([...problems, ...rights, ...doors, ...blockers, ...reach]),
    facts: { bytes: database.bytes, serverVersion: server.version },
  };
}
