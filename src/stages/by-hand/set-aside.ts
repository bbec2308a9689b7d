import { rollbackDatabase, rollbackWritten } from "../../journal/steps/steps.ts";
import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Written } from "../../database/written/written.ts";
import { stateOf } from "../../journal/state.ts";
import { filesOf } from "../../plan/files-layout.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { databaseHost } from "../backup/backup-record.ts";
import { givenBackOf } from "../files/files-record.ts";
import type { Connections } from "../launch/connect/connect.ts";
import { setAside } from "../rollback/baseline.ts";
import type { Entry } from "../../journal/event.ts";
import { ifPostgresql } from "../../plan/engine/engine.ts";

/** What the newest rollback set aside, from the database it kept. Throws a UserError when there is none. */
export async function recoverRows(
  plan: Plan,
  { journal, hosts }: Connections,
): Promise<{ kept: string; written: Written[]; file: string }> {
  const entries = await journal.read();
  if (ifPostgresql(plan) === undefined) throw notRows(plan, entries);
  const rolledBack = entries.findLast(
    (entry) => entry.kind === "step" && entry.step === rollbackDatabase.id && entry.status === "done",
  );
  const state = rolledBack ? stateOf(entries, rolledBack.release) : null;
  const kept = state === null ? undefined : rollbackDatabase.facts(state).kept;
  if (!state?.release || typeof kept !== "string")
    throw new UserError({
      code: "nothing-set-aside",
      what: t`no rollback kept a database`,
      where: `${plan.control.host}:${plan.control.directory}`,
      mend: t`a rollback without a migration leaves the database as it is: then nothing was set aside`,
    });
  const recorded = { plan, release: state.release, hosts, state: () => state };
  const { written, file } = await setAside(recorded, kept);
  return { kept, written, file: `${databaseHost(recorded).name}:${file}` };
}

/** With another engine there are no rows to tell apart: what was newer lies whole where the way back put it. */
function notRows(plan: Plan, entries: readonly Entry[]): UserError {
  const found = entries.findLast(
    (entry) => entry.kind === "step" && entry.step === rollbackWritten.id && entry.status === "done",
  );
  const newer = found?.kind === "step" ? (found.facts?.newer as readonly string[] | undefined) : undefined;
  return new UserError({
    code: "recover-kept-whole",
    what:
      newer === undefined
        ? t`no rollback kept newer data`
        : t`rows are not told apart with this engine: the newer data are kept whole in ${newer.join(", ")}`,
    where: `${plan.control.host}:${plan.control.directory}`,
    mend: t`restore it beside, by the program of database.restore and a database of another name, and compare there`,
  });
}

/** Where the newest way back set files aside, folder by folder. */
export async function filesSetAside(
  plan: Plan,
  { journal }: Pick<Connections, "journal">,
): Promise<{ id: string; files: number; bytes: number; where: string }[]> {
  const entries = await journal.read();
  const given = entries.findLast(
    (entry) => entry.kind === "step" && /^rollback\.files-/.test(entry.step) && entry.status === "done",
  );
  if (given === undefined) return [];
  const state = stateOf(entries, given.release);
  return filesOf(plan).flatMap((place) => {
    const aside = givenBackOf({ state: () => state }, place)?.aside;
    if (aside === undefined || aside.files === 0) return [];
    return [{ id: place.id, files: aside.files, bytes: aside.bytes, where: `${place.host}:${aside.folder}` }];
  });
}
