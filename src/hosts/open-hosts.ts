import { InternalError } from "../core/errors.ts";
import type { Plan } from "../plan/schema/schema.ts";
import type { Host } from "./host.ts";
import { localHost } from "./local.ts";
import { removeLeftovers } from "./ssh/leftovers.ts";
import { type SshSettings, sshHost } from "./ssh/ssh.ts";

export interface Hosts {
  get(name: string): Host;
  readonly all: readonly Host[];
  close(): Promise<void>;
}

/** Every host of the plan, ready to run commands. Connects to none of them yet. */
export async function openHosts(plan: Plan, settings: SshSettings): Promise<Hosts> {
  await removeLeftovers(settings);
  const entries = await Promise.all(
    Object.entries(plan.hosts).map(
      async ([name, host]) =>
        [name, host.connect === "local" ? localHost(name, settings) : await sshHost(name, host, settings)] as const,
    ),
  );
  const byName = new Map(entries);
  return {
    get(name) {
      const host = byName.get(name);
      if (!host) throw new InternalError(`no host ${name}`);
      return host;
    },
    all: [...byName.values()],
    close: async () => void (await Promise.all([...byName.values()].map((host) => host.close()))),
  };
}
