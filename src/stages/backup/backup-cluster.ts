import { figure, showSize } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";

import { contentsOf, objectsOf, requireSame } from "../../database/dump/restore.ts";
import { totalRows } from "../../database/contents/contents.ts";
import { type Manifest, readManifest, writeManifest } from "../../database/dump/manifest.ts";
import { type PgbackrestPlan } from "../../database/pgbackrest/schema.ts";
import { withRestored } from "../../database/pgbackrest/restored-server.ts";
import { takePgbackrest } from "../../database/pgbackrest/take.ts";
import { verifyPgbackrest } from "../../database/pgbackrest/verify.ts";
import { databaseScript, query } from "../../database/postgres.ts";
import { requireQuiet } from "../../database/sessions.ts";
import { backupDirectory, databaseHost } from "./backup-record.ts";
import type { Launch } from "../launch/launch.ts";
import type { Step } from "../launch/run-steps.ts";

/** For a database too large for pg_dump: the whole server by pgBackRest, and the plan's database in it proved. */
export function clusterSteps(settings: PgbackrestPlan): readonly Step[] {
  return [
    {
      id: "backup.cluster",
      async run(launch) {
        const { plan, release } = launch;
        const host = databaseHost(launch);
        await requireQuiet(host, plan.database);
        // Nobody writes: what is read now is what the backup holds.
        const contents = await contentsOf(host, plan.database, plan.database.name, { logged: true });
        const objects = await objectsOf(host, plan.database, plan.database.name);
        const [[serverVersion = "", systemIdentifier = ""] = []] = await query(host, plan.database, {
          database: "postgres",
          sql: "SELECT current_setting('server_version'), system_identifier FROM pg_control_system()",
        });
        const taken = await takePgbackrest(host, plan.database, settings, {
          type: settings.type ?? "incr",
          annotation: release.id,
        });
        await requireQuiet(host, plan.database);
        const directory = backupDirectory(launch);
        await host.run(databaseScript(plan.database, 'umask 077; mkdir -p -m 700 -- "$1"', [directory]));
        const { id, tag, commit } = release;
        const manifest: Manifest = {
          format: 2,
          service: plan.service,
          release: id,
          tag,
          commit,
          database: plan.database.name,
          systemIdentifier,
          takenAt: taken.endedAt,
          source: { contents, objects, streams: {}, serverVersion },
          files: [],
        };
        const sha256 = await writeManifest(host, plan.database, directory, manifest);
        return {
          note: t`${taken.label}, ${showSize(taken.bytes)}, ${showSize(taken.repositoryBytes)} of them new in the repository`,
          facts: { label: taken.label, sha256 },
        };
      },
    },
    {
      id: "backup.verify",
      async run(launch) {
        const { files } = await verifyPgbackrest(databaseHost(launch), launch.plan.database, settings, labelOf(launch));
        return { note: t`${files} {0:file|files|files}` };
      },
    },
    {
      id: "backup.proof",
      async run(launch) {
        const { database } = launch.plan;
        const host = databaseHost(launch);
        if (database.backup.proof === "read")
          return {
            skipped: true,
            note: t`the plan asks for no more than that its files are whole (proof: read)`,
            facts: { proved: "read" },
          };
        const { source } = await readManifest(
          host,
          database,
          backupDirectory(launch),
          String(launch.state().steps.get("backup.cluster")?.facts.sha256),
        );
        await withRestored(
          host,
          database,
          { settings, label: labelOf(launch), directory: `${database.backup.directory}/restored` },
          (scratch) => requireSame(host, scratch, { database: scratch.name, source, logged: true }),
        );
        return {
          note: t`restored on a server of its own; ${figure(totalRows(source.contents))} {0:row|rows|rows} in ${Object.keys(source.contents.tables).length} {1:table|tables|tables} and ${Object.keys(source.objects).length} {2:object|objects|objects} of the schema are the same`,
          facts: { proved: "restore" },
        };
      },
    },
  ];
}

function labelOf(launch: Launch): string {
  return String(launch.state().steps.get("backup.cluster")?.facts.label);
}
