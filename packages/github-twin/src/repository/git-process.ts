// git, started by a small process beside this one. With GitHub's description in memory a fork of this process copies the
// tables of some 300 MB, which takes tens of milliseconds in which nothing else runs here; the helper has 50 MB.

import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface GitQuestion {
  readonly id: number;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

export interface GitAnswer {
  readonly id: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
  readonly failed: { readonly message: string; readonly code: string | number | null } | null;
}

interface Asked {
  readonly resolve: (answer: GitAnswer) => void;
  readonly reject: (error: Error) => void;
}

const asked = new Map<number, Asked>();
let helper: ChildProcess | undefined;
let last = 0;

/** What git printed; an error with `code` and `stderr` where it ends with another status than 0. */
export async function runGit(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Buffer> {
  const { stdout, stderr, failed } = await ask({ args, ...(env === undefined ? {} : { env }) });
  if (failed !== null) throw Object.assign(new Error(failed.message), { code: failed.code, stderr });
  return Buffer.from(stdout);
}

function ask(question: Omit<GitQuestion, "id">): Promise<GitAnswer> {
  helper ??= startHelper();
  const id = ++last;
  const { promise, resolve, reject } = Promise.withResolvers<GitAnswer>();
  asked.set(id, { resolve, reject });
  // It keeps this process alive only while it is asked something.
  helper.channel?.ref();
  helper.send({ id, ...question } satisfies GitQuestion, (error) => {
    if (error === null) return;
    asked.delete(id);
    reject(error);
  });
  return promise;
}

function startHelper(): ChildProcess {
  const started = fork(fileURLToPath(new URL("git-helper.ts", import.meta.url)), [], {
    serialization: "advanced",
    execArgv: ["--disable-warning=ExperimentalWarning"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  started.on("message", (answer: GitAnswer) => {
    asked.get(answer.id)?.resolve(answer);
    asked.delete(answer.id);
    if (asked.size === 0) started.channel?.unref();
  });
  const ended = (): void => {
    if (helper === started) helper = undefined;
    for (const { reject } of asked.values()) reject(new Error("the helper that starts git ended"));
    asked.clear();
  };
  started.once("error", ended);
  started.once("exit", ended);
  started.unref();
  started.channel?.unref();
  return started;
}
