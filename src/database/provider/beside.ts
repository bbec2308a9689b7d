import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import type { DatabasePlan } from "../postgres.ts";
import { providerCommand } from "./command.ts";
import { untilOpen } from "./until-open.ts";

/** Whether databases beside the service's are the provider's to make, and not SQL's. */
export function isProvided({ switch: over }: DatabasePlan): boolean {
  return over?.create !== undefined;
}

/** How long a database that the provider has made may take to let golive in: its pooler has to hear of it. */
const patience = { every: 1, limit: 120 };

/** Has the provider make an empty database, and waits until it lets golive in. */
export async function provide(host: Host, plan: DatabasePlan, name: string): Promise<void> {
  const { switch: over } = plan;
  if (over?.create === undefined) return;
  await host.run(providerCommand(plan, over.create, { database: name }, over.timeout));
  if (await untilOpen(host, plan, name, patience)) return;
  throw new UserError({
    code: "provided-database-closed",
    what: t`the database ${name} was made by database.switch.create, and does not let golive in`,
    where: host.name,
    mend: t`its owner has to be the service's, and the role of database.connection has to be allowed into it`,
  });
}

/** Drops a database that the provider has made, the way that it was made. */
export async function dropProvided(host: Host, plan: DatabasePlan, name: string): Promise<void> {
  const { switch: over } = plan;
  if (over?.drop === undefined) return;
  await host.run(providerCommand(plan, over.drop, { database: name }, over.timeout));
}
