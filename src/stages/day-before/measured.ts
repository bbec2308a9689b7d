import { performance } from "node:perf_hooks";

/** Seconds that each step of the window is expected to take. */
export class Measured extends Map<string, number> {
  /** The same parts on several hosts. */
  add(hosts: readonly string[], parts: Iterable<readonly [string, number]>): void {
    for (const [part, seconds] of parts) for (const host of hosts) this.set(`${part}@${host}`, seconds);
  }

  /** A release is tried on one host: on another, where nothing was measured, the same step takes as long. */
  spreadTo(ids: Iterable<string>): void {
    const known = new Map([...this].flatMap(([id, seconds]) => (id.includes("@") ? [[partOf(id), seconds]] : [])));
    for (const id of ids) {
      const seconds = id.includes("@") && !this.has(id) ? known.get(partOf(id)) : undefined;
      if (seconds !== undefined) this.set(id, seconds);
    }
  }
}

function partOf(id: string): string {
  return id.slice(0, id.lastIndexOf("@"));
}

/** What the work returns, and the seconds that it took. */
export async function timed<T>(work: () => Promise<T>): Promise<T & { seconds: number }> {
  const began = performance.now();
  const result = await work();
  return { ...result, seconds: Math.round(performance.now() - began) / 1000 };
}
