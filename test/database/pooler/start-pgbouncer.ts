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

export interface BouncerOptions {
  /** Lines of its file, without the way to the cluster. */
  readonly databases: readonly string[];
  readonly settings?: readonly string[];
  /** Passwords of those who are let in, and stay who they are; without it whoever comes becomes the superuser. */
  readonly roles?: Readonly<Record<string, string>>;
}

/** pgBouncer in front of a cluster. */
export async function startPgbouncer(
  { facts, directory }: Pick<Cluster, "facts" | "directory">,
  name: string,
  { databases, settings = [], roles }: BouncerOptions,
): Promise<Bouncer> {
  const [port = 0] = await freePorts(1);
  const folder = join(directory, name);
  await mkdir(folder);
  const users = Object.entries(roles ?? {}).map(([role, password]) => `"${role}" "${password}"\n`);
  await writeFile(join(folder, "users"), users.join(""), { mode: 0o600 });
  const secret = (await run("cut", ["-d:", "-f5", facts.passfile])).trim();
  const as = roles === undefined ? ` user=${facts.adminUser} password=${secret}` : "";
  const way = `host=${facts.host} port=${facts.port}${as}`;
  const lines = [
    "[databases]",
    ...databases.map((line) => line.replace("=", `= ${way}`)),
    "[pgbouncer]",
    "listen_addr = 127.0.0.1",
    `listen_port = ${port}`,
    "unix_socket_dir =",
    ...(roles === undefined ? ["auth_type = any"] : ["auth_type = plain", `auth_file = ${join(folder, "users")}`]),
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
  await pollUntil(
    async () => {
      const failure = program.failure();
      if (failure) throw new Error(failure);
      // Its own console: any other database would have it ask the server.
      const console = ["-d", "pgbouncer", "-h", "127.0.0.1", "-p", String(port)];
      await run(join(facts.binaries, "pg_isready"), ["-q", ...console]);
      return true;
    },
    { what: "pgbouncer does not answer" },
  );
  return { port, sql, log: () => readFile(log, "utf8"), stop: () => program.stop() };
}
