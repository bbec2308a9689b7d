import { notOfExtension } from "./preflight/looks/sql.ts";

/** Locks on PostgreSQL's own catalogs and their indexes, counted on a dump of 15, with some to spare. */
const ofCatalogs = 200;

/**
 * SQL, in a database: how many locks pg_dump holds in it at its end, on each table, sequence and view and on the catalogs
 * (it holds them all in one transaction, and golive no more than a few beside it).
 */
export const locksNeeded = `(SELECT count(*) + ${ofCatalogs} FROM pg_class c
  WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'S', 'v', 'm') AND c.relpersistence <> 't'
    AND ${notOfExtension("pg_class", "c.oid")})`;

/**
 * SQL: for each of how many processes the server has room for max_locks_per_transaction. It can be exceeded by what
 * shared memory has left, but nobody can rely on that. Version 18 has autovacuum_worker_slots.
 */
export const lockSlots = `(current_setting('max_connections')::int + current_setting('max_prepared_transactions')::int
  + current_setting('max_worker_processes')::int + current_setting('max_wal_senders')::int + 1
  + coalesce(current_setting('autovacuum_worker_slots', true), current_setting('autovacuum_max_workers'))::int)`;

/** SQL: as many locks as the server has room for. */
export const locksRoom = `(current_setting('max_locks_per_transaction')::int * ${lockSlots})`;
