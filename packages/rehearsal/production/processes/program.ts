import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { familyOf, kill } from "./processes.ts";
import { cleanEnvironment } from "./run.ts";

export interface Program {
  readonly name: string;
  readonly pid: number;
  readonly exited: Promise<void>;
  /** Null while it runs. */
  failure(): string | null;
  stop(): Promise<void>;
  /** For an exit handler, which waits for nothing. */
  killNow(): void;
}

export interface ProgramOptions {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly log: string;
  readonly stopSignal: NodeJS.Signals;
  readonly user?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A file that the program gets as its descriptor 3. */
  readonly inherit?: number;
}

const GRACE_MS = 15_000;

/**
 * Starts a program that stays in the foreground. setpriv makes the kernel stop it should this process die
 * without a word, and changes the user where one is named (PostgreSQL does not run as root).
 */
export function startProgram(o: ProgramOptions): Program {
  const log = openSync(o.log, "a", 0o600);
  const identity = o.user ? [`--reuid=${o.user}`, `--regid=${o.user}`, "--init-groups"] : [];
  const signal = o.stopSignal.replace("SIG", "");
  // Its own session: Ctrl-C reaches us alone, and what belongs to the program can be told from the rest.
  const child = spawn("setpriv", [...identity, "--pdeathsig", signal, o.file, ...o.args], {
    cwd: o.cwd,
    env: { ...cleanEnvironment, ...o.env },
    stdio: ["ignore", log, log, ...(o.inherit === undefined ? [] : [o.inherit])],
    detached: true,
  });
  closeSync(log);
  let ended: string | null = null;
  const exited = new Promise<void>((resolve) => {
    const endedAs = (how: string): void => {
      ended = how;
      resolve();
    };
    child.once("error", (error) => endedAs(error.message));
    child.once("exit", (code, by) => endedAs(`ended with ${code ?? by}`));
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${o.name}: setpriv (util-linux) is missing`);
  return {
    name: o.name,
    pid,
    exited,
    failure: () => (ended === null ? null : `${o.name} ${ended}\n${readFileSync(o.log, "utf8").slice(-2000)}`),
    async stop() {
      const family = familyOf(pid);
      if (ended === null) process.kill(pid, o.stopSignal);
      const timer = setTimeout(() => process.kill(pid, "SIGKILL"), GRACE_MS);
      await exited;
      clearTimeout(timer);
      // The session as well as the family seen before: what was started meanwhile, or orphaned long ago.
      kill([...family, ...familyOf(pid)], "SIGKILL");
    },
    killNow: () => kill(familyOf(pid), "SIGKILL"),
  };
}
