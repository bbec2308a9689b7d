import { CommandError, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { begun, touched } from "../../journal/state.ts";
import { compareArchive } from "../../database/contents/archive-contents.ts";
import { totalRows } from "../../database/contents/contents.ts";
import { requireCopy, takeCopy } from "../../database/copy.ts";
import { closeDoors, oidOf, openDoors } from "../../database/doors.ts";
import { readSource, takeDump } from "../../database/dump/dump.ts";
import { hashFiles, readManifest, writeManifest } from "../../database/dump/manifest.ts";
import { sideName } from "../../database/postgres.ts";
import { requireQuiet } from "../../database/sessions.ts";
import {
  compareFrame,
  dropSide,
  readThrough,
  requireNone,
  requireSame,
  restoreBeside,
} from "../../database/dump/restore.ts";
import { figure, showDuration, showSize } from "../../core/text/figures.ts";
import { clusterSteps } from "./backup-cluster.ts";
import { backupDirectory, copyOf, databaseHost, manifestHash } from "./backup-record.ts";
import { migrateHost } from "../deploy/deploy-order.ts";
import { keepFilesSteps } from "../files/files.ts";
import { type Launch, requireForward } from "../launch/launch.ts";
import { runSteps, type Step } from "../launch/run-steps.ts";

/**
 * The rollback copy and the dump of the frozen database, with the proof of the dump. Called before the deploy and, for
 * a dump that may wait (`database.backup.dump`), once more after it: each time what is due then and not done yet.
 */
export async function backup(launch: Launch): Promise<void> {
  await requireForward(launch);
  if (begun(launch.state(), "open.off")) return;
  if (touched(launch.state()) === false)
    throw new UserError({
      what: t`the site is still open, so the backup would miss what people write meanwhile`,
      mend: t`run maintenance with state: on first`,
    });
  const { copy, dump, pgbackrest } = launch.plan.database.backup;
  const kept = pgbackrest ? clusterSteps(pgbackrest) : [takeDumpOf, manifest, read, proof];
  const waits = dump === "after-migration" && !migrated(launch);
  await runSteps(launch, [keepFilesSteps(launch), ...(copy ? [takeRollbackCopy] : []), ...(waits ? [] : kept)]);
}

const takeRollbackCopy: Step = {
  id: "backup.copy",
  async run(launch) {
    const { database } = launch.plan;
    const host = databaseHost(launch);
    // A run that was killed behind closed doors left them so.
    await openDoors(host, database);
    await requireQuiet(host, database);
    const name = sideName(database.name, "copy", launch.release.id);
    const copy = await takeCopy(host, database, name);
    return {
      note: `${name}, ${showSize(copy.bytes)}${copy.how === "clone" ? t`, sharing blocks with the original` : ""}`,
      facts: { copy },
    };
  },
  async still(launch) {
    const copy = copyOf(launch);
    // Once the migration began, a copy of what is there now would be no way back.
    return (
      begun(launch.state(), "deploy.migrate") ||
      (copy !== null && (await oidOf(databaseHost(launch), launch.plan.database, copy.name)) === copy.oid)
    );
  },
};

const takeDumpOf: Step = {
  id: "backup.dump",
  async run(launch) {
    const { database } = launch.plan;
    const host = databaseHost(launch);
    const copy = database.backup.dump === "after-migration" ? copyOf(launch) : null;
    if (copy === null) {
      await openDoors(host, database);
      await requireQuiet(host, database);
    } else {
      await requireCopy(host, database, copy);
      await openDoors(host, database, copy.name);
    }
    try {
      const taken = await takeDump(host, database, backupDirectory(launch), copy?.name);
      return {
        note: `${showSize(taken.bytes)}${copy === null ? "" : t`, of ${copy.name}`}`,
        facts: { bytes: taken.bytes, systemIdentifier: taken.systemIdentifier, takenAt: new Date().toISOString() },
      };
    } finally {
      if (copy !== null) await closeDoors(host, database, copy.name);
    }
  },
  still: intact,
};

const manifest: Step = {
  id: "backup.manifest",
  async run(launch) {
    const { plan, release } = launch;
    const host = databaseHost(launch);
    const directory = backupDirectory(launch);
    const files = await hashFiles(host, plan.database, directory);
    const source = await readSource(host, plan.database, directory);
    const { takenAt, systemIdentifier } = launch.state().steps.get("backup.dump")?.facts ?? {};
    const sha256 = await writeManifest(host, plan.database, directory, {
      format: 2,
      service: plan.service,
      release: release.id,
      tag: release.tag,
      commit: release.commit,
      database: plan.database.name,
      systemIdentifier: String(systemIdentifier),
      takenAt: String(takenAt),
      source,
      files,
    });
    const { contents } = source;
    return {
      note: t`${files.length} {0:file|files|files}; ${Object.keys(contents.tables).length} {1:table|tables|tables}, ${figure(totalRows(contents))} {2:row|rows|rows}; manifest ${sha256.slice(0, 12)}`,
      facts: { sha256, rows: totalRows(contents) },
    };
  },
  still: intact,
};

const read: Step = {
  id: "backup.read",
  async run(launch) {
    const seconds = await readThrough(databaseHost(launch), launch.plan.database, backupDirectory(launch));
    return { note: t`read in ${showDuration(seconds)}` };
  },
  still: ofThisDump,
};

const proof: Step = {
  id: "backup.proof",
  async run(launch) {
    const { plan, release } = launch;
    const host = databaseHost(launch);
    const directory = backupDirectory(launch);
    // What is proved is what a rollback would read: the files as they lie there, held to the manifest.
    const { source } = await readManifest(host, plan.database, directory, manifestHash(launch));
    const { contents, objects } = source;
    const all = t`${figure(totalRows(contents))} {0:row|rows|rows} in ${Object.keys(contents.tables).length} {1:table|tables|tables} and ${Object.keys(objects).length} {2:object|objects|objects} of the schema`;
    const counted = plan.database.backup.countOnly;
    const except = counted.length > 0 ? t`; only counted: ${counted.join(", ")}` : "";
    const scratch = sideName(plan.database.name, "proof", release.id);
    switch (plan.database.backup.proof) {
      case "read":
        return {
          skipped: true,
          note: t`the plan asks for no more than that it reads through whole (proof: read)`,
          facts: { proved: "read" },
        };
      case "content":
        requireNone(await compareArchive(host, plan.database, directory, source), host.name);
        requireNone(await compareFrame(host, plan.database, { directory, name: scratch, source }), host.name);
        return { note: t`not restored; ${all} stand in the dump as in the database`, facts: { proved: "content" } };
      case "restore": {
        try {
          await restoreBeside(host, plan.database, directory, scratch);
          await requireSame(host, plan.database, { database: scratch, source });
        } finally {
          await dropSide(host, plan.database, scratch);
        }
        return { note: t`restored beside; ${all} are the same${except}`, facts: { proved: "restore" } };
      }
    }
  },
  still: ofThisDump,
};

/** Once the migration began, a dump of what is there now would be no way back. One of the frozen copy may be taken at any time. */
function tooLate({ state, plan }: Launch): boolean {
  return plan.database.backup.dump === "before-deploy" && begun(state(), "deploy.migrate");
}

/** Whether the dump is there, file by file as the manifest says. */
async function intact(launch: Launch): Promise<boolean> {
  if (tooLate(launch)) return true;
  // Without a manifest yet nothing can be said, and a dump is quickly taken again.
  if (launch.state().steps.get("backup.manifest")?.status !== "done") return false;
  return readManifest(databaseHost(launch), launch.plan.database, backupDirectory(launch), manifestHash(launch)).then(
    () => true,
    (error: unknown) => {
      if (error instanceof UserError || error instanceof CommandError) return false;
      throw error;
    },
  );
}

/** Whether what is on record about the dump was found after it was taken last. */
async function ofThisDump(launch: Launch): Promise<boolean> {
  const { steps } = launch.state();
  return (
    tooLate(launch) ||
    ["backup.read", "backup.proof"].every(
      (id) => (steps.get(id)?.startedAt ?? "") >= (steps.get("backup.manifest")?.endedAt ?? ""),
    )
  );
}

function migrated(launch: Launch): boolean {
  const status = launch.state().steps.get(`deploy.migrate@${migrateHost(launch.plan)}`)?.status;
  return status === "done" || status === "skipped";
}
