// Runs in a thread of its own: a busy orchestrator must not look like an outage, nor hide one.
import { get } from "node:http";
import { parentPort, workerData } from "node:worker_threads";
import type { Sample } from "./outages.ts";

const { url, everyMs, timeoutMs } = workerData as { url: string; everyMs: number; timeoutMs: number };
const now = (): number => performance.timeOrigin + performance.now();
const samples: Promise<Sample>[] = [];

function probe(): Promise<Sample> {
  const at = now();
  return new Promise((resolve) => {
    // A connection each, as a visitor who arrives now has.
    const request = get(url, { agent: false, signal: AbortSignal.timeout(timeoutMs) }, (response) => {
      response.resume();
      response.once("end", () => resolve({ at, status: response.statusCode ?? "no status" }));
      response.once("error", (error) => resolve({ at, status: error.name === "AbortError" ? "timeout" : error.name }));
    });
    request.once("error", (error: NodeJS.ErrnoException) => {
      resolve({ at, status: error.name === "AbortError" ? "timeout" : (error.code ?? error.name) });
    });
  });
}

samples.push(probe());
const timer = setInterval(() => samples.push(probe()), everyMs);
parentPort?.once("message", async () => {
  clearInterval(timer);
  parentPort?.postMessage(await Promise.all(samples));
  parentPort?.close();
});
void samples[0]?.then(() => parentPort?.postMessage("started"));
