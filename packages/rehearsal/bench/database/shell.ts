import { spawn } from "node:child_process";
import type { Cluster } from "../../../../test/database/throwaway-cluster.ts";

/** A line of shell as an administrator types it, with the way into the cluster in its environment. */
export function shell({ facts }: Cluster, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = {
      PATH: `${facts.binaries}:${process.env.PATH ?? ""}`,
      PGHOST: facts.host,
      PGPORT: String(facts.port),
      PGUSER: facts.adminUser,
      PGPASSFILE: facts.passfile,
    };
    const child = spawn("sh", ["-c", text], { env, stdio: ["ignore", "inherit", "inherit"] });
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`${text} exited ${code}`))));
  });
}
