import { t } from "../../../../core/text/text.ts";
import { defineLook } from "../look.ts";
import { notOfExtension } from "../sql.ts";

interface Locks {
  readonly needed: number;
  readonly used: number;
  readonly room: number;
  readonly now: number;
  readonly wanted: number;
}

/** Locks on PostgreSQL's own catalogs and their indexes, counted on a dump of 15, with some to spare. */
const ofCatalogs = 200;

// pg_dump keeps a lock on every table, sequence and view until it is done. As the server reckons the room: it can be
// exceeded by what shared memory has left, but nobody can rely on that.
export const lockRoom = defineLook<Locks>({
  kind: "locks",
  asked: "inside",
  sql: `WITH setting AS (SELECT name, setting::int AS value FROM pg_settings WHERE name IN (
    'max_connections', 'autovacuum_max_workers', 'autovacuum_worker_slots', 'max_worker_processes', 'max_wal_senders',
    'max_prepared_transactions'
  )),
  slots AS (
    SELECT 1 + sum(value) AS value FROM setting
    WHERE name <> 'autovacuum_max_workers' OR NOT EXISTS (SELECT FROM setting WHERE name = 'autovacuum_worker_slots')
  ),
  room AS (
    SELECT current_setting('max_locks_per_transaction')::int AS now,
      (SELECT count(*) FROM pg_class c WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'S', 'v', 'm')
        AND c.relpersistence <> 't' AND ${notOfExtension("pg_class", "c.oid")}) + ${ofCatalogs} AS needed,
      (SELECT count(DISTINCT (locktype, database, relation, classid, objid, objsubid, virtualxid, transactionid))
        FROM pg_locks WHERE NOT fastpath AND pid <> pg_backend_pid()) AS used
  )
SELECT json_build_object(
  'kind', 'locks', 'needed', needed, 'used', used, 'room', now * slots.value, 'now', now,
  'wanted', ceil((needed + used) / slots.value / 64.0) * 64
)
FROM room, slots WHERE needed + used > now * slots.value;
`,
  problems: (rows, { database }) =>
    rows.map(({ needed, used, room, now, wanted }) => ({
      code: "db-lock-room",
      what: t`a dump of ${database} locks ${needed} tables, sequences and views at once, and the server has room for \
${room} locks, ${used} of them in use`,
      mend: t`ALTER SYSTEM SET max_locks_per_transaction = ${wanted} (it is ${now}), and restart PostgreSQL`,
    })),
});
