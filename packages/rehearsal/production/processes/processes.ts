import { readdirSync, readFileSync } from "node:fs";

/** A process with the time it started, so that a number used again by another process is never taken for it. */
export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  readonly session: number;
  readonly started: string;
}

function entry(pid: number): ProcessEntry | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in brackets may hold blanks; the fields after it do not. State, parent, group, session; start time is the 20th.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z") return null;
    return { pid, parent: Number(fields[1]), session: Number(fields[3]), started: fields[19] ?? "" };
  } catch {
    return null;
  }
}

function all(): readonly ProcessEntry[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => entry(Number(name)) ?? []);
}

/**
 * A process, all that descend from it, and all of its session: the last are what a program left behind when it
 * was killed itself.
 */
export function familyOf(leader: number): readonly ProcessEntry[] {
  const table = all();
  const found = table.filter(({ pid, session }) => pid === leader || session === leader);
  for (let parents = found; parents.length > 0; ) {
    const children = table.filter(
      (process) => parents.some(({ pid }) => pid === process.parent) && !found.includes(process),
    );
    found.push(...children);
    parents = children;
  }
  return found;
}

export function kill(processes: readonly ProcessEntry[], signal: NodeJS.Signals): void {
  for (const { pid, started } of processes) {
    if (entry(pid)?.started !== started) continue;
    try {
      process.kill(pid, signal);
    } catch {
      // Gone already.
    }
  }
}

/** The program's name; empty when it is gone. */
export function nameOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").trim();
  } catch {
    return "";
  }
}
