import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { type Outage, outagesOf, type Sample } from "./outages.ts";

export interface ProberOptions {
  readonly url: string;
  /** Default 50 ms: 20 Hz. */
  readonly everyMs?: number;
  readonly timeoutMs?: number;
}

export interface ProberReport {
  readonly samples: readonly Sample[];
  readonly outages: readonly Outage[];
  readonly downtimeSeconds: number;
}

export interface Prober {
  /** The same report however often it is called. */
  stop(): Promise<ProberReport>;
}

/** Asks for a page from outside at a steady pace, whether or not the last answer is there. Resolves after the first one. */
export async function startProber(o: ProberOptions): Promise<Prober> {
  const worker = new Worker(new URL("./prober-loop.ts", import.meta.url), {
    workerData: { url: o.url, everyMs: o.everyMs ?? 50, timeoutMs: o.timeoutMs ?? 1000 },
  });
  worker.unref();
  await once(worker, "message");
  let report: Promise<ProberReport> | undefined;
  const finish = async (): Promise<ProberReport> => {
    worker.ref();
    const answer = once(worker, "message");
    worker.postMessage("stop");
    const [samples] = (await answer) as [readonly Sample[]];
    await worker.terminate();
    const outages = outagesOf(samples);
    const lengths = outages.map((outage) => outage.to - outage.from);
    return { samples, outages, downtimeSeconds: lengths.reduce((sum, length) => sum + length, 0) / 1000 };
  };
  return { stop: () => (report ??= finish()) };
}
