import { type ChildProcess, spawn } from "node:child_process";

/** What every program of the production starts with: nothing of the caller's (PG*, PYTHON*, GIT_*) leaks in. */
export const cleanEnvironment: Readonly<Record<string, string>> = {
  PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
  HOME: process.env.HOME ?? "/",
  LANG: "C.UTF-8",
};

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Buffer;
}

interface Ended {
  readonly status: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

export class CommandFailed extends Error {
  readonly status: number | string;
  readonly stdout: string;
  readonly stderr: string;
  constructor(words: readonly string[], { status, stdout, stderr }: Ended) {
    super(`${words.join(" ")}: ${status}\n${(stderr || stdout).slice(-2000)}`);
    this.name = "CommandFailed";
    this.status = status;
    this.stdout = stdout;
    this.stderr = stderr;
  }
}

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** Runs a program to its end and returns its standard output; throws CommandFailed on any other status than 0. */
export function run(file: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      env: { ...cleanEnvironment, ...options.env },
      stdio: "pipe",
    });
    running.add(child);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => out.push(part));
    child.stderr.on("data", (part: Buffer) => err.push(part));
    child.on("error", (error) => {
      running.delete(child);
      reject(error);
    });
    child.on("close", (code, signal) => {
      running.delete(child);
      const stdout = Buffer.concat(out).toString();
      if (code === 0) resolve(stdout);
      else {
        const status = code ?? signal ?? "unknown";
        reject(new CommandFailed([file, ...args], { status, stdout, stderr: Buffer.concat(err).toString() }));
      }
    });
    // A program that ends without reading its input is judged by its status.
    child.stdin.on("error", () => {});
    child.stdin.end(options.input);
  });
}
