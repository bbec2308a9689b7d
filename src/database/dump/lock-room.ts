/**
 * SQL, in a database: how many locks pg_dump holds in it at its end, each table and sequence once and the catalogs
 * besides (it holds them all in one transaction, and golive no more than a few beside it); and how many the server has
 * room for, which max_locks_per_transaction raises.
 */
export const locksNeeded = `(SELECT count(*) + 100 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'S') AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema')`;

/** Of autovacuum_worker_slots, which version 18 has, or of autovacuum_max_workers. */
export const locksRoom = `(current_setting('max_locks_per_transaction')::int * (
  current_setting('max_connections')::int + current_setting('max_prepared_transactions')::int
  + current_setting('max_worker_processes')::int + current_setting('max_wal_senders')::int + 1
  + coalesce(current_setting('autovacuum_worker_slots', true), current_setting('autovacuum_max_workers'))::int))`;
