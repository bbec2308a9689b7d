import { UserError } from "../core/errors.ts";
import { begun, touched } from "../journal/state.ts";
import { takeDump } from "../database/dump.ts";
import { type Counts, totalRows } from "../database/counts.ts";
import { hashFiles, readManifest, writeManifest } from "../database/manifest.ts";
import { sideName } from "../database/postgres.ts";
import { mib } from "../database/preflight.ts";
import { requireQuiet } from "../database/sessions.ts";
import { countRows, dropSide, readThrough, requireSameRows, restoreBeside } from "../database/restore.ts";
import { showDuration } from "../core/duration.ts";
import { type Launch, requireForward } from "./launch.ts";
import { runSteps, type Step } from "./run-steps.ts";

/** The dump of the frozen database, and the proof that it can be put back. */
export async function backup(launch: Launch): Promise<void> {
  await requireForward(launch);
  if (begun(launch.state(), "open.off")) return;
  if (touched(launch.state()) === false) throw new UserError({ what: "the site is still open, so the backup would miss what people write meanwhile", mend: "run maintenance with state: on first" });
  await runSteps(launch, [dump, manifest, read, restore]);
}

const dump: Step = {
  id: "backup.dump",
  async run(launch) {
    await requireQuiet(databaseHost(launch), launch.plan.database);
    const taken = await takeDump(databaseHost(launch), launch.plan.database, backupDirectory(launch));
    return { note: `${mib(taken.bytes)}, ${Object.keys(taken.counts).length} tables, ${totalRows(taken.counts)} rows`, facts: { ...taken, takenAt: new Date().toISOString() } };
  },
};

const manifest: Step = {
  id: "backup.manifest",
  async run(launch) {
    const { plan, release } = launch;
    const files = await hashFiles(databaseHost(launch), plan.database, backupDirectory(launch));
    const { counts, serverVersion, takenAt } = factsOfDump(launch);
    const sha256 = await writeManifest(databaseHost(launch), plan.database, backupDirectory(launch), {
      format: 1,
      service: plan.service,
      release: release.id,
      tag: release.tag,
      commit: release.commit,
      database: plan.database.name,
      serverVersion,
      takenAt,
      counts,
      files,
    });
    return { note: `${files.length} files, manifest ${sha256.slice(0, 12)}`, facts: { sha256 } };
  },
};

const read: Step = {
  id: "backup.read",
  async run(launch) {
    const seconds = await readThrough(databaseHost(launch), launch.plan.database, backupDirectory(launch));
    return { note: `read in ${showDuration(seconds)}` };
  },
};

const restore: Step = {
  id: "backup.restore",
  async run(launch) {
    const { plan, release } = launch;
    const host = databaseHost(launch);
    // What is proved is what a rollback would read: the files as they lie there, held to the manifest.
    const { counts } = await readManifest(host, plan.database, backupDirectory(launch), manifestHash(launch));
    const scratch = sideName(plan.database.name, "proof", release.id);
    try {
      await restoreBeside(host, plan.database, backupDirectory(launch), scratch);
      requireSameRows(counts, await countRows(host, plan.database, scratch), host.name);
    } finally {
      await dropSide(host, plan.database, scratch);
    }
    return { note: `${totalRows(counts)} rows in ${Object.keys(counts).length} tables are the same`, facts: { proved: true } };
  },
};

export function databaseHost(launch: Launch) {
  return launch.hosts.get(launch.plan.database.host);
}

export function backupDirectory({ plan, release, state }: Launch): string {
  const { reopened } = state();
  // A backup is never overwritten: one made anew has a folder of its own.
  return `${plan.database.backup.directory}/${release.id}${reopened === 0 ? "" : `-${reopened + 1}`}`;
}

export function manifestHash(launch: Launch): string {
  return String(launch.state().steps.get("backup.manifest")?.facts.sha256);
}

function factsOfDump(launch: Launch): { counts: Counts; serverVersion: string; takenAt: string } {
  const facts = launch.state().steps.get("backup.dump")?.facts ?? {};
  return { counts: facts.counts as Counts, serverVersion: String(facts.serverVersion), takenAt: String(facts.takenAt) };
}

/** Whether this release's backup is on record as proved: nothing that cannot be undone begins before. */
export function backupProved(launch: Launch): boolean {
  const step = launch.state().steps.get("backup.restore");
  return step?.status === "done" && step.facts.proved === true;
}
