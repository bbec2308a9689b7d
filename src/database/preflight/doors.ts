import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { why } from "../../hosts/why.ts";
import { type DatabasePlan, maintenanceOf, psqlCommand } from "../postgres.ts";

// As it is already, and taken back at once: that it is allowed is all that is asked.
const tryDoorsSql = `BEGIN;
SET LOCAL lock_timeout = '5s';
ALTER DATABASE :"name" ALLOW_CONNECTIONS true;
ROLLBACK;
`;

/**
 * Whether the server lets the role close the database, which PostgreSQL lets every owner: a provider may have its own
 * mind about it. Nothing is changed.
 */
export async function doorProblems(host: Host, plan: DatabasePlan): Promise<Problem[]> {
  const asked = psqlCommand(plan, maintenanceOf(plan), tryDoorsSql, {
    variables: { name: plan.name },
    timeoutSeconds: 60,
  });
  const finished = await host.attempt(asked);
  if (finished.code === 0) return [];
  return [
    {
      code: "db-doors-refused",
      what: t`the server does not let golive close ${plan.name} to everybody, so it can be neither cloned nor renamed: \
${await why(host, asked, finished)}`,
      mend: t`set backup.copy: false and name database.switch: the way back is then a database beside, and nothing is \
closed (docs/managed-databases.md)`,
    },
  ];
}
