import { errorText } from "../../core/errors.ts";
import { openDoors } from "../../database/doors.ts";
import { releasePoolers } from "../../database/pooler/poolers.ts";
import { maintenanceOf, query } from "../../database/postgres.ts";
import { openingMark } from "../../database/written/written.ts";
import { deployMigrate } from "../../journal/steps/steps.ts";
import { postgresqlOf } from "../../plan/engine/engine.ts";
import { databaseHost } from "../backup/backup-record.ts";
import { clusterSteps } from "../backup/backup-cluster.ts";
import { manifest, read, takeDumpOf } from "../backup/dump-steps.ts";
import { proof } from "../backup/proof-of-dump.ts";
import { takeProvidersSnapshot, takeRollbackCopy } from "../backup/rollback-copy.ts";
import { providerMakes } from "../day-before/steps/provider.ts";
import { migrateHost } from "../deploy/deploy-order.ts";
import type { Launch } from "../launch/context.ts";
import type { Step } from "../launch/run-steps.ts";
import { databaseFindings } from "../preflight/looks/database.ts";
import { database, written } from "../rollback/database/put-database-back.ts";
import { mayHaveWritten } from "../window/pageless.ts";
import type { DatabaseEngine } from "./kind.ts";

const sizeOf = "SELECT pg_database_size(oid) FROM pg_database WHERE datname = :'name'";

/** By pg_dump or pgBackRest, and a copy to change places with. */
export const postgresql: DatabaseEngine = {
  findings: databaseFindings,

  byDay: (plan) => (postgresqlOf(plan).switch?.create ? [providerMakes] : []),

  async bytes(launch) {
    const plan = postgresqlOf(launch.plan);
    const [[bytes = "0"] = []] = await query(databaseHost(launch), plan, {
      database: maintenanceOf(plan),
      sql: sizeOf,
      variables: { name: plan.name },
    });
    return Number(bytes);
  },

  backup(launch) {
    const { copy, dump, pgbackrest } = postgresqlOf(launch.plan).backup;
    const kept = pgbackrest ? clusterSteps(pgbackrest) : [takeDumpOf, manifest, read, proof];
    const waits = dump === "after-migration" && !migrated(launch);
    return [...copySteps(copy), ...(waits ? [] : kept)];
  },

  openingMark: (launch) => openingMark(databaseHost(launch), postgresqlOf(launch.plan)),

  wayBack: (launch) => (mayHaveWritten(launch) ? [written, database] : [database]),

  async letIn(plan, hosts, log) {
    const service = postgresqlOf(plan);
    await openDoors(hosts.get(service.host), service);
    // A pooler that does not answer does not stop a person.
    await releasePoolers(service, hosts).catch((error: unknown) => log.warn(errorText(error)));
  },
};

function copySteps(copy: boolean | "snapshot"): readonly Step[] {
  if (copy === "snapshot") return [takeProvidersSnapshot];
  return copy ? [takeRollbackCopy] : [];
}

function migrated(launch: Launch): boolean {
  const status = deployMigrate.on(migrateHost(launch.plan)).state(launch.state())?.status;
  return status === "done" || status === "skipped";
}
