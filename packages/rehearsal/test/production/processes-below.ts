import { readdirSync, readlinkSync } from "node:fs";

/** The ids of processes that work in a directory, removed or not. */
export function processesBelow(directory: string): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const cwd = readlinkSync(`/proc/${pid}/cwd`).replace(/ \(deleted\)$/, "");
        return cwd === directory || cwd.startsWith(`${directory}/`);
      } catch {
        return false;
      }
    });
}
