import { backupDump, backupProof, backupRead, dayBeforeDump } from "../../../journal/steps/steps.ts";
import { showDuration } from "../../../core/text/figures.ts";
import { t } from "../../../core/text/text.ts";
import { compareArchive } from "../../../database/contents/archive/contents.ts";
import { readSource, takeDump } from "../../../database/dump/dump.ts";
import {
  compareFrame,
  dropSide,
  readThrough,
  requireNone,
  requireSame,
  restoreBeside,
} from "../../../database/dump/restore.ts";
import type { DatabasePlan } from "../../../database/postgres.ts";
import type { Host } from "../../../hosts/host.ts";
import type { Step } from "../../launch/run-steps.ts";
import { dumpDirectory } from "../directories.ts";
import { type Measured, timed } from "../measured.ts";
import type { Restored } from "./test-restore.ts";

/** Dump and proof as the window will make them, of the scratch database: how long they take, and that they go. */
export const rehearseBackup = (restored: Restored | null, measured: Measured): Step => ({
  id: dayBeforeDump.id,
  async run() {
    if (restored === null) return { skipped: true };
    const { host, database } = restored.scratch;
    if (database.backup.pgbackrest)
      return { skipped: true, note: t`pgBackRest backs the whole server up; its earlier runs tell how long it takes` };
    const plan = { ...database, name: restored.database };
    const directory = dumpDirectory(restored.scratch);
    const dump = await timed(() => takeDump(host, plan, directory));
    const read = await timed(() => readThrough(host, plan, directory));
    measured.set(backupDump.id, dump.seconds);
    measured.set(backupRead.id, read.seconds);
    const proof = await timed(() => prove(host, plan, directory));
    measured.set(backupProof.id, proof.seconds);
    return {
      note: t`dump ${showDuration(dump.seconds)}, proof (${database.backup.proof}) ${showDuration(proof.seconds)}`,
      facts: { dumpSeconds: dump.seconds, proofSeconds: proof.seconds },
    };
  },
});

/** As much of the proof as the plan asks for. */
async function prove(host: Host, plan: DatabasePlan, directory: string): Promise<void> {
  const source = await readSource(host, plan, directory);
  const restored = `${plan.name}_proof_x`;
  if (plan.backup.proof === "content") {
    requireNone(await compareArchive(host, plan, directory, source), host.name);
    requireNone(await compareFrame(host, plan, { directory, name: restored, source }), host.name);
  }
  if (plan.backup.proof !== "restore") return;
  await restoreBeside(host, plan, directory, restored);
  try {
    await requireSame(host, plan, { database: restored, source, directory });
  } finally {
    await dropSide(host, plan, restored);
  }
}
