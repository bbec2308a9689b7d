import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { performance } from "node:perf_hooks";
import type { Command, Finished } from "../core/command.ts";
import { plainEnvironment, sshEnvironment } from "./environment.ts";

export interface Execution extends Pick<Command, "whole" | "bytes"> {
  readonly words: readonly string[];
  readonly stdin?: string | undefined;
  readonly timeoutSeconds: number;
  /** The OpenSSH client also sees the agent. No program sees more of golive's own environment than these two. */
  readonly environment?: "plain" | "ssh" | undefined;
  readonly signal?: AbortSignal | undefined;
  /** On abort: asked to end what runs elsewhere on this program's behalf, before the program itself is ended. Never rejects. */
  readonly onAbort?: (() => Promise<void>) | undefined;
}

/** Output beyond this is not kept: nobody reads it, and it must not end the runner. */
const mostOutput = 32 * 1024 * 1024;
/** And of a program of which all is read: the names and definitions of a database with 100,000 tables. */
const mostRead = 256 * 1024 * 1024;

/** How what a command prints is to be kept. */
export function output({ whole, bytes }: Command): Pick<Execution, "whole" | "bytes"> {
  return { ...(whole === undefined ? {} : { whole }), ...(bytes === undefined ? {} : { bytes }) };
}

/**
 * Runs a program of this machine to its end, in a process group of its own. Resolves for any exit code;
 * rejects only when the program cannot be started. On time-out and abort the whole group gets TERM, then KILL.
 */
export function execute(execution: Execution): Promise<Finished> {
  const { words, stdin, timeoutSeconds, environment, signal, onAbort } = execution;
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const [file = "", ...args] = words;
    const child = spawn(file, args, {
      stdio: ["pipe", "pipe", "pipe"],
      detached: true,
      env: environment === "ssh" ? sshEnvironment(process.env) : plainEnvironment(process.env),
    });
    const output = outputOf(child, execution);
    const group = groupOf(child);
    let timedOut = false;
    let over = false;
    const timer = setTimeout(() => {
      timedOut = true;
      group.end();
    }, timeoutSeconds * 1000);
    const abort = () => void (onAbort?.() ?? Promise.resolve()).then(() => (over ? undefined : group.end()));
    signal?.addEventListener("abort", abort, { once: true });
    if (signal?.aborted) abort();
    // A program that ends without reading its input is judged by its exit code, not by the broken pipe.
    child.stdin.on("error", () => {});
    child.stdin.end(stdin ?? "");
    const settle = () => {
      clearTimeout(timer);
      group.leave();
      over = true;
      signal?.removeEventListener("abort", abort);
    };
    child.on("error", (error) => {
      settle();
      reject(error);
    });
    child.on("close", (code) => {
      settle();
      resolve({ code, ...output(), seconds: (performance.now() - started) / 1000, timedOut });
    });
  });
}

/** Keeps what the program writes, as far as anybody will read it; returns what there is of it by then. */
function outputOf(
  child: ChildProcessWithoutNullStreams,
  { whole, bytes }: Pick<Execution, "whole" | "bytes">,
): () => Pick<Finished, "stdout" | "stderr" | "cut"> {
  const most = whole === true ? mostRead : mostOutput;
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  let held = 0;
  let cut: Finished["cut"];
  const keep = (list: Buffer[]) => (chunk: Buffer) => {
    held += chunk.length;
    if (held <= most) list.push(chunk);
    else cut = true;
  };
  child.stdout.on("data", keep(out));
  child.stderr.on("data", keep(err));
  return () => ({
    stdout: Buffer.concat(out).toString(bytes === true ? "latin1" : "utf8"),
    stderr: Buffer.concat(err).toString("utf8"),
    ...(cut === undefined ? {} : { cut }),
  });
}

/** The program with all that it started: `end` it gets TERM, then KILL; `leave` it once it is gone. */
function groupOf({ pid }: ChildProcessWithoutNullStreams): { end(): void; leave(): void } {
  let killer: NodeJS.Timeout | undefined;
  const kill = (name: NodeJS.Signals) => {
    try {
      if (pid !== undefined) process.kill(-pid, name);
    } catch {
      // The group is gone already.
    }
  };
  return {
    end() {
      kill("SIGTERM");
      killer ??= setTimeout(() => kill("SIGKILL"), 5000).unref();
    },
    leave: () => clearTimeout(killer),
  };
}
