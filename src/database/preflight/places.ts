import { script } from "../../core/command.ts";
import type { Host } from "../../hosts/host.ts";
import { type DatabasePlan, psqlCommand, query } from "../postgres.ts";
import { jsonRows, rowsOfKind } from "./json-rows.ts";

/** Where the server keeps the database, and how much of it there. */
export interface Place {
  /** Null for the data directory itself. */
  readonly tablespace: string | null;
  /** Null when the role may not see it. */
  readonly path: string | null;
  readonly bytes: number;
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

/** Where all of a database of `bytes` would lie that is not made yet. */
export async function dataDirectory(host: Host, plan: DatabasePlan, bytes: number): Promise<Place[]> {
  const sql = "SELECT setting FROM pg_settings WHERE name = 'data_directory'";
  const [[path = ""] = []] = await query(host, plan, { database: "postgres", sql });
  return [{ tablespace: null, path: path === "" ? null : path, bytes }];
}

export interface Free {
  readonly bytes: number;
  readonly device: string;
  /** Whether it is known that files there can share blocks until they change. */
  readonly shares: boolean;
}

// $1 the folder, $2 whether its nearest parent counts for it.
const freeScript = `p=$1
while [ -n "$2" ] && [ ! -d "$p" ]; do p=$(dirname -- "$p"); done
[ -d "$p" ] || exit 0
LC_ALL=C df --output=avail,target -B1 -- "$p" | tail -n1
PATH="$PATH:/usr/sbin:/sbin"
case $(df --output=fstype -- "$p" | tail -n1) in
  btrfs) echo shares ;;
  xfs) ! xfs_info "$(df --output=target -- "$p" | tail -n1)" 2>/dev/null | grep -q 'reflink=1' || echo shares ;;
esac`;

/** With `climb` the folder may not be there yet: then its nearest parent counts. Null when it is not on this host. */
export async function freeAt(
  host: Host,
  plan: DatabasePlan,
  path: string,
  { climb }: { readonly climb: boolean },
): Promise<Free | null> {
  const asked = script(freeScript, [path, climb ? "climb" : ""], {
    timeoutSeconds: 30,
    ...(plan.runAs === undefined ? {} : { user: plan.runAs }),
  });
  const [line = "", shares] = (await host.run(asked)).stdout.trim().split("\n");
  const [bytes = "", ...device] = line.trim().split(/\s+/);
  return bytes === "" ? null : { bytes: Number(bytes), device: device.join(" "), shares: shares === "shares" };
}
