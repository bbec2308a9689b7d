import { t } from "../../../core/text/text.ts";
import { besideName } from "../../../database/postgres.ts";
import { practiseProviding } from "../../../database/provider/practise.ts";
import { dayBeforeProvider } from "../../../journal/steps/steps.ts";
import { databaseHost } from "../../backup/backup-record.ts";
import type { Step } from "../../launch/run-steps.ts";
import { postgresqlOf } from "../../../plan/engine/engine.ts";

/** What the proof and the way back of the night rest on, tried by day. */
export const providerMakes: Step = {
  id: dayBeforeProvider.id,
  async run(launch) {
    const database = postgresqlOf(launch.plan);
    const name = besideName(database, "trial", launch.release.id);
    await practiseProviding(databaseHost(launch), database, name);
    return { note: t`${name} was made, is like ${database.name} itself, and was dropped again` };
  },
};
