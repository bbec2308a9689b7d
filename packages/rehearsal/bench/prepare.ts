import { setTimeout as sleep } from "node:timers/promises";
import { startWorld } from "../world/world.ts";
import type { Bench } from "./bench.ts";

/** Visitors' writes while the day before is rehearsed on the same machine, beside those of a quiet time. */
export const prepare: Bench = {
  about: "95th percentile of the latency of visitors' writes, while the day before is rehearsed and without",
  unit: "ms",
  rounds: 3,
  warmUps: 1,
  async open() {
    const world = await startWorld({ dayBefore: true, clients: 20_000 });
    const p95 = async (work: () => Promise<unknown>) => {
      const traffic = world.production.startTraffic({ writesPerSecond: 20, readsPerSecond: 10 });
      await work();
      return (await traffic.stop()).latencyMs?.p95 ?? Number.NaN;
    };
    return {
      subjects: [
        { name: "quiet", measure: () => p95(() => sleep(20_000)) },
        {
          name: "the day before",
          measure: () =>
            p95(async () => {
              const { conclusion, log } = await world.launch({ tag: "v1.1.0", workflow: "prepare.yml" });
              if (conclusion !== "success") throw new Error(log.join("\n"));
            }),
        },
      ],
      ratios: [["the day before", "quiet"]],
      close: () => world.stop(),
    };
  },
};
