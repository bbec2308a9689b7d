// One process of a step, stopped the way GitHub's runner stops one.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

export interface Launch {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly onLine: (line: string) => void;
}

const untilTerminate = 7_500;
const untilKill = 2_500;
const untilStreamsGivenUp = 5_000;

export async function launchProcess(launch: Launch): Promise<number> {
  // A group of its own, so that the kill at the end also reaches what the process started.
  const child = spawn(launch.file, launch.args, {
    cwd: launch.cwd,
    env: launch.env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const streams = Promise.all([eachLine(child.stdout, launch.onLine), eachLine(child.stderr, launch.onLine)]);
  const exited = new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
  const timers: NodeJS.Timeout[] = [];
  const stop = (): void => {
    // Only the process itself is interrupted: passing that on is its own affair.
    child.kill("SIGINT");
    timers.push(setTimeout(() => child.kill("SIGTERM"), untilTerminate));
    timers.push(setTimeout(() => killGroup(child.pid), untilTerminate + untilKill));
  };
  if (launch.signal.aborted) child.once("spawn", stop);
  else launch.signal.addEventListener("abort", stop, { once: true });
  try {
    const code = await exited;
    // Something left in the background may hold the streams open; the step does not wait for it.
    await Promise.race([streams, new Promise((resolve) => timers.push(setTimeout(resolve, untilStreamsGivenUp)))]);
    return code;
  } finally {
    launch.signal.removeEventListener("abort", stop);
    for (const timer of timers) clearTimeout(timer);
    child.stdout.destroy();
    child.stderr.destroy();
  }
}

async function eachLine(stream: Readable, onLine: (line: string) => void): Promise<void> {
  const lines = createInterface({ input: stream, crlfDelay: Infinity });
  lines.on("line", onLine);
  await new Promise<void>((resolve) => lines.once("close", resolve));
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // Gone already.
  }
}
