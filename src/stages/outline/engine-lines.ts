import type { Line } from "../../checklist/model.ts";
import { msg, inWords } from "../../core/text/text.ts";
import {
  backupCluster,
  backupCopy,
  backupDump,
  backupManifest,
  backupProof,
  backupRead,
  backupSnapshot,
  backupVerify,
  dayBeforeDump,
  dayBeforeProvider,
  prepareDatabase,
  prepareSpace,
  rollbackDatabase,
  rollbackWritten,
} from "../../journal/steps/steps.ts";
import { postgresqlOf } from "../../plan/engine/engine.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { line, optional, when } from "./line.ts";

/** The lines that an engine has on the checklist, in the phases it has any. */
interface EngineLines {
  readonly prepare: readonly Line[];
  readonly byDay: readonly Line[];
  readonly backup: readonly Line[];
  readonly wayBack: readonly Line[];
}

const byEngine: Readonly<Record<Plan["database"]["engine"], (plan: Plan) => EngineLines>> = {
  postgresql,
  commands,
  none: () => ({ prepare: [], byDay: [], backup: [], wayBack: [] }),
};

export function engineLines(plan: Plan): EngineLines {
  return byEngine[plan.database.engine](plan);
}

function postgresql(plan: Plan): EngineLines {
  const { switch: over, backup } = postgresqlOf(plan);
  const taken = backup.pgbackrest ? [backupCluster, backupVerify] : [backupDump, backupManifest, backupRead];
  return {
    prepare: [line(prepareDatabase), line(prepareSpace)],
    byDay: when(over?.create, line(dayBeforeProvider)),
    backup: [
      ...when(backup.copy === true, line(backupCopy)),
      ...when(backup.copy === "snapshot", line(backupSnapshot)),
      ...taken.map((kind) => line(kind)),
      line(backupProof),
    ],
    wayBack: [optional(line(rollbackWritten)), line(rollbackDatabase)],
  };
}

/** The same steps, by the team's own commands. */
const titles = {
  database: msg`The database's commands are there, and tell its size`,
  space: msg`There is room for the backup, and for one of what is newer`,
  byDay: msg`Back the database up by its commands and prove it, by day`,
  dump: msg`Back the database up by its command`,
  proof: msg`Proof of the backup by its command`,
  newer: msg`Back up what is newer, before the database is put back`,
};

const titled = (kind: { readonly id: string }, title: string): Line => ({ id: kind.id, title: inWords(title) });

function commands(): EngineLines {
  return {
    prepare: [titled(prepareDatabase, titles.database), titled(prepareSpace, titles.space)],
    byDay: [titled(dayBeforeDump, titles.byDay)],
    backup: [titled(backupDump, titles.dump), line(backupManifest), titled(backupProof, titles.proof)],
    wayBack: [titled(rollbackWritten, titles.newer), line(rollbackDatabase)],
  };
}
