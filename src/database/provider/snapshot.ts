import { CommandError, InternalError, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import type { DatabasePlan } from "../postgres.ts";
import { providerCommand } from "./command.ts";
import { untilOpen } from "./until-open.ts";
import type { SnapshotPlan } from "./schema.ts";

/** A provider's snapshot: the name that golive gave it, and what the provider calls it. */
export interface Snapshot {
  readonly name: string;
  readonly id: string;
}

function settingsOf({ snapshot }: DatabasePlan): SnapshotPlan {
  if (snapshot === undefined) throw new InternalError(t`the plan has no database.snapshot`);
  return snapshot;
}

/** Has the provider take a snapshot, and asks whether it is there. What is in it, no command can show. */
export async function takeSnapshot(host: Host, plan: DatabasePlan, name: string): Promise<Snapshot> {
  const { take, timeout } = settingsOf(plan);
  const { stdout } = await host.run(providerCommand(plan, take, { snapshot: name }, timeout));
  const said = stdout.split("\n").map((line) => line.trim());
  const snapshot = { name, id: said.findLast((line) => line !== "") ?? name };
  if (await isThere(host, plan, snapshot)) return snapshot;
  throw new UserError({
    code: "snapshot-not-there",
    what: t`the snapshot ${name} was taken, and the provider does not find it`,
    where: host.name,
    mend: t`run database.snapshot.check by hand; or set database.backup.copy: false, and the way back is the dump`,
  });
}

/** Whether the provider has the snapshot, by its own word. */
export async function isThere(host: Host, plan: DatabasePlan, { name, id }: Snapshot): Promise<boolean> {
  const { check, timeout } = settingsOf(plan);
  return (await host.attempt(providerCommand(plan, check, { snapshot: name, id }, timeout))).code === 0;
}

/** The server may come up anew behind its address. */
const patience = { every: 2, limit: 600 };

/** Has the provider put the database back, and waits until it answers. Throws a UserError when it does not. */
export async function restoreSnapshot(host: Host, plan: DatabasePlan, { name, id }: Snapshot): Promise<void> {
  const { restore, timeout } = settingsOf(plan);
  const asked = providerCommand(plan, restore, { snapshot: name, id }, timeout);
  const finished = await host.attempt(asked);
  if (finished.code !== 0 || finished.timedOut) throw notRestored(name, host, new CommandError(host, asked, finished));
  if (!(await untilOpen(host, plan, plan.name, patience))) throw notRestored(name, host);
}

function notRestored(name: string, host: Host, cause?: CommandError): UserError {
  return new UserError(
    {
      code: "snapshot-not-restored",
      what:
        cause === undefined
          ? t`the snapshot ${name} was restored, and the database does not answer`
          : t`the snapshot ${name} could not be restored: ${cause.brief}`,
      where: host.name,
      mend: t`look at the provider's console; once the server answers, the way back goes on with the dump`,
    },
    cause === undefined ? {} : { cause },
  );
}
