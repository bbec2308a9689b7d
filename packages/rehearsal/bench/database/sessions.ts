import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Cluster } from "../../../../test/database/throwaway-cluster.ts";
import { pollUntil } from "../../production/processes/poll-until.ts";

export const sessions = 40;

/** Sessions that just sit there, as a service's pool does; returns what ends those that are left. */
export async function openSessions(cluster: Cluster, name: string): Promise<() => Promise<void>> {
  const { binaries, host, port, adminUser, passfile } = cluster.facts;
  const words = ["-X", "-q", "-h", host, "-p", String(port), "-U", adminUser, "-d", name];
  const children = Array.from({ length: sessions }, () =>
    spawn(join(binaries, "psql"), words, { env: { PGPASSFILE: passfile }, stdio: ["pipe", "ignore", "ignore"] }),
  );
  const count = `SELECT count(*) FROM pg_stat_activity WHERE datname = '${name}'`;
  const areOpen = async (): Promise<boolean> => Number(await cluster.sql(count, "postgres")) >= sessions;
  await pollUntil(areOpen, { what: "the sessions are not open" });
  return async () => {
    for (const child of children) child.kill("SIGKILL");
    await Promise.all(
      children.map((child) => (child.exitCode === null && child.signalCode === null ? once(child, "exit") : null)),
    );
  };
}
