import { UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import { behindClosedDoors } from "./closed-doors.ts";
import type { DatabasePlan } from "./postgres.ts";

const namesSql = `SELECT EXISTS (SELECT FROM pg_database WHERE datname = :'kept') AS taken,
  NOT EXISTS (SELECT FROM pg_database WHERE datname = :'beside') AS gone,
  EXISTS (SELECT FROM pg_database WHERE datname = :'current' AND datistemplate) AS template \\gset
\\if :taken
  \\echo taken
  \\quit
\\endif
\\if :gone
  \\echo gone
  \\quit
\\endif
`;

const renameSql = `BEGIN;
ALTER DATABASE :"current" RENAME TO :"kept";
\\if :ERROR
\\else
  ALTER DATABASE :"beside" RENAME TO :"current";
\\endif
\\if :ERROR
  ROLLBACK;
\\else
  COMMIT;
  \\set done true
\\endif
`;

const openedSql = `ALTER DATABASE :"kept" ALLOW_CONNECTIONS true;
  \\if :template
    ALTER DATABASE :"current" IS_TEMPLATE true;
    ALTER DATABASE :"kept" IS_TEMPLATE false;
  \\endif
`;

/**
 * Puts `replacement` in the place of the service's database and keeps the old one as `kept`, both renamed in one
 * transaction behind closed doors. Never drops either.
 */
export async function swapDatabases(
  host: Host,
  plan: DatabasePlan,
  replacement: string,
  kept: string,
): Promise<{ readonly gone: readonly string[] }> {
  const { stdout, gone } = await behindClosedDoors(host, plan, {
    before: namesSql,
    work: renameSql,
    after: openedSql,
    variables: { kept },
    beside: replacement,
  });
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
  return { gone };
}
