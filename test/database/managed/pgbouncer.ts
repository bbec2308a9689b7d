import { mkdir, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { freePorts } from "../../../packages/rehearsal/production/processes/free-ports.ts";
import { pollUntil } from "../../../packages/rehearsal/production/processes/poll-until.ts";
import { type Program, startProgram } from "../../../packages/rehearsal/production/processes/program.ts";
import { run } from "../../../packages/rehearsal/production/processes/run.ts";
import type { Cluster } from "../throwaway-cluster.ts";

export interface Bouncer {
  readonly port: number;
  readonly program: Program;
}

/** A pgbouncer before the cluster, as a provider has it: settings that come with a connection are passed over. */
export async function startBouncer(
  cluster: Cluster,
  mode: "session" | "transaction",
  roles: Readonly<Record<string, string>>,
): Promise<Bouncer> {
  const [port = 0] = await freePorts(1);
  const folder = join(cluster.directory, `bouncer-${port}`);
  await mkdir(folder);
  const users = Object.entries(roles).map(([role, password]) => `"${role}" "${password}"\n`);
  await writeFile(join(folder, "users"), users.join(""), { mode: 0o600 });
  const config = [
    "[databases]",
    `* = host=${cluster.facts.host} port=${cluster.facts.port}`,
    "[pgbouncer]",
    "listen_addr = 127.0.0.1",
    `listen_port = ${port}`,
    "unix_socket_dir =",
    "auth_type = plain",
    `auth_file = ${join(folder, "users")}`,
    `pool_mode = ${mode}`,
    "ignore_startup_parameters = options,extra_float_digits",
    "",
  ];
  await writeFile(join(folder, "pgbouncer.ini"), config.join("\n"), { mode: 0o600 });
  const user = process.getuid?.() === 0 ? "postgres" : null;
  if (user) await run("chown", ["-R", user, folder]);
  const program = startProgram({
    name: "pgbouncer",
    file: existsSync("/usr/sbin/pgbouncer") ? "/usr/sbin/pgbouncer" : "pgbouncer",
    args: [join(folder, "pgbouncer.ini")],
    cwd: folder,
    log: join(cluster.directory, `bouncer-${port}.log`),
    stopSignal: "SIGINT",
    ...(user ? { user } : {}),
  });
  await pollUntil(
    async () => {
      const failure = program.failure();
      if (failure) throw new Error(failure);
      await run(join(cluster.facts.binaries, "pg_isready"), ["-q", "-h", "127.0.0.1", "-p", String(port)]);
      return true;
    },
    { what: "pgbouncer does not answer" },
  );
  return { port, program };
}
