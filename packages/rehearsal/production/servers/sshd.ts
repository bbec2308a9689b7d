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
import { until } from "../processes/until.ts";

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

/** An OpenSSH server for one key and one user, in a directory of its own. */
export async function startSshd(
  directory: string,
  port: number,
  { inside = [], env = {}, config: before = [] }: SshdOptions = {},
): Promise<Sshd> {
  const user = userInfo().username;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  // The server's own requirement when root; the package makes it at boot, which a container may not have had.
  if (process.getuid?.() === 0 && !existsSync("/run/sshd")) await mkdir("/run/sshd", { mode: 0o755 });
  const hostKeyFile = join(directory, "host_key");
  const privateKeyFile = join(directory, "client_key");
  const hostKey = await makeKey(hostKeyFile, "host");
  const clientKey = await makeKey(privateKeyFile, "client");
  const authorized = join(directory, "authorized_keys");
  await writeFile(authorized, `${clientKey}\n`, { mode: 0o600 });
  const home = join(directory, "home");
  await mkdir(home, { recursive: true, mode: 0o700 });
  const config = join(directory, "sshd_config");
  await writeFile(
    config,
    [
      ...before,
      "ListenAddress 127.0.0.1",
      `Port ${port}`,
      `HostKey ${hostKeyFile}`,
      `AuthorizedKeysFile ${authorized}`,
      "PidFile none",
      "UsePAM no",
      "PasswordAuthentication no",
      "KbdInteractiveAuthentication no",
      "PermitRootLogin prohibit-password",
      `AllowUsers ${user}`,
      // The keys lie below a temporary directory, whose parents others may write to.
      "StrictModes no",
      // What golive remembers of a host stays in the production's own directory; and the start-up files of the shell of
      // whoever rehearses are none of a server's: bash reads them for every command that comes by ssh.
      `SetEnv XDG_STATE_HOME=${join(directory, "state")} HOME=${home}${Object.entries(env)
        .map(([name, value]) => ` ${name}=${value}`)
        .join("")}`,
      "MaxStartups 100",
      "MaxSessions 100",
      "Subsystem sftp internal-sftp",
      "",
    ].join("\n"),
  );
  const start = async (): Promise<Program> => {
    const program = startProgram({
      name: "sshd",
      file: inside[0] ?? "/usr/sbin/sshd",
      args: [...(inside.length > 0 ? [...inside.slice(1), "/usr/sbin/sshd"] : []), "-D", "-e", "-f", config],
      cwd: directory,
      log: join(directory, "log"),
      stopSignal: "SIGTERM",
    });
    try {
      await until("sshd does not answer", () => answers(port), { explain: () => program.failure() ?? "" });
    } catch (error) {
      await program.stop();
      throw error;
    }
    return program;
  };
  let program = await start();
  return {
    host: "127.0.0.1",
    port,
    user,
    hostKey,
    privateKeyFile,
    authorizedKeysFile: authorized,
    async changeHostKey() {
      const key = await makeKey(`${hostKeyFile}.new`, "host");
      await program.stop();
      await rename(`${hostKeyFile}.new`, hostKeyFile);
      await rename(`${hostKeyFile}.new.pub`, `${hostKeyFile}.pub`);
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
    log: () => readFile(join(directory, "log"), "utf8"),
    stop: () => program.stop(),
    killNow: () => program.killNow(),
  };
}
