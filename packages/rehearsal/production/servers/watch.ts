import { mkdir, open, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { MachineFacts } from "../facts.ts";
import { startLokiTwin } from "../twins/loki-twin.ts";
import { type Program, startProgram } from "../processes/program.ts";
import { pollUntil } from "../processes/poll-until.ts";

interface Part {
  stop(): Promise<unknown>;
}

/** A real Prometheus that scrapes the service every second, and a log that gets what the service prints. */
export async function startWatch(
  facts: MachineFacts,
  started: (part: Program) => void,
  also: (part: Part) => void,
): Promise<void> {
  const { watch } = facts;
  if (watch === undefined) return;
  await startPrometheus({ home: join(facts.directory, "prometheus"), watch, targets: [facts.appUrl] }, started);
  const twin = await startLokiTwin({ port: Number(new URL(watch.lokiUrl).port) });
  also(twin);
  also(ship(join(dirname(facts.supervisor.config), "psychology-api.log"), watch.lokiUrl, watch.job));
  await prometheusReady(watch);
}

type Watch = NonNullable<MachineFacts["watch"]>;

/** One that scrapes these every second. */
export async function startPrometheus(
  { home, watch, targets }: { readonly home: string; readonly watch: Watch; readonly targets: readonly string[] },
  started: (part: Program) => void,
): Promise<void> {
  await mkdir(home);
  const file = join(home, "prometheus.yml");
  const job = {
    job_name: watch.job,
    scrape_interval: "1s",
    scrape_timeout: "1s",
    static_configs: [{ targets: targets.map((url) => new URL(url).host) }],
  };
  await writeFile(file, JSON.stringify({ scrape_configs: [job] }));
  started(
    startProgram({
      name: "prometheus",
      file: "/usr/bin/prometheus",
      cwd: home,
      log: join(home, "console.log"),
      stopSignal: "SIGTERM",
      args: [
        `--config.file=${file}`,
        `--storage.tsdb.path=${join(home, "data")}`,
        `--web.listen-address=${new URL(watch.prometheusUrl).host}`,
      ],
    }),
  );
}

export async function prometheusReady({ prometheusUrl }: Watch): Promise<void> {
  await pollUntil(async () => (await fetch(`${prometheusUrl}/-/ready`)).ok, { what: "Prometheus is not ready" });
}

/** Follows a file and sends its new lines, as an agent beside the service does. */
export function ship(file: string, url: string, app: string): Part {
  let position = 0;
  let rest = "";
  let busy = Promise.resolve();
  const once = async (): Promise<void> => {
    const size = await stat(file).then(
      (found) => found.size,
      () => 0,
    );
    if (size <= position) return;
    const handle = await open(file);
    const { buffer, bytesRead } = await handle
      .read({ buffer: Buffer.alloc(size - position), position })
      .finally(() => handle.close());
    position += bytesRead;
    const lines = (rest + buffer.toString("utf8", 0, bytesRead)).split("\n");
    rest = lines.pop() ?? "";
    const values = lines
      .filter((line) => line.startsWith('{"request"'))
      .map((line): [string, string] => [`${Date.now()}000000`, line]);
    if (values.length > 0)
      await fetch(`${url}/loki/api/v1/push`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ streams: [{ stream: { app }, values }] }),
      });
  };
  const timer = setInterval(() => {
    busy = busy.then(once).catch(() => {});
  }, 200).unref();
  return {
    async stop() {
      clearInterval(timer);
      await busy;
    },
  };
}
