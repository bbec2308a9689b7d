import { UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import { closeDoorsSql, endSessionsSql, openDoors } from "./doors.ts";
import { type DatabasePlan, psqlCommand } from "./postgres.ts";

/** Renames `:current` to `:kept` and `:replacement` to `:current` in one transaction, behind closed doors. */
const swapSql = `SELECT EXISTS (SELECT FROM pg_database WHERE datname = :'kept') AS taken,
  NOT EXISTS (SELECT FROM pg_database WHERE datname = :'replacement') AS gone \\gset
\\if :taken
  \\echo taken
  \\quit
\\endif
\\if :gone
  \\echo gone
  \\quit
\\endif
${closeDoorsSql}${endSessionsSql("replacement")}BEGIN;
ALTER DATABASE :"current" RENAME TO :"kept";
ALTER DATABASE :"replacement" RENAME TO :"current";
COMMIT;
ALTER DATABASE :"current" ALLOW_CONNECTIONS true;
ALTER DATABASE :"kept" ALLOW_CONNECTIONS true;
`;

/** Puts `replacement` in the place of the service's database and keeps the old one as `kept`. Never drops either. */
export async function swapDatabases(host: Host, plan: DatabasePlan, replacement: string, kept: string): Promise<void> {
  try {
    const { stdout } = await host.run(
      psqlCommand(plan, "postgres", swapSql, { variables: { current: plan.name, kept, replacement } }),
    );
    if (stdout.startsWith("taken"))
      throw new UserError({
        code: "db-kept-name-taken",
        what: t`a database ${kept} is there already`,
        where: host.name,
        mend: t`it is what an earlier rollback kept; rename or drop it yourself, then run again`,
      });
    if (stdout.startsWith("gone"))
      throw new UserError({
        code: "db-restored-gone",
        what: t`the restored database ${replacement} is gone`,
        where: host.name,
        mend: t`run the rollback again`,
      });
  } catch (error) {
    if (!(error instanceof UserError)) await openDoors(host, plan);
    throw error;
  }
}
