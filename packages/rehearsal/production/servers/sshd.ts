import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createConnection } from "node:net";
import { userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { SshFacts } from "../facts.ts";
import { familyOf, kill, nameOf } from "../processes/processes.ts";
import { type Program, startProgram } from "../processes/program.ts";
import { run } from "../processes/run.ts";
import { pollUntil } from "../processes/poll-until.ts";

export interface Sshd extends SshFacts {
  /** Whom the server lets in; read at each connection. */
  readonly authorizedKeysFile: string;
  /** Puts another host key in place, as a stranger in the middle would show. Returns the new public key. */
  changeHostKey(): Promise<string>;
  /** Every connection breaks, and no new one can be made for so long. */
  cut(seconds: number): Promise<void>;
  /** What it says of everybody who came, let in or not. */
  log(): Promise<string>;
  stop(): Promise<void>;
  killNow(): void;
}

async function makeKey(file: string, comment: string): Promise<string> {
  await rm(file, { force: true });
  await rm(`${file}.pub`, { force: true });
  await run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", comment, "-f", file]);
  return (await readFile(`${file}.pub`, "utf8")).split(" ").slice(0, 2).join(" ").trim();
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: "127.0.0.1", port });
    socket.setTimeout(2000, () => socket.destroy());
    socket.once("data", (data) => resolve(data.toString().startsWith("SSH-2.0")) ?? socket.destroy());
    socket.once("error", () => resolve(false));
    socket.once("close", () => resolve(false));
  });
}

export interface SshdOptions {
  /** Words put before the server's own, such as those that give it other mounts. */
  readonly inside?: readonly string[];
  /** Added to the environment of every command. */
  readonly env?: Readonly<Record<string, string>>;
  /** Lines of its configuration that go before its own: of two values the server takes the first. */
  readonly config?: readonly string[];
}

interface SshdFiles {
  readonly hostKey: string;
  readonly clientKey: string;
  readonly authorizedKeys: string;
  readonly config: string;
  readonly home: string;
  readonly log: string;
}

/** An OpenSSH server for one key and one user, in a directory of its own. */
export async function startSshd(directory: string, port: number, options: SshdOptions = {}): Promise<Sshd> {
  const user = userInfo().username;
  const files: SshdFiles = {
    hostKey: join(directory, "host_key"),
    clientKey: join(directory, "client_key"),
    authorizedKeys: join(directory, "authorized_keys"),
    config: join(directory, "sshd_config"),
    home: join(directory, "home"),
    log: join(directory, "log"),
  };
  await makeFolders(directory, files);
  const hostKey = await makeKey(files.hostKey, "host");
  await writeFile(files.authorizedKeys, `${await makeKey(files.clientKey, "client")}\n`, { mode: 0o600 });
  await writeFile(files.config, configuration({ directory, files, port, user }, options));
  const start = (): Promise<Program> => startServer(directory, files, port, options);
  let program = await start();
  return {
    host: "127.0.0.1",
    port,
    user,
    hostKey,
    privateKeyFile: files.clientKey,
    authorizedKeysFile: files.authorizedKeys,
    async changeHostKey() {
      const key = await makeKey(`${files.hostKey}.new`, "host");
      await program.stop();
      await rename(`${files.hostKey}.new`, files.hostKey);
      await rename(`${files.hostKey}.new.pub`, `${files.hostKey}.pub`);
      program = await start();
      return key;
    },
    async cut(seconds) {
      // Only the servers of the connections: what they ran goes on, as on a host whose network failed.
      kill(
        familyOf(program.pid).filter(({ pid }) => nameOf(pid) === "sshd"),
        "SIGKILL",
      );
      await program.exited;
      await sleep(seconds * 1000);
      program = await start();
    },
    log: () => readFile(files.log, "utf8"),
    stop: () => program.stop(),
    killNow: () => program.killNow(),
  };
}

async function makeFolders(directory: string, { home }: SshdFiles): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  // The server's own requirement when root; the package makes it at boot, which a container may not have had.
  if (process.getuid?.() === 0 && !existsSync("/run/sshd")) await mkdir("/run/sshd", { mode: 0o755 });
  await mkdir(home, { recursive: true, mode: 0o700 });
}

interface SshdPlace {
  readonly directory: string;
  readonly files: SshdFiles;
  readonly port: number;
  readonly user: string;
}

function configuration({ directory, files, port, user }: SshdPlace, options: SshdOptions): string {
  const { env = {}, config: before = [] } = options;
  // What golive remembers of a host stays in the production's own directory; and the start-up files of the shell of
  // whoever rehearses are none of a server's: bash reads them for every command that comes by ssh.
  const set = { XDG_STATE_HOME: join(directory, "state"), HOME: files.home, ...env };
  return [
    ...before,
    "ListenAddress 127.0.0.1",
    `Port ${port}`,
    `HostKey ${files.hostKey}`,
    `AuthorizedKeysFile ${files.authorizedKeys}`,
    "PidFile none",
    "UsePAM no",
    "PasswordAuthentication no",
    "KbdInteractiveAuthentication no",
    "PermitRootLogin prohibit-password",
    `AllowUsers ${user}`,
    // The keys lie below a temporary directory, whose parents others may write to.
    "StrictModes no",
    `SetEnv ${Object.entries(set)
      .map(([name, value]) => `${name}=${value}`)
      .join(" ")}`,
    // Of this one the last counts.
    before.find((line) => line.startsWith("MaxStartups ")) ?? "MaxStartups 100",
    "MaxSessions 100",
    "Subsystem sftp internal-sftp",
    "",
  ].join("\n");
}

async function startServer(
  directory: string,
  files: SshdFiles,
  port: number,
  { inside = [] }: SshdOptions,
): Promise<Program> {
  const [file = "/usr/sbin/sshd", ...words] = [...inside, "/usr/sbin/sshd"];
  const program = startProgram({
    name: "sshd",
    file,
    args: [...words, "-D", "-e", "-f", files.config],
    cwd: directory,
    log: files.log,
    stopSignal: "SIGTERM",
  });
  try {
    await pollUntil(() => answers(port), {
      what: "sshd does not answer",
      explain: () => program.failure() ?? "",
    });
  } catch (error) {
    await program.stop();
    throw error;
  }
  return program;
}
