import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { Bench } from "./bench.ts";

const dist = join(import.meta.dirname, "../../../dist");
const peer = "empty script";

/**
 * Each bundled action is started as the runner does, with every input empty: it reads them, refuses, and ends. So the
 * time is that from the start of node to the point where inputs are read, and the same end as the empty script's.
 */
export const start: Bench = {
  about:
    "from the start of an action's process to the point where its inputs are read, beside a node script that is empty",
  unit: "ms",
  rounds: 21,
  warmUps: 2,
  async open() {
    const directory = await mkdtemp(join(tmpdir(), "golive-bench-"));
    await writeFile(join(directory, "empty.mjs"), "");
    const actions = (await readdir(dist))
      .filter((name) => /^[a-z]+\.js$/.test(name) && name !== "index.js" && name !== "golive.js" && name !== "post.js")
      .map((name) => name.slice(0, -3));
    const environment = { PATH: process.env.PATH ?? "", GITHUB_REPOSITORY: "acme/shop", GITHUB_RUN_ID: "1" };
    const run = (file: string, code: number, word: string) => async () => {
      const started = performance.now();
      const ended = spawnSync(process.execPath, [file], { env: environment, encoding: "utf8" });
      const took = performance.now() - started;
      if (ended.status !== code || !ended.stdout.includes(word))
        throw new Error(`${file} ended with ${ended.status}: ${ended.stdout}${ended.stderr}`);
      return took;
    };
    return {
      subjects: [
        { name: peer, measure: run(join(directory, "empty.mjs"), 0, "") },
        ...actions.map((name) => ({ name, measure: run(join(dist, `${name}.js`), 1, "input token: is empty") })),
      ],
      ratios: actions.map((name) => [name, peer] as const),
      close: () => rm(directory, { recursive: true }),
    };
  },
};
