import { UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import { copyPropertiesSql } from "./create.ts";
import { behindClosedDoors } from "./closed-doors.ts";
import { oidOf, openDoors } from "./doors.ts";
import { type DatabasePlan, maintenanceOf, psqlCommand } from "./postgres.ts";
import { dropSide } from "./dump/restore.ts";
import { freeAt, placesOf } from "./preflight/places.ts";

export interface Copy {
  readonly name: string;
  readonly oid: string;
  readonly bytes: number;
  readonly seconds: number;
  /** How PostgreSQL copied the files: `clone` shares blocks until they change. */
  readonly how: "clone" | "copy";
  /** Background workers that were ended for it and did not come back. */
  readonly gone: readonly string[];
}

// PostgreSQL 18 shares blocks where the file system can. Where it cannot, the system copies them, or PostgreSQL says no:
// then the files are copied.
const howSql = `SELECT current_setting('server_version_num')::int >= 180000 AS may_clone,
  current_setting('server_version_num')::int >= 150000 AS has_strategy \\gset
SELECT format('CREATE DATABASE %I TEMPLATE %I OWNER %I', :'copy', :'current', r.rolname)
  || format(' ALLOW_CONNECTIONS false CONNECTION LIMIT %s', d.datconnlimit)
  || CASE WHEN :'has_strategy' = 't' THEN ' STRATEGY file_copy' ELSE '' END AS create
FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba WHERE d.datname = :'current' \\gset
\\set how copy
`;

const cloneSql = `\\if :may_clone
  SET file_copy_method = 'clone';
  :create;
  \\if :ERROR
    SET file_copy_method = 'copy';
  \\else
    \\set done true
    \\set how clone
  \\endif
\\endif
\\if :done
\\else
  :create;
  \\if :ERROR
  \\else
    \\set done true
  \\endif
\\endif
`;

const madeSql = `SELECT 'copy', :'how', oid, pg_database_size(oid) FROM pg_database WHERE datname = :'copy';
`;

/**
 * Clones the service's database under closed doors, with what a clone loses: owner, grants, settings, comment. One of
 * that name left by an earlier try is dropped first. Throws when the copy cannot be made; the doors are open then.
 */
export async function takeCopy(host: Host, plan: DatabasePlan, name: string): Promise<Copy> {
  await openDoors(host, plan);
  await dropSide(host, plan, name);
  // What is written to disk before the doors close need not be written while they are closed.
  await host.attempt(psqlCommand(plan, maintenanceOf(plan), "CHECKPOINT", { timeoutSeconds: 600 }));
  const { stdout, seconds, gone } = await behindClosedDoors(host, plan, {
    before: howSql,
    work: cloneSql,
    after: madeSql,
    variables: { copy: name },
  });
  const [, how = "copy", oid = "", bytes = "0"] = /^copy\|(\w+)\|(\d+)\|(\d+)$/m.exec(stdout) ?? [];
  await host.run(psqlCommand(plan, maintenanceOf(plan), copyPropertiesSql, { variables: { name, source: plan.name } }));
  const shares = how === "clone" && (await sharesBlocks(host, plan));
  return { name, oid, bytes: Number(bytes), seconds, how: shares ? "clone" : "copy", gone };
}

/** Where the file system cannot share blocks, Linux copies them for whoever asks for a clone, and does not say so. */
async function sharesBlocks(host: Host, plan: DatabasePlan): Promise<boolean> {
  const places = await placesOf(host, plan, 0);
  const disks = await Promise.all(
    places.map(({ path }) => (path === null ? null : freeAt(host, plan, path, { climb: false }))),
  );
  return disks.every((disk) => disk?.shares === true);
}

/** The copy of this launch is there and is the one that was made. */
export async function requireCopy(
  host: Host,
  plan: DatabasePlan,
  { name, oid }: Pick<Copy, "name" | "oid">,
): Promise<void> {
  if ((await oidOf(host, plan, name)) === oid) return;
  throw new UserError({
    code: "rollback-copy-gone",
    what: t`the rollback copy ${name} is gone, or another database bears its name`,
    where: host.name,
    mend: t`the dump is the way back now; find out who removed the copy`,
  });
}
