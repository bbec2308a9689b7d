import { randomBytes } from "node:crypto";
import { appendFile, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { PostgresFacts } from "../facts.ts";
import { type Program, startProgram } from "../processes/program.ts";
import { psql } from "./psql.ts";
import { cleanEnvironment, run } from "../processes/run.ts";
import { pollUntil } from "../processes/poll-until.ts";

export async function postgresBinaries(): Promise<string> {
  const root = "/usr/lib/postgresql";
  const versions = (await readdir(root).catch(() => [])).filter((name) => /^\d+$/.test(name));
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  if (newest === undefined) throw new Error(`no PostgreSQL below ${root}: run script/setup`);
  return join(root, newest, "bin");
}

/** PostgreSQL refuses to run as root; its package makes the user `postgres` for it. */
function clusterUser(): string | null {
  return process.getuid?.() === 0 ? "postgres" : null;
}

/** The server of a cluster that is there; returns once it answers. */
export async function startServer(facts: PostgresFacts): Promise<Program> {
  const home = dirname(facts.socket);
  const user = clusterUser();
  const program = startProgram({
    name: "postgres",
    file: join(facts.binaries, "postgres"),
    args: ["-D", join(home, "data")],
    cwd: home,
    log: join(home, "log"),
    stopSignal: "SIGINT",
    ...(user ? { user } : {}),
  });
  const answers = async (): Promise<boolean> => {
    const failure = program.failure();
    if (failure) throw new Error(failure);
    await run(join(facts.binaries, "pg_isready"), ["-q", "-h", facts.host, "-p", String(facts.port)], {
      env: cleanEnvironment,
    });
    return true;
  };
  await pollUntil(answers, { what: "PostgreSQL does not answer" });
  return program;
}

/** Makes a cluster with the two roles and the service's database, all passwords random, and starts it. */
export async function startPostgres(
  facts: PostgresFacts,
  ownerPassfile: string,
  started: (program: Program) => void,
): Promise<void> {
  const home = dirname(facts.socket);
  const data = join(home, "data");
  const user = clusterUser();
  const secret = (): string => randomBytes(18).toString("hex");
  const passwords = { admin: secret(), owner: secret() };
  await mkdir(facts.socket, { recursive: true });
  const passwordFile = join(home, "password");
  await writeFile(passwordFile, `${passwords.admin}\n`, { mode: 0o600 });
  if (user) await run("chown", ["-R", user, home]);
  const identity = user ? [`--reuid=${user}`, `--regid=${user}`, "--init-groups"] : [];
  await run(
    "setpriv",
    [
      ...identity,
      join(facts.binaries, "initdb"),
      "--pgdata",
      data,
      "--username",
      facts.adminUser,
      "--pwfile",
      passwordFile,
      "--auth",
      // The service connects anew for each request, and SCRAM's 4096 rounds are half of what that costs.
      "md5",
      "--encoding",
      "UTF8",
      "--locale",
      "C.UTF-8",
      "--no-sync",
    ],
    { cwd: home },
  );
  await rm(passwordFile);
  await appendFile(
    join(data, "postgresql.conf"),
    [
      "listen_addresses = '127.0.0.1'",
      `port = ${facts.port}`,
      `unix_socket_directories = '${facts.socket}'`,
      "max_connections = 60",
      "shared_buffers = 32MB",
      // Can only be set at the start; a test that archives sets the command.
      "archive_mode = on",
      "archive_command = '/bin/true'",
      "",
    ].join("\n"),
  );
  await writeFile(facts.passfile, `*:${facts.port}:*:${facts.adminUser}:${passwords.admin}\n`, { mode: 0o600 });
  await writeFile(ownerPassfile, `*:${facts.port}:*:${facts.owner}:${passwords.owner}\n`, { mode: 0o600 });
  started(await startServer(facts));
  await psql(facts, `CREATE ROLE ${facts.owner} LOGIN PASSWORD '${passwords.owner}';\n`, "postgres");
  await psql(facts, `CREATE DATABASE ${facts.database} OWNER ${facts.owner};\n`, "postgres");
}
