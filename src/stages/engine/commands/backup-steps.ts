import { CommandError, UserError } from "../../../core/errors.ts";
import { figure, showSize } from "../../../core/text/figures.ts";
import { t } from "../../../core/text/text.ts";
import { backUp, requireUnmoved } from "../../../database/commands/back-up.ts";
import { requireWhole, writeKept } from "../../../database/commands/kept.ts";
import { type Proof, proveBackup } from "../../../database/commands/prove.ts";
import { backupDump, backupManifest, backupProof, deployMigrate } from "../../../journal/steps/steps.ts";
import { commandsOf } from "../../../plan/engine/engine.ts";
import { backupDirectory, databaseHost, manifestHash, manifestHead } from "../../backup/backup-record.ts";
import type { Launch } from "../../launch/context.ts";
import type { Step } from "../../launch/run-steps.ts";

/** Whether what is on record of the backup is still so. Once the migration began, one of what is there now is no way back. */
async function intact(launch: Launch): Promise<boolean> {
  if (deployMigrate.begun(launch.state())) return true;
  if (backupManifest.state(launch.state())?.status !== "done") return false;
  return requireWhole(
    databaseHost(launch),
    commandsOf(launch.plan),
    backupDirectory(launch),
    manifestHash(launch),
  ).then(
    () => true,
    (error: unknown) => {
      if (error instanceof UserError || error instanceof CommandError) return false;
      throw error;
    },
  );
}

export const take: Step = {
  id: backupDump.id,
  async run(launch) {
    const host = databaseHost(launch);
    const made = await backUp(host, commandsOf(launch.plan), backupDirectory(launch));
    requireUnmoved(host, made);
    return {
      note: t`${made.files} {0:file|files|files}, ${showSize(made.bytes)}${stillText(made.moved)}`,
      facts: { bytes: made.bytes, takenAt: new Date().toISOString() },
    };
  },
  still: intact,
};

function stillText(moved: number | null): string {
  return moved === null
    ? t`; whether something wrote meanwhile is not known (no database.state)`
    : t`; the state was the same before it and after`;
}

export const manifest: Step = {
  id: backupManifest.id,
  async run(launch) {
    const { takenAt } = backupDump.facts(launch.state());
    const { sha256, files } = await writeKept(databaseHost(launch), commandsOf(launch.plan), backupDirectory(launch), {
      ...manifestHead(launch),
      takenAt: String(takenAt),
    });
    return { note: t`${files} {0:file|files|files}; manifest ${sha256.slice(0, 12)}`, facts: { sha256 } };
  },
  still: intact,
};

export const proof: Step = {
  id: backupProof.id,
  async run(launch) {
    const kept = { folder: backupDirectory(launch), sha256: manifestHash(launch) };
    const found = await proveBackup(databaseHost(launch), commandsOf(launch.plan), kept);
    return { note: provedText(found), facts: { proved: "commands" } };
  },
  async still(launch) {
    const { steps } = launch.state();
    const [proved, made] = [backupProof.state({ steps })?.startedAt, backupManifest.state({ steps })?.endedAt];
    return deployMigrate.begun({ steps }) || (proved ?? "") >= (made ?? "");
  },
};

export function provedText({ lines }: Proof): string {
  return lines === null
    ? t`database.prove ended well; what it found is not compared (no database.state)`
    : t`${figure(lines)} {0:line|lines|lines} of the state are the same`;
}
