import { script } from "../../core/command.ts";
import type { Host } from "../../hosts/host.ts";
import { type DatabasePlan, maintenanceOf, psqlCommand, query } from "../postgres.ts";
import { jsonRows, rowsOfKind } from "./json-rows.ts";
import { freeSpace } from "./scripts.ts";

/** Where the server keeps the database, and how much of it there. */
export interface Place {
  /** Null for the data directory itself. */
  readonly tablespace: string | null;
  /** Null when the role may not see it. */
  readonly path: string | null;
  readonly bytes: number;
}

/** What a launch writes to the write-ahead log and the server may not throw away, as somebody has still to take it. */
export interface HeldLog {
  /** Who: a slot, or the archive. */
  readonly by: string;
  readonly path: string | null;
}

interface PlaceRow {
  readonly tablespace: string | null;
  readonly bytes: number;
  /** The data directory; null when the role may not see it. */
  readonly data: string | null;
  /** Empty in the data directory, relative to it inside it. */
  readonly location: string;
}

// A copy and a restored dump lie in the same tablespaces. What is in none of its own is in the database's.
const placesSql = `BEGIN TRANSACTION READ ONLY;
WITH parts AS (
  SELECT c.reltablespace AS id,
    sum(pg_relation_size(c.oid, 'main') + pg_relation_size(c.oid, 'fsm') + pg_relation_size(c.oid, 'vm')) AS bytes
  FROM pg_class c
  WHERE c.reltablespace <> 0 AND c.relkind IN ('r', 'i', 't', 'm', 'S') AND NOT c.relisshared
  GROUP BY 1
), places AS (
  SELECT dattablespace AS id, pg_database_size(oid) - (SELECT coalesce(sum(bytes), 0) FROM parts) AS bytes
  FROM pg_database WHERE datname = current_database()
  UNION ALL SELECT id, bytes FROM parts
)
SELECT json_build_object(
  'kind', 'place',
  'tablespace', CASE t.spcname WHEN 'pg_default' THEN NULL ELSE t.spcname END,
  'bytes', sum(p.bytes)::bigint,
  'data', (SELECT setting FROM pg_settings WHERE name = 'data_directory'),
  'location', pg_tablespace_location(t.oid)
)
FROM places p JOIN pg_tablespace t ON t.oid = p.id
GROUP BY t.oid, t.spcname
ORDER BY t.spcname = 'pg_default' DESC, t.spcname;
COMMIT;
`;

/** The parts of a database of `bytes`, each where it lies. */
export async function placesOf(host: Host, plan: DatabasePlan, bytes: number): Promise<Place[]> {
  const { code, stdout } = await host.attempt(psqlCommand(plan, plan.name, placesSql, { timeoutSeconds: 300 }));
  // Why the database does not let golive in is told by the look at it.
  if (code !== 0) return [{ tablespace: null, path: null, bytes }];
  return rowsOfKind<PlaceRow>(jsonRows(stdout), "place").map((row) => ({
    tablespace: row.tablespace,
    bytes: row.bytes,
    path: pathOf(row),
  }));
}

function pathOf({ location, data }: PlaceRow): string | null {
  if (location.startsWith("/")) return location;
  if (data === null) return null;
  return location === "" ? data : `${data}/${location}`;
}

const heldSql = `BEGIN TRANSACTION READ ONLY;
SELECT jsonb_build_object('kind', 'held', 'by', 'slot ' || slot_name, 'data', d.setting)
FROM pg_replication_slots LEFT JOIN pg_settings d ON d.name = 'data_directory'
WHERE NOT active AND restart_lsn IS NOT NULL AND current_setting('max_slot_wal_keep_size') = '-1'
UNION ALL
SELECT jsonb_build_object('kind', 'held', 'by', 'archive_command', 'data', d.setting)
FROM pg_stat_archiver a LEFT JOIN pg_settings d ON d.name = 'data_directory'
WHERE current_setting('archive_mode') <> 'off' AND a.last_failed_time > coalesce(a.last_archived_time, '-infinity');
COMMIT;
`;

/** Null when the write-ahead log is thrown away as it should be. */
export async function heldLog(host: Host, plan: DatabasePlan): Promise<HeldLog | null> {
  const { code, stdout } = await host.attempt(psqlCommand(plan, maintenanceOf(plan), heldSql, { timeoutSeconds: 60 }));
  if (code !== 0) return null;
  const rows = rowsOfKind<{ readonly by: string; readonly data: string | null }>(jsonRows(stdout), "held");
  const [first] = rows;
  if (first === undefined) return null;
  return { by: rows.map(({ by }) => by).join(", "), path: first.data === null ? null : `${first.data}/pg_wal` };
}

/** Where all of a database of `bytes` would lie that is not made yet. */
export async function dataDirectory(host: Host, plan: DatabasePlan, bytes: number): Promise<Place[]> {
  const sql = "SELECT setting FROM pg_settings WHERE name = 'data_directory'";
  const [[path = ""] = []] = await query(host, plan, { database: maintenanceOf(plan), sql });
  return [{ tablespace: null, path: path === "" ? null : path, bytes }];
}

export interface Free {
  readonly bytes: number;
  readonly device: string;
  /** Whether it is known that files there can share blocks until they change. */
  readonly shares: boolean;
}

/** With `climb` the folder may not be there yet: then its nearest parent counts. Null when it is not on this host. */
export async function freeAt(
  host: Host,
  plan: DatabasePlan,
  path: string,
  { climb }: { readonly climb: boolean },
): Promise<Free | null> {
  const asked = script(freeSpace, [path, climb ? "climb" : ""], {
    timeoutSeconds: 30,
    ...(plan.runAs === undefined ? {} : { user: plan.runAs }),
  });
  const [line = "", shares] = (await host.run(asked)).stdout.trim().split("\n");
  const [bytes = "", ...device] = line.trim().split(/\s+/);
  return bytes === "" ? null : { bytes: Number(bytes), device: device.join(" "), shares: shares === "shares" };
}
