import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { compareContents, type Contents, parseContents } from "../contents/contents.ts";
import { copyPropertiesSql } from "../create.ts";
import { dropSide } from "../dump/restore.ts";
import { type DatabasePlan, maintenanceOf, psqlCommand } from "../postgres.ts";
import { propertiesSql } from "../properties.ts";
import { provide } from "./beside.ts";

// What a dump's own script gives a database that the provider has made.
const likeServiceSql = `SELECT format('ALTER DATABASE %I CONNECTION LIMIT %s', :'name', datconnlimit)
FROM pg_database WHERE datname = :'source' \\gexec
${copyPropertiesSql}`;

/**
 * Has the provider make a database as the way back would, by day: owner, encoding, locale and extensions have to be the
 * service's. Drops it again. Throws a UserError for what is not the same.
 */
export async function practiseProviding(host: Host, plan: DatabasePlan, name: string): Promise<void> {
  await dropSide(host, plan, name);
  try {
    await provide(host, plan, name);
    const variables = { name, source: plan.name };
    await host.run(psqlCommand(plan, maintenanceOf(plan), likeServiceSql, { variables, timeoutSeconds: 300 }));
    const wanted = await propertiesOf(host, plan, plan.name);
    const differences = compareContents(wanted, await propertiesOf(host, plan, name));
    if (differences.length > 0) throw unlike(host, differences);
  } finally {
    await dropSide(host, plan, name);
  }
}

async function propertiesOf(host: Host, plan: DatabasePlan, database: string): Promise<Contents> {
  return parseContents((await host.run(psqlCommand(plan, database, propertiesSql, { timeoutSeconds: 300 }))).stdout);
}

function unlike(host: Host, differences: readonly string[]): UserError {
  return new UserError(
    differences.map((difference) => ({
      code: "provided-database-differs",
      what: t`what database.switch.create makes is not like the service's database: ${difference}`,
      where: host.name,
      mend: t`give the provider's command the owner, locale and extensions of the service's database`,
    })),
  );
}
