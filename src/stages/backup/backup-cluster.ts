import { figure, showSize } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import { totalRows } from "../../database/contents/contents.ts";
import { type Manifest, readManifest, writeManifest } from "../../database/dump/manifest.ts";
import { contentsOf, objectsOf, requireSame } from "../../database/dump/restore.ts";
import { withRestored } from "../../database/pgbackrest/restored-server.ts";
import type { PgbackrestPlan } from "../../database/pgbackrest/schema.ts";
import { takePgbackrest } from "../../database/pgbackrest/take.ts";
import { verifyPgbackrest } from "../../database/pgbackrest/verify.ts";
import { withPoolersHeld } from "../../database/pooler/poolers.ts";
import { databaseScript, maintenanceOf, query } from "../../database/postgres.ts";
import { requireQuiet } from "../../database/sessions.ts";
import { backupCluster, backupProof, backupVerify } from "../../journal/steps/steps.ts";
import type { Launch } from "../launch/context.ts";
import type { Step } from "../launch/run-steps.ts";
import { backupDirectory, databaseHost, manifestHead } from "./backup-record.ts";
import { postgresqlOf } from "../../plan/engine/engine.ts";

type Source = Manifest["source"];

/** For a database too large for pg_dump: the whole server by pgBackRest, and the plan's database in it proved. */
export function clusterSteps(settings: PgbackrestPlan): readonly Step[] {
  return [takeCluster(settings), verifyCluster(settings), proveCluster(settings)];
}

const takeCluster = (settings: PgbackrestPlan): Step => ({
  id: backupCluster.id,
  async run(launch) {
    const { plan, release } = launch;
    const host = databaseHost(launch);
    const held = { plan: postgresqlOf(plan), hosts: launch.hosts, rest: "refuse" } as const;
    const { source, systemIdentifier, taken } = await withPoolersHeld(held, async () => {
      await requireQuiet(host, postgresqlOf(plan));
      // Nobody writes: what is read now is what the backup holds.
      const read = await sourceOf(launch);
      const type = settings.type ?? "incr";
      const kept = await takePgbackrest(host, postgresqlOf(plan), settings, { type, annotation: release.id });
      await requireQuiet(host, postgresqlOf(plan));
      return { ...read, taken: kept };
    });
    const directory = backupDirectory(launch);
    await host.run(databaseScript(postgresqlOf(plan), 'umask 077; mkdir -p -m 700 -- "$1"', [directory]));
    const sha256 = await writeManifest(host, postgresqlOf(plan), directory, {
      ...manifestHead(launch),
      systemIdentifier,
      takenAt: taken.endedAt,
      source,
      files: [],
    });
    return {
      note: t`${taken.label}, ${showSize(taken.bytes)}, ${showSize(taken.repositoryBytes)} of them new in the repository`,
      facts: { label: taken.label, sha256 },
    };
  },
});

async function sourceOf(launch: Launch): Promise<{ readonly source: Source; readonly systemIdentifier: string }> {
  const database = postgresqlOf(launch.plan);
  const host = databaseHost(launch);
  const contents = await contentsOf(host, database, database.name, { logged: true });
  const objects = await objectsOf(host, database, database.name);
  const [[serverVersion = "", systemIdentifier = ""] = []] = await query(host, database, {
    database: maintenanceOf(database),
    sql: "SELECT current_setting('server_version'), system_identifier FROM pg_control_system()",
  });
  return { source: { contents, objects, streams: {}, serverVersion }, systemIdentifier };
}

const verifyCluster = (settings: PgbackrestPlan): Step => ({
  id: backupVerify.id,
  async run(launch) {
    const { files } = await verifyPgbackrest(
      databaseHost(launch),
      postgresqlOf(launch.plan),
      settings,
      labelOf(launch),
    );
    return { note: t`${files} {0:file|files|files}` };
  },
});

const proveCluster = (settings: PgbackrestPlan): Step => ({
  id: backupProof.id,
  async run(launch) {
    const database = postgresqlOf(launch.plan);
    const host = databaseHost(launch);
    if (database.backup.proof === "read")
      return {
        skipped: true,
        note: t`the plan asks for no more than that its files are whole (proof: read)`,
        facts: { proved: "read" },
      };
    const sha256 = String(backupCluster.facts(launch.state()).sha256);
    const { source } = await readManifest(host, database, backupDirectory(launch), sha256);
    const restored = { settings, label: labelOf(launch), directory: `${database.backup.directory}/restored` };
    await withRestored(host, database, restored, (scratch) =>
      requireSame(host, scratch, { database: scratch.name, source, directory: null, logged: true }),
    );
    const { contents, objects } = source;
    return {
      note: t`restored on a server of its own; ${figure(totalRows(contents))} {0:row|rows|rows} \
in ${Object.keys(contents.tables).length} {1:table|tables|tables} and ${Object.keys(objects).length} \
{2:object|objects|objects} of the schema are the same`,
      facts: { proved: "restore" },
    };
  },
});

function labelOf(launch: Launch): string {
  return String(backupCluster.facts(launch.state()).label);
}
