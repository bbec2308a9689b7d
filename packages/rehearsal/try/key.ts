import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command } from "../../../src/core/command.ts";
import { UserError } from "../../../src/core/errors.ts";
import { givenKey } from "../../../src/hosts/keys/given-key.ts";
import { leaveSession } from "../../../src/hosts/ssh/leftovers.ts";
import type { SshPlanHost } from "../../../src/hosts/ssh/plan-host.ts";
import { sshHost } from "../../../src/hosts/ssh/ssh.ts";
import { freePorts } from "../production/processes/free-ports.ts";
import { run as runProgram } from "../production/processes/run.ts";
import { type Sshd, startSshd } from "../production/servers/sshd.ts";
import { TryProblem } from "./front.ts";

export const usage = "FILE [--authorized PUBLIC-KEY-FILE]";
export const about =
  "what golive says of a file's text as its SSH key, at a real sshd. Let in is FILE.pub, or the key's own public half";

/** What golive made of it. `said` is what the user reads, what to do included. */
export interface Tried {
  readonly ok: boolean;
  readonly code: string | null;
  readonly said: string;
}

export async function run(words: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const [file, option, authorized, ...more] = words;
  const known = option === undefined || (option === "--authorized" && authorized !== undefined);
  if (file === undefined || !known || more.length > 0) throw new TryProblem("one file is wanted");
  const secret = await readFile(file, "utf8").catch(() => {
    throw new TryProblem(`there is no such file: ${file}`);
  });
  const beside = await readFile(authorized ?? `${file}.pub`, "utf8").catch(() => null);
  if (beside === null && authorized !== undefined) throw new TryProblem(`there is no such file: ${authorized}`);
  return {
    ...(await atSshd(async (sshd, directory) => tryKey(sshd, secret, beside ?? (await ownHalf(secret, directory))))),
  };
}

/** Starts a server for `work`, and ends it. `config`: lines of sshd_config, with `{directory}` for its folder. */
export async function atSshd<T>(
  work: (sshd: Sshd, directory: string) => Promise<T>,
  config: readonly string[] = [],
): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), "golive-try-key-"));
  try {
    const [port = 0] = await freePorts(1);
    const lines = config.map((line) => line.replaceAll("{directory}", directory));
    const sshd = await startSshd(join(directory, "sshd"), port, { config: lines });
    try {
      return await work(sshd, directory);
    } finally {
      await sshd.stop();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Asks the server for a word as golive asks its hosts, by this text in place of the key. */
export async function tryKey(
  sshd: Sshd,
  secret: string,
  authorized: string,
  change: Partial<SshPlanHost> = {},
): Promise<Tried> {
  await writeFile(sshd.authorizedKeysFile, authorized);
  const { host: address, port, user, hostKey } = sshd;
  const plan: SshPlanHost = { connect: "ssh", address, port, user, hostKey: [hostKey], ...change };
  const session = `try-${process.pid}-${port}`;
  try {
    const host = await sshHost("host", plan, { privateKey: secret, session });
    try {
      await host.run(command("echo", ["in"]));
      return { ok: true, code: null, said: "let in" };
    } finally {
      await host.close();
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { ok: false, code: error.problems[0]?.code ?? "", said: error.message };
  } finally {
    await leaveSession(session);
  }
}

/** The public half of what golive takes the text for; nobody is let in by a text that holds no key. */
export async function ownHalf(secret: string, directory: string): Promise<string> {
  const key = givenKey(secret);
  if (key.kind !== "key") return "";
  const file = join(directory, "read");
  await writeFile(file, key.text, { mode: 0o600 });
  return runProgram("ssh-keygen", ["-y", "-P", "", "-f", file]);
}
