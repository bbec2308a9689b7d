import { readdirSync, readFileSync } from "node:fs";

interface ProcessTimes {
  readonly pid: number;
  readonly parent: number;
  /** Of the process and of those of its children that it has waited for, in seconds. */
  readonly seconds: number;
}

const ticks = 100;

/** From the text of /proc/PID/stat. The name may hold anything, so fields count from its last parenthesis. */
export function timesOf(pid: number, stat: string): ProcessTimes {
  const fields = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  // Fields 14 to 17 of proc(5): utime, stime, cutime, cstime; the first here is field 3.
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15);
  return { pid, parent: fields[1] ?? 0, seconds: (user + system + childUser + childSystem) / ticks };
}

/**
 * Processor time so far of a process and all below it, and of those that were started with a word in their environment:
 * connections that are kept belong to nobody's family any more.
 */
export function cpuSeconds(root: number, word: string): number {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [
          {
            ...timesOf(Number(name), readFileSync(`/proc/${name}/stat`, "utf8")),
            marked: readFileSync(`/proc/${name}/environ`, "latin1").includes(word),
          },
        ];
      } catch {
        return [];
      }
    });
  const ours = new Set(all.filter(({ pid, marked }) => pid === root || marked).map(({ pid }) => pid));
  for (let grown = true; grown; ) {
    grown = false;
    for (const { pid, parent } of all) if (!ours.has(pid) && ours.has(parent)) grown = Boolean(ours.add(pid));
  }
  return all.filter(({ pid }) => ours.has(pid)).reduce((sum, { seconds }) => sum + seconds, 0);
}
