import type { ScratchSettings } from "./settings.ts";

const settings = `listen_addresses = ''
port = 5432
shared_buffers = 64MB
huge_pages = off
fsync = off
full_page_writes = off
synchronous_commit = off
wal_level = minimal
max_wal_senders = 0
max_logical_replication_workers = 0
max_parallel_maintenance_workers = 0
max_parallel_workers_per_gather = 0
logging_collector = off
log_min_error_statement = panic
log_min_messages = fatal
`;

/**
 * What the server is started with, each line with its file's name before it. Who gets in is known by the kernel, whatever
 * password comes with it: its own user, and the guests. `rows`: kind and value of what the service's server has.
 */
export function serverFiles(
  rows: readonly (readonly string[])[],
  { user, guests, connections }: ScratchSettings,
): string {
  const of = (kind: string) => rows.flatMap(([one, ...value]) => (one === kind ? [value.join("|")] : []));
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
  const names = [...new Set(["postgres", ...of("role")])].filter((name) => !/[\n"]/.test(name));
  const ident = [...new Set([user, ...guests])].flatMap((one) =>
    names.map((role) => `golive ${quoted(one)} ${quoted(role)}`),
  );
  const kept = rows.flatMap(([kind = "", ...value]) => {
    const name = /^setting (\w+)$/.exec(kind)?.[1];
    return name === undefined ? [] : [`${name} = '${value.join("|").replaceAll("\\", "\\\\").replaceAll("'", "''")}'`];
  });
  const lines = (file: string, all: readonly string[]) => all.map((line) => `${file}|${line}\n`).join("");
  return [
    lines("pg_hba.conf", ["local all all peer map=golive"]),
    lines("pg_ident.conf", ident),
    lines("postgresql.conf", [...settings.trim().split("\n"), `max_connections = ${connections + 10}`, ...kept]),
    lines(
      "spaces",
      of("space").map((_, index) => String(index)),
    ),
  ].join("");
}
