import { randomBytes } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Finished } from "../../core/command.ts";
import { type Problem, UserError } from "../../core/errors.ts";
import type { Names } from "../../core/redact/names.ts";
import { t } from "../../core/text/text.ts";
import { type Execution, execute, output } from "../execute.ts";
import { type Bond, endCommand, fencedWords, newMark, requireUnfenced } from "../fence.ts";
import { enterFolder } from "../folders/own-folders.ts";
import { type Host, hostFrom } from "../host.ts";
import { type KeyFolder, makeKeyFolder } from "../keys/key-folder.ts";
import { commandWords, defaultTimeoutSeconds, endedByLimit, quote } from "../words.ts";
import { knownHostLines, sshArguments, wayWords } from "./client-options.ts";
import { expiredProblem, greetingProblem, greetingWords } from "./greeting.ts";
import { lookAtIdentity } from "./identity-file.ts";
import { controlName } from "./leftovers.ts";
import { openTunnel } from "./open-tunnel.ts";
import { jumpsOf, type SshPlanHost } from "./plan-host.ts";
import { sshProblem } from "./ssh-problem.ts";
import { turnedAway } from "./turned-away.ts";
import { refusedOnTheWay, wayProblem } from "./way-problem.ts";

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
  const keys = knownHostLines(plan);
  const folder = await makeKeyFolder(settings, keys);
  const sockets = join("/tmp", controlName(settings.session, keys));
  const leaveSockets = await enterFolder(sockets);
  const { bond = { fence: null }, signal } = settings;
  const base = sshArguments(plan, { ...folder, control: join(sockets, "%C") });
  const client: Client = { name, plan, base, folder, signal };
  const greeted = once(() => greet(client));
  const host = hostFrom(
    name,
    async (command) => {
      await greeted();
      const seconds = command.timeoutSeconds ?? defaultTimeoutSeconds;
      const mark = newMark(bond);
      const finished = await ask(client, fencedWords(commandWords(command, mark), mark, bond.fence), {
        ...output(command),
        stdin: command.stdin,
        timeoutSeconds: seconds + 20,
        // The end of the connection's channel ends nothing on the host.
        onAbort: () => endThere(client, commandWords(endCommand(mark, command.user))),
      });
      requireUnfenced(finished, name);
      return endedByLimit(finished.code, finished.seconds, command) ? { ...finished, timedOut: true } : finished;
    },
    async () => {
      await leaveSockets();
      await folder.remove();
    },
    settings.names,
  );
  return {
    ...host,
    tunnel: (direction, here, there) =>
      openTunnel([...base, ...wayWords(plan, folder)], plan.address, { direction, here, there }, signal),
  };
}

/** What one host is asked by. */
interface Client {
  readonly name: string;
  readonly plan: SshPlanHost;
  readonly base: readonly string[];
  readonly folder: KeyFolder;
  readonly signal: AbortSignal | undefined;
}

/** `log`: of the client, and of those that lead it there. */
function clientWords(
  { base, plan, folder }: Client,
  words: readonly string[],
  log?: readonly [string, ...string[]],
): readonly string[] {
  const [own, ...others] = log ?? [];
  const way = wayWords(plan, folder, others);
  return [
    "ssh",
    ...(own === undefined ? [] : ["-E", own]),
    ...base,
    ...way,
    "--",
    plan.address,
    words.map(quote).join(" "),
  ];
}

type AskOptions = Pick<Execution, "stdin" | "timeoutSeconds" | "onAbort" | "whole" | "bytes">;

async function askAgain(
  client: Client,
  words: readonly string[],
  options: AskOptions,
  [seconds = 0, ...later]: readonly number[],
): Promise<Finished> {
  // Not all who were turned away come back at the same moment.
  await sleep(
    seconds * (1 + Math.random()) * 1000,
    undefined,
    client.signal === undefined ? {} : { signal: client.signal },
  );
  return ask(client, words, options, later);
}

/** Runs words on the host. Throws a UserError when they could not be run there, with the reason. */
async function ask(
  client: Client,
  words: readonly string[],
  options: AskOptions,
  again: readonly number[] = [0.5, 1, 2, 4],
): Promise<Finished> {
  const { name, plan, folder, signal } = client;
  // What the client says is kept apart from what the command writes: a command may end with 255 too, and speak of keys.
  const log = join(folder.directory, `said-${randomBytes(6).toString("hex")}`);
  const wayLogs = jumpsOf(plan).map((_, index) => `${log}-${index}`);
  try {
    const finished = await execute({
      words: clientWords(client, words, [log, ...wayLogs]),
      environment: "ssh",
      signal,
      ...options,
    }).catch((error: NodeJS.ErrnoException) => {
      throw error.code === "ENOENT" ? noClient(name) : error;
    });
    if (finished.code !== 255) return finished;
    const [said = "", ...onTheWay] = await Promise.all([log, ...wayLogs].map(saidIn));
    // The command itself ended so. Where it said nothing either, the connection tells: without it, it was ended from outside.
    if (said.trim() === "" && (finished.stderr.trim() !== "" || (await isConnected(client)))) return finished;
    if ([said, ...onTheWay].some((one) => turnedAway.test(one)) && !refusedOnTheWay(onTheWay) && again.length > 0)
      return await askAgain(client, words, options, again);
    const problem =
      wayProblem(onTheWay, name, plan, folder.key) ??
      expiredProblem(finished, name, plan.user) ??
      (await clientProblem(said, client));
    if (problem) throw new UserError(problem);
    return finished;
  } finally {
    await Promise.all([log, ...wayLogs].map((one) => rm(one, { force: true })));
  }
}

function saidIn(log: string): Promise<string> {
  return readFile(log, "utf8").catch(() => "");
}

/** Whether the connection that commands share is still there. */
async function isConnected({ base, plan, signal }: Client): Promise<boolean> {
  // Whoever called the command off ended its client, which says nothing then.
  if (signal?.aborted === true) return false;
  const words = ["ssh", ...base, "-O", "check", "--", plan.address];
  const { code } = await execute({ words, environment: "ssh", timeoutSeconds: 10 });
  return code === 0;
}

/** What the client said is about; a key's file on the runner is looked at when it did not serve. */
async function clientProblem(said: string, { name, plan, folder }: Client): Promise<Problem | null> {
  const problem = sshProblem(said, name, plan, folder.key);
  const ofFile = folder.key.kind === "none" ? plan.identityFile : undefined;
  if (ofFile === undefined || !["ssh-key-refused", "ssh-key-unreadable"].includes(problem?.code ?? "")) return problem;
  const looked = await lookAtIdentity(ofFile);
  return "problem" in looked ? looked.problem : sshProblem(said, name, plan, looked.key);
}

function noClient(name: string): UserError {
  return new UserError({
    code: "ssh-missing",
    what: t`ssh is not installed on the runner`,
    where: name,
    mend: t`install the OpenSSH client there (openssh-client)`,
  });
}

async function greet(client: Client): Promise<void> {
  const finished = await ask(client, greetingWords, { timeoutSeconds: 80 });
  const problem = greetingProblem(finished, client.name, client.plan.user);
  if (problem) throw new UserError(problem);
}

/** The work of all who ask is done once; after a failure it is tried anew. */
function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work().catch((error: unknown) => {
      done = undefined;
      throw error;
    });
    return done;
  };
}

async function endThere(client: Client, words: readonly string[]): Promise<void> {
  await execute({
    words: clientWords(client, words),
    environment: "ssh",
    timeoutSeconds: 5,
  }).catch(() => {
    // A host that is gone has nothing left to end.
  });
}
