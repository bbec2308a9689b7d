import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { UserError } from "../core/errors.ts";
import type { Names } from "../core/redact/names.ts";
import { t } from "../core/text.ts";
import type { PlanHost } from "../plan/schema.ts";
import { sshEnvironment } from "./environment.ts";
import { execute } from "./execute.ts";
import { type Bond, endCommand, fencedWords, newMark, requireUnfenced } from "./fence.ts";
import { type Host, hostFrom } from "./host.ts";
import { enterFolder, removeUnused } from "./own-folders.ts";
import { sshProblem } from "./ssh-problem.ts";
import { commandWords, defaultTimeoutSeconds, endedByLimit, quote } from "./words.ts";

export type SshPlanHost = Extract<PlanHost, { connect: "ssh" }>;

export interface SshSettings {
  /** Text of the private key; written to a 0600 file for the life of this process. */
  readonly privateKey?: string | undefined;
  /** Connections are shared by the steps of one job under this name. */
  readonly session: string;
  /** Where the key's file lies; the runner empties its own such folder itself, whatever becomes of this process. */
  readonly temporary?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly bond?: Bond;
  readonly names?: Names | undefined;
}

/**
 * A machine reached by OpenSSH. Its key must be the plan's. One connection is kept warm and shared with the
 * later steps of the same job, so that each command costs a round trip and no handshake.
 */
export async function sshHost(name: string, plan: SshPlanHost, settings: SshSettings): Promise<Host> {
  const parent = settings.temporary ?? tmpdir();
  const directory = await mkdtemp(join(parent, "golive-key-"));
  const leaveKey = await enterFolder(directory);
  const knownHosts = join(directory, "known_hosts");
  const spelled = plan.port === 22 ? plan.address : `[${plan.address}]:${plan.port}`;
  const keys = plan["host-key"].map((key) => `${spelled} ${key}\n`).join("");
  await writeFile(knownHosts, keys, { mode: 0o600 });
  let identity = plan["identity-file"];
  if (settings.privateKey !== undefined && settings.privateKey.trim() !== "") {
    identity = join(directory, "key");
    // ssh refuses a key without its last newline, which secrets tend to lose.
    await writeFile(identity, `${settings.privateKey.replaceAll("\r\n", "\n").trim()}\n`, { mode: 0o600 });
  }
  const sockets = join("/tmp", controlName(settings.session, keys));
  const leaveSockets = await enterFolder(sockets);
  const control = join(sockets, "%C");
  const base = sshArguments(plan, { knownHosts, identity, control });
  const { bond = { fence: null } } = settings;
  const remote = (words: readonly string[]) => ["ssh", ...base, "--", plan.address, words.map(quote).join(" ")];
  const host = hostFrom(
    name,
    async (command) => {
      const seconds = command.timeoutSeconds ?? defaultTimeoutSeconds;
      const mark = newMark(bond);
      const finished = await execute({
        words: remote(fencedWords(commandWords(command, mark), mark, bond.fence)),
        env: sshEnvironment(process.env),
        stdin: command.stdin,
        timeoutSeconds: seconds + 20,
        signal: settings.signal,
        // The end of the connection's channel ends nothing on the host.
        onAbort: () =>
          execute({
            words: remote(commandWords(endCommand(mark, command.user))),
            env: sshEnvironment(process.env),
            timeoutSeconds: 5,
          }).then(
            () => {},
            () => {},
          ),
      }).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT")
          throw new UserError({
            what: t`ssh is not installed on the runner`,
            where: name,
            mend: t`install the OpenSSH client there (openssh-client)`,
          });
        throw error;
      });
      const problem = finished.code === 255 ? sshProblem(finished.stderr, name, plan) : null;
      if (problem) throw new UserError(problem);
      requireUnfenced(finished, name);
      return endedByLimit(finished.code, finished.seconds, command) ? { ...finished, timedOut: true } : finished;
    },
    async () => {
      await leaveSockets();
      await leaveKey();
      await rm(directory, { recursive: true, force: true });
    },
    settings.names,
  );
  return {
    ...host,
    tunnel: (direction, here, there) => openTunnel(base, plan.address, [direction, here, there], settings.signal),
  };
}

/** A connection of its own: a shared one may end while nobody uses the tunnel. */
function openTunnel(
  base: readonly string[],
  address: string,
  [direction, here, there]: readonly ["fetch" | "offer", string, string],
  signal: AbortSignal | undefined,
): () => Promise<void> {
  const ended = new AbortController();
  const options = ["ControlPath=none", "ExitOnForwardFailure=yes", "StreamLocalBindUnlink=yes"];
  const forward = direction === "fetch" ? ["-L", `${here}:${there}`] : ["-R", `${there}:${here}`];
  const words = ["ssh", "-N", ...options.flatMap((one) => ["-o", one]), ...forward, ...base, "--", address];
  const running = execute({
    words,
    timeoutSeconds: 12 * 3600,
    signal: signal === undefined ? ended.signal : AbortSignal.any([signal, ended.signal]),
  }).then(
    () => {},
    () => {},
  );
  return () => {
    ended.abort();
    return running;
  };
}

const keyFolder = /^golive-key-[A-Za-z0-9]{6}$/;

/** What runs that were lost left here: key files, folders of connections. Of this user, and only what nobody uses. */
export async function removeLeftovers({ temporary = tmpdir() }: Pick<SshSettings, "temporary">): Promise<void> {
  await Promise.all([removeUnused(temporary, keyFolder), removeUnused("/tmp", controlFolder())]);
}

/** After the last step of a job: its connections end by themselves, and nothing of them has to stay. */
export async function leaveSession(session: string): Promise<void> {
  await removeUnused("/tmp", new RegExp(`^golive-${userInfo().uid}-${shortHash(session)}`), 0);
}

export function sshArguments(
  plan: SshPlanHost,
  files: { knownHosts: string; identity: string | undefined; control: string },
): string[] {
  const options = {
    BatchMode: "yes",
    StrictHostKeyChecking: "yes",
    UserKnownHostsFile: files.knownHosts,
    GlobalKnownHostsFile: "/dev/null",
    UpdateHostKeys: "no",
    ConnectTimeout: "15",
    ServerAliveInterval: "10",
    ServerAliveCountMax: "6",
    ControlMaster: "auto",
    ControlPath: files.control,
    ControlPersist: "120",
    ForwardAgent: "no",
    ...(files.identity === undefined ? {} : { IdentitiesOnly: "yes", IdentityFile: files.identity }),
  };
  return [
    "-T",
    "-p",
    String(plan.port),
    "-l",
    plan.user,
    ...Object.entries(options).flatMap(([key, value]) => ["-o", `${key}=${value}`]),
  ];
}

function controlFolder(): RegExp {
  return new RegExp(`^golive-${userInfo().uid}-[0-9a-f]{12}$`);
}

/** A short path (sockets may have 104 characters): who, which session, which host. */
export function controlName(session: string, keys: string): string {
  return `golive-${userInfo().uid}-${shortHash(session)}${shortHash(keys)}`;
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 6);
}
