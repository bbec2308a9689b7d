import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { freePorts } from "../../packages/rehearsal/production/processes/free-ports.ts";
import { startProgram } from "../../packages/rehearsal/production/processes/program.ts";
import { pollUntil } from "../../packages/rehearsal/production/processes/poll-until.ts";

export interface Job {
  readonly name: string;
  /** HOST:PORT of each. */
  readonly targets: readonly string[];
  readonly interval?: string;
}

/** The password of `golive`, with what a careless quoting breaks on. */
export const password = 's3c"r\\et';
const hash = "$2b$04$abcdefghijklmnopqrstuuBeMCBDqmCe6RIXQ0xGCdujellrJNIGO";

/** A real Prometheus that scrapes every second, gone with the test. Returns its address. */
export async function startPrometheus(
  t: Pick<TestContext, "after">,
  jobs: readonly Job[],
  { login = false } = {},
): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "golive-prometheus-"));
  const [port = 0] = await freePorts(1);
  const scrapes = jobs.map(({ name, targets, interval = "1s" }) => ({
    job_name: name,
    scrape_interval: interval,
    scrape_timeout: "1s",
    static_configs: [{ targets }],
  }));
  // JSON is YAML.
  await writeFile(join(directory, "prometheus.yml"), JSON.stringify({ scrape_configs: scrapes }));
  await writeFile(join(directory, "web.yml"), JSON.stringify(login ? { basic_auth_users: { golive: hash } } : {}));
  const program = startProgram({
    name: "prometheus",
    file: "/usr/bin/prometheus",
    stopSignal: "SIGTERM",
    cwd: directory,
    log: join(directory, "log"),
    args: [
      `--config.file=${join(directory, "prometheus.yml")}`,
      `--web.config.file=${join(directory, "web.yml")}`,
      `--storage.tsdb.path=${join(directory, "data")}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ],
  });
  t.after(async () => {
    await program.stop();
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  });
  const url = `http://127.0.0.1:${port}`;
  const headers = login ? { authorization: `Basic ${Buffer.from(`golive:${password}`).toString("base64")}` } : {};
  await pollUntil(async () => (await fetch(`${url}/-/ready`, { headers })).ok, {
    what: "Prometheus is not ready",
    explain: () => program.failure() ?? "",
  });
  return url;
}
