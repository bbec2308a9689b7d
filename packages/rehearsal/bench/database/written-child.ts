// Counts what was written since with the golive of one tree, in a process of its own: what it takes, and its memory.
// Words: the tree, then one JSON object.

import { join } from "node:path";
import { performance } from "node:perf_hooks";

const [tree = "", asked = "{}"] = process.argv.slice(2);
const { file, plan, compared } = JSON.parse(asked) as { file: string; plan: object; compared: object };
const { writtenSince } = (await import(join(tree, file))) as {
  writtenSince: (host: unknown, plan: object, compared: object) => Promise<{ changed: number; deleted: number }[]>;
};
const { localHost } = (await import(join(tree, "src/hosts/local.ts"))) as { localHost: (name: string) => unknown };
const began = performance.now();
const written = await writtenSince(localHost("bench"), plan, compared);
const seconds = (performance.now() - began) / 1000;
const sum = (of: "changed" | "deleted") => written.reduce((total, one) => total + one[of], 0);
console.log(
  JSON.stringify({
    seconds,
    megabytes: process.resourceUsage().maxRSS / 1024,
    tables: written.length,
    rows: sum("changed") + sum("deleted"),
  }),
);
