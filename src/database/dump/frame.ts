import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { copyPropertiesSql, createLikeSql } from "../create.ts";
import { type DatabasePlan, databaseScript } from "../postgres.ts";
import { isProvided, provide } from "../provider/beside.ts";
import { createFrame, makeExtensions, restoreSchema, restoreTools as restoreToolsSh } from "./shell/scripts.ts";

/** Shell: what the parts of a restore share. $1 is the folder of the dump, $2 the database; leaves a folder `$l`. */
export const restoreTools = restoreToolsSh;

const extensionsScript = `${restoreTools}\n${makeExtensions}`;

/** For the scripts: whether the provider has made the database, extensions and all. */
export function providedEnvironment(plan: DatabasePlan): Readonly<Record<string, string>> {
  return { GOLIVE_PROVIDED: isProvided(plan) ? "provided" : "" };
}

/** Makes a database as that of the dump was itself, and empty. */
async function create(host: Host, plan: DatabasePlan, directory: string, name: string): Promise<void> {
  const env = providedEnvironment(plan);
  const stdin = isProvided(plan) ? copyPropertiesSql : createLikeSql;
  await provide(host, plan, name);
  const asked = databaseScript(plan, createFrame, [directory, name, plan.name], { stdin, env });
  await host.run({ ...asked, label: t`create ${name}` });
}

/** Makes a database by the dump's plain text of the schema: what the source itself is after a restore. */
export async function makeSchemaOf(host: Host, plan: DatabasePlan, directory: string, name: string): Promise<void> {
  await create(host, plan, directory, name);
  const env = providedEnvironment(plan);
  const fill = databaseScript(plan, restoreSchema, [directory, name], { env, timeoutSeconds: 4 * 3600 });
  await host.run({ ...fill, label: t`restore the schema into ${name}` });
}

/** Makes a database as that of the dump was itself, with its schemas and extensions where it has any. */
export async function makeFrame(host: Host, plan: DatabasePlan, directory: string, name: string): Promise<void> {
  await create(host, plan, directory, name);
  const extend = databaseScript(plan, extensionsScript, [directory, name], { env: providedEnvironment(plan) });
  await host.run({ ...extend, label: t`make the extensions of ${name}` });
}
