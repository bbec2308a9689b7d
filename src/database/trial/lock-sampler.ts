import type { Host } from "../../hosts/host.ts";
import { type DatabasePlan, maintenanceOf, psqlCommand, query } from "../postgres.ts";

/** A lock that would have kept others waiting, and for how long it was seen. */
export interface SeenLock {
  readonly table: string;
  readonly mode: string;
  readonly seconds: number;
  /** Whether reading waits as well, or only writing. */
  readonly stops: "reads and writes" | "writes";
}

/** Seconds between two looks: locks shorter than that may go unseen. */
const interval = 0.05;
/** Modes that keep at least writers waiting. */
const blocking = ["ShareLock", "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock"];
const application = "golive-locks";

const sampleSql = `SET application_name = '${application}';
SELECT extract(epoch FROM clock_timestamp()), l.relation::regclass, l.mode
FROM pg_locks l JOIN pg_class c ON c.oid = l.relation AND c.relkind IN ('r', 'p', 'm')
WHERE l.locktype = 'relation' AND l.granted AND l.pid <> pg_backend_pid()
  AND l.mode IN (${blocking.map((mode) => `'${mode}'`).join(", ")})
  AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) \\watch ${interval}
`;

/** Watches the locks taken in a database while `work` runs. */
export async function watchLocks<T>(
  host: Host,
  plan: DatabasePlan,
  database: string,
  work: () => Promise<T>,
): Promise<{ result: T; locks: SeenLock[] }> {
  const sampling = host.attempt(psqlCommand(plan, database, sampleSql, { timeoutSeconds: 6 * 3600 }));
  await watching(host, plan, database);
  try {
    const result = await work();
    return { result, locks: seenLocks((await stopped(host, plan, database, sampling)).stdout) };
  } catch (error) {
    await stopped(host, plan, database, sampling).catch(() => {});
    throw error;
  }
}

async function watching(host: Host, plan: DatabasePlan, database: string): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const [[count = "0"] = []] = await query(host, plan, {
      database: maintenanceOf(plan),
      sql: `SELECT count(*) FROM pg_stat_activity WHERE datname = :'database' AND application_name = '${application}'`,
      variables: { database },
    });
    if (count !== "0") return;
  }
}

async function stopped<T>(host: Host, plan: DatabasePlan, database: string, sampling: Promise<T>): Promise<T> {
  await query(host, plan, {
    database: maintenanceOf(plan),
    sql: `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :'database' AND application_name = '${application}'`,
    variables: { database },
  });
  return sampling;
}

/** Adds the looks up: from the first to the last at which a lock was seen, and one interval. */
export function seenLocks(stdout: string): SeenLock[] {
  const spans = new Map<string, { first: number; last: number }>();
  for (const [, time, table, mode] of stdout.matchAll(/^([\d.]+)\|(\S+)\|(\w+)$/gm)) {
    const at = Number(time);
    const span = spans.get(`${table}|${mode}`);
    spans.set(`${table}|${mode}`, { first: span?.first ?? at, last: at });
  }
  return [...spans].map(([key, { first, last }]) => {
    const [table = "", mode = ""] = key.split("|");
    return {
      table,
      mode,
      seconds: Math.round((last - first + interval) * 100) / 100,
      stops: mode === "AccessExclusiveLock" ? "reads and writes" : "writes",
    };
  });
}
