import { showSize } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import { takeCopy } from "../../database/copy.ts";
import { oidOf, openDoors } from "../../database/doors.ts";
import { sideName } from "../../database/postgres.ts";
import { requireQuiet } from "../../database/sessions.ts";
import { closingMark } from "../../database/written/written.ts";
import { backupCopy, deployMigrate } from "../../journal/steps/steps.ts";
import type { Step } from "../launch/run-steps.ts";
import { copyOf, databaseHost } from "./backup-record.ts";

/** The frozen copy beside the database: the way back is then a rename. */
export const takeRollbackCopy: Step = {
  id: backupCopy.id,
  async run(launch) {
    const { database } = launch.plan;
    const host = databaseHost(launch);
    // A run that was killed behind closed doors left them so.
    await openDoors(host, database);
    await requireQuiet(host, database);
    const name = sideName(database.name, "copy", launch.release.id);
    const closedAt = await closingMark(host, database);
    const copy = await takeCopy(host, database, name);
    return {
      note: `${name}, ${showSize(copy.bytes)}${copy.how === "clone" ? t`, sharing blocks with the original` : ""}`,
      facts: { copy, closedAt },
    };
  },
  async still(launch) {
    const copy = copyOf(launch);
    // Once the migration began, a copy of what is there now would be no way back.
    return (
      deployMigrate.begun(launch.state()) ||
      (copy !== null && (await oidOf(databaseHost(launch), launch.plan.database, copy.name)) === copy.oid)
    );
  },
};
