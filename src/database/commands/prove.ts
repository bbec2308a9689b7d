import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { dataOf } from "./back-up.ts";
import { requireWhole } from "./kept.ts";
import { keyOf, runCommand } from "./run.ts";
import type { CommandsPlan } from "./schema.ts";
import { differing, missingFrom, readState, type State, stated, unnamed } from "./state.ts";

/** The backup of a folder, and the sha256 of its manifest. */
export interface Kept {
  readonly folder: string;
  readonly sha256: string;
}

/** What a proof found. `lines`: of the state; null where the plan has no command for it. `others`: those that are not the same. */
export interface Proof {
  readonly lines: number | null;
  readonly others: number;
}

/**
 * The backup of a folder is restored beside or read through by the plan's command; the state that it prints is the
 * database's of then. `steady`: where people went on writing meanwhile, the lines that have to be the same all the same.
 * Throws a UserError otherwise.
 */
export async function proveBackup(host: Host, plan: CommandsPlan, kept: Kept, steady?: State): Promise<Proof> {
  const { state } = await requireWhole(host, plan, kept.folder, kept.sha256);
  const stdout = await runCommand(host, plan, "prove", dataOf(kept.folder));
  // What it left or changed there, the way back would meet.
  await requireWhole(host, plan, kept.folder, kept.sha256);
  if (state === null) return { lines: null, others: 0 };
  const found = stated(host, "prove", stdout);
  const others = differing(state, found);
  const wrong = steady ? Math.max(missingFrom(found, steady).length, unnamed(state, found)) : others;
  if (wrong === 0) return { lines: found.length, others };
  throw new UserError({
    code: "engine-proof-differs",
    what: t`${wrong} of ${state.length} {1:line|lines|lines} of ${keyOf("state")} are not among what ${keyOf("prove")} printed`,
    where: host.name,
    mend: t`does the backup hold every table, and do both print the same lines for the same data?`,
  });
}

/**
 * Puts the backup of a folder back into the service's database, once it is found whole, and looks whether that is what it
 * holds then. Throws a UserError where it is not.
 */
export async function restoreBackup(host: Host, plan: CommandsPlan, kept: Kept): Promise<Proof> {
  const { state } = await requireWhole(host, plan, kept.folder, kept.sha256);
  await runCommand(host, plan, "restore", dataOf(kept.folder));
  const now: State = state === null ? null : await readState(host, plan);
  if (state === null || now === null) return { lines: null, others: 0 };
  const count = differing(state, now);
  if (count === 0) return { lines: now.length, others: 0 };
  throw new UserError({
    code: "engine-restore-differs",
    what: t`${count} of ${state.length} {1:line|lines|lines} of ${keyOf("state")} are not as when the site \
closed, after ${keyOf("restore")} ended well`,
    where: host.name,
    mend: t`the services stay stopped; look at the database, then finish the way back (golive rollback)`,
  });
}
