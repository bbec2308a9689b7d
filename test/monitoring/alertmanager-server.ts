import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { freePorts } from "../../packages/rehearsal/production/processes/free-ports.ts";
import { startProgram } from "../../packages/rehearsal/production/processes/program.ts";
import { pollUntil } from "../../packages/rehearsal/production/processes/poll-until.ts";

export interface Alertmanager {
  readonly url: string;
  /** Rings these alerts; their labels by name. */
  ring(...alerts: readonly Readonly<Record<string, string>>[]): Promise<void>;
  /** Names of the alerts that are silenced, and of those that ring. */
  alerts(): Promise<{ readonly silenced: readonly string[]; readonly loud: readonly string[] }>;
  silences(): Promise<
    readonly {
      readonly id: string;
      readonly endsAt: string;
      readonly comment: string;
      readonly createdBy: string;
      readonly status: { readonly state: string };
    }[]
  >;
  stop(): Promise<void>;
}

/** A real Alertmanager, gone with the test. */
export async function startAlertmanager(t: Pick<TestContext, "after">): Promise<Alertmanager> {
  const directory = await mkdtemp(join(tmpdir(), "golive-alertmanager-"));
  const [port = 0] = await freePorts(1);
  await writeFile(
    join(directory, "alertmanager.yml"),
    JSON.stringify({ route: { receiver: "nobody" }, receivers: [{ name: "nobody" }] }),
  );
  const program = startProgram({
    name: "alertmanager",
    file: "/usr/bin/prometheus-alertmanager",
    stopSignal: "SIGTERM",
    cwd: directory,
    log: join(directory, "log"),
    args: [
      `--config.file=${join(directory, "alertmanager.yml")}`,
      `--storage.path=${join(directory, "data")}`,
      `--web.listen-address=127.0.0.1:${port}`,
      "--cluster.listen-address=",
    ],
  });
  t.after(async () => {
    await program.stop();
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  });
  const url = `http://127.0.0.1:${port}`;
  await pollUntil(async () => (await fetch(`${url}/-/ready`)).ok, {
    what: "Alertmanager is not ready",
    explain: () => program.failure() ?? "",
  });
  return {
    url,
    async ring(...alerts) {
      const answer = await fetch(`${url}/api/v2/alerts`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(
          alerts.map((labels) => ({ labels, endsAt: new Date(Date.now() + 3_600_000).toISOString() })),
        ),
      });
      if (!answer.ok) throw new Error(await answer.text());
    },
    async alerts() {
      const all = (await (await fetch(`${url}/api/v2/alerts`)).json()) as {
        labels: { alertname: string };
        status: { silencedBy: string[] };
      }[];
      const names = (silenced: boolean) =>
        all
          .filter(({ status }) => status.silencedBy.length > 0 === silenced)
          .map(({ labels }) => labels.alertname)
          .toSorted();
      return { silenced: names(true), loud: names(false) };
    },
    silences: async () =>
      (await (await fetch(`${url}/api/v2/silences`)).json()) as Awaited<ReturnType<Alertmanager["silences"]>>,
    stop: () => program.stop(),
  };
}
