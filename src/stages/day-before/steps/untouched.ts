import { dayBeforeUntouched } from "../../../journal/steps/steps.ts";
import { t } from "../../../core/text/text.ts";
import { requireUntouched } from "../../../database/scratch/untouched.ts";
import { databaseHost } from "../../backup/backup-record.ts";
import type { Step } from "../../launch/run-steps.ts";
import type { Made } from "../made.ts";
import { postgresqlOf } from "../../../plan/engine/engine.ts";

/** What ran of strangers' by day ran beside production: it is what it was. */
export const untouched = (made: Made): Step => ({
  id: dayBeforeUntouched.id,
  async run(launch) {
    const { before } = made;
    if (before === undefined) return { skipped: true };
    delete made.before;
    await requireUntouched(databaseHost(launch), postgresqlOf(launch.plan), before);
    return { note: t`${postgresqlOf(launch.plan).name}, roles, settings and tablespaces are the same as before` };
  },
});
