import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { freePorts } from "../../../packages/rehearsal/production/processes/free-ports.ts";
import { pollUntil } from "../../../packages/rehearsal/production/processes/poll-until.ts";
import { startProgram } from "../../../packages/rehearsal/production/processes/program.ts";
import { psql } from "../../../packages/rehearsal/production/servers/psql.ts";
import { run } from "../../../packages/rehearsal/production/processes/run.ts";
import type { Cluster } from "../throwaway-cluster.ts";

export interface Bouncer {
  readonly port: number;
  /** A query as the service's, through it. */
  sql(text: string, database: string): Promise<string>;
  /** What it wrote to its log. */
  log(): Promise<string>;
  stop(): Promise<void>;
}

/** pgBouncer in front of a cluster; whoever comes is let in and becomes the superuser. `databases` are lines of its file. */
export async function startPgbouncer(
  { facts, directory }: Cluster,
  name: string,
  { databases, settings = [] }: { databases: readonly string[]; settings?: readonly string[] },
): Promise<Bouncer> {
  const [port = 0] = await freePorts(1);
  const folder = join(directory, name);
  await mkdir(folder);
  const secret = (await run("cut", ["-d:", "-f5", facts.passfile])).trim();
  const way = `host=${facts.host} port=${facts.port} user=${facts.adminUser} password=${secret}`;
  const lines = [
    "[databases]",
    ...databases.map((line) => line.replace("=", `= ${way}`)),
    "[pgbouncer]",
    "listen_addr = 127.0.0.1",
    `listen_port = ${port}`,
    "unix_socket_dir =",
    "auth_type = any",
    ...settings,
    "",
  ];
  await writeFile(join(folder, "pgbouncer.ini"), lines.join("\n"), { mode: 0o600 });
  const user = process.getuid?.() === 0 ? "postgres" : null;
  if (user !== null) await run("chown", ["-R", user, folder]);
  const log = join(directory, `${name}.log`);
  const program = startProgram({
    name,
    file: existsSync("/usr/sbin/pgbouncer") ? "/usr/sbin/pgbouncer" : "pgbouncer",
    args: [join(folder, "pgbouncer.ini")],
    cwd: folder,
    log,
    stopSignal: "SIGINT",
    ...(user === null ? {} : { user }),
  });
  const sql = (text: string, database: string) => psql({ ...facts, port, adminUser: "app" }, text, database);
  await pollUntil(async () => (await sql("SHOW VERSION", "pgbouncer")).includes("PgBouncer"), {
    what: "pgbouncer does not answer",
  });
  return { port, sql, log: () => readFile(log, "utf8"), stop: () => program.stop() };
}
