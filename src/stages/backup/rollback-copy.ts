import { createHash } from "node:crypto";
import { showSize } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import { goneText } from "../../database/closed-doors.ts";
import { takeCopy } from "../../database/copy.ts";
import { oidOf, openDoors } from "../../database/doors.ts";
import { withPoolersHeld } from "../../database/pooler/poolers.ts";
import { besideName, rootOf } from "../../database/postgres.ts";
import { requireQuiet } from "../../database/sessions.ts";
import { isThere, takeSnapshot } from "../../database/provider/snapshot.ts";
import { closingMark } from "../../database/written/written.ts";
import { backupCopy, backupSnapshot, deployMigrate } from "../../journal/steps/steps.ts";
import type { Launch } from "../launch/context.ts";
import type { Step } from "../launch/run-steps.ts";
import { backupName, copyOf, databaseHost, snapshotOf } from "./backup-record.ts";
import { postgresqlOf } from "../../plan/engine/engine.ts";

/** The frozen copy beside the database: the way back is then a rename. */
export const takeRollbackCopy: Step = {
  id: backupCopy.id,
  async run(launch) {
    const database = postgresqlOf(launch.plan);
    const host = databaseHost(launch);
    // A run that was killed behind closed doors left them so.
    await openDoors(host, database);
    const name = besideName(database, "copy", launch.release.id);
    const { closedAt, copy } = await withPoolersHeld(
      { plan: database, hosts: launch.hosts, rest: "refuse" },
      async () => {
        await requireQuiet(host, database);
        return { closedAt: await closingMark(host, database), copy: await takeCopy(host, database, name) };
      },
    );
    return {
      note: `${name}, ${showSize(copy.bytes)}${copy.how === "clone" ? t`, sharing blocks with the original` : ""}${goneText(copy.gone)}`,
      facts: { copy, closedAt },
    };
  },
  async still(launch) {
    const copy = copyOf(launch);
    // Once the migration began, a copy of what is there now would be no way back.
    return (
      deployMigrate.begun(launch.state()) ||
      (copy !== null && (await oidOf(databaseHost(launch), postgresqlOf(launch.plan), copy.name)) === copy.oid)
    );
  },
};

/** The provider's snapshot in its place: the way back is then the provider's to make, and the dump the second one. */
export const takeProvidersSnapshot: Step = {
  id: backupSnapshot.id,
  async run(launch) {
    const database = postgresqlOf(launch.plan);
    const host = databaseHost(launch);
    await openDoors(host, database);
    await requireQuiet(host, database);
    const snapshot = await takeSnapshot(host, database, snapshotName(launch));
    const called = snapshot.id === snapshot.name ? "" : ` (${snapshot.id})`;
    return {
      note: t`${snapshot.name}${called}; the provider says that it is there, and what is in it is compared once it is restored`,
      facts: { snapshot },
    };
  },
  async still(launch) {
    const snapshot = snapshotOf(launch);
    return (
      deployMigrate.begun(launch.state()) ||
      (snapshot !== null && (await isThere(databaseHost(launch), postgresqlOf(launch.plan), snapshot)))
    );
  },
};

/** A name that every provider takes: lower-case letters, digits and single dashes. */
function snapshotName(launch: Launch): string {
  const root = rootOf(postgresqlOf(launch.plan))
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-");
  const own = createHash("sha256").update(backupName(launch)).digest("hex").slice(0, 12);
  return `golive-${root.slice(0, 30)}-${own}`.replaceAll(/-+/g, "-");
}
