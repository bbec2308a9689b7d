import { errorLine, UserError } from "../../../core/errors.ts";
import { figure, showDuration, showSize } from "../../../core/text/figures.ts";
import { t } from "../../../core/text/text.ts";
import { backUp } from "../../../database/commands/back-up.ts";
import { writeKept } from "../../../database/commands/kept.ts";
import { type Proof, proveBackup } from "../../../database/commands/prove.ts";
import { keyOf, ownScript } from "../../../database/commands/run.ts";
import { sizeOf } from "../../../database/commands/size.ts";
import {
  backupDump,
  backupManifest,
  backupProof,
  dayBeforeDump,
  rollbackDatabase,
  rollbackWritten,
} from "../../../journal/steps/steps.ts";
import { type CommandsPlan, commandsOf } from "../../../plan/engine/engine.ts";
import type { Host } from "../../../hosts/host.ts";
import { databaseHost, manifestHead } from "../../backup/backup-record.ts";
import { type Measured, timed } from "../../day-before/measured.ts";
import type { Launch } from "../../launch/context.ts";
import type { Step } from "../../launch/run-steps.ts";

/** Every command but the restore, as the window will run them, into a folder that is removed again. */
export const tryCommands = (measured: Measured): Step => ({
  id: dayBeforeDump.id,
  async run(launch) {
    const host = databaseHost(launch);
    const plan = commandsOf(launch.plan);
    const folder = `${plan.directory}/.day-before`;
    try {
      return await tried(launch, folder, measured);
    } finally {
      const remove = ownScript(plan, 'rm -rf -- "$1"', [folder], { timeoutSeconds: 600 });
      await host
        .run(remove)
        .catch((error: unknown) =>
          launch.log.warn(t`Something of the rehearsal could not be removed: ${errorLine(error)}`),
        );
    }
  },
});

async function tried(launch: Launch, folder: string, measured: Measured) {
  const host = databaseHost(launch);
  const plan = commandsOf(launch.plan);
  const size = await sizeOf(host, plan);
  const made = await timed(() => backUp(host, plan, folder));
  requireRightSize(host, plan, size, made.bytes);
  const head = { ...manifestHead(launch), takenAt: new Date().toISOString() };
  const kept = await timed(() => writeKept(host, plan, folder, head));
  const proved = await timed(() => proveBackup(host, plan, { folder, sha256: kept.sha256 }, made.steady));
  measured.set(backupDump.id, made.seconds);
  measured.set(backupManifest.id, kept.seconds);
  measured.set(backupProof.id, proved.seconds);
  measured.set(rollbackWritten.id, made.seconds + kept.seconds);
  // It is never tried by day. What reads a backup through, or restores it beside, comes nearest.
  measured.set(rollbackDatabase.id, Math.max(made.seconds, proved.seconds));
  return {
    note: t`${made.files} {0:file|files|files}, ${showSize(made.bytes)} in ${showDuration(made.seconds)}, proof \
${showDuration(proved.seconds)}${comparedText(proved)}; database.restore is never run by day`,
    facts: { dumpSeconds: made.seconds, proofSeconds: proved.seconds },
  };
}

function comparedText({ lines, others }: Proof): string {
  if (lines === null) return t`; ⚠️ nothing is compared (no database.state)`;
  if (others === 0) return t`; ${figure(lines)} {0:line|lines|lines} of the state are the same`;
  return t`; of ${figure(lines)} {0:line|lines|lines} of the state ${others} differ, as people wrote meanwhile`;
}

/** What is said to be the most decides whether there is room at night. */
function requireRightSize(host: Host, plan: CommandsPlan, size: number, bytes: number): void {
  if (bytes <= size) return;
  throw new UserError({
    code: "engine-size-too-small",
    what: t`${keyOf("size")} prints ${figure(size)} bytes, and the backup took ${figure(bytes)}`,
    where: `${host.name}:${plan.directory}`,
    mend: t`let it print how many bytes a backup takes at most`,
  });
}
