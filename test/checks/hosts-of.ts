import type { Finished } from "../../src/core/command.ts";
import { type Host, hostFrom } from "../../src/hosts/host.ts";
import type { Hosts } from "../../src/hosts/open-hosts.ts";

export function hostsOf(...all: readonly Host[]): Hosts {
  return {
    all,
    get(name) {
      const found = all.find((host) => host.name === name);
      if (!found) throw new Error(`no host ${name}`);
      return found;
    },
    close: async () => {},
  };
}

/** A host whose every command ends as told. */
export function hostSaying(name: string, finished: Partial<Finished>): Host {
  return hostFrom(name, async () => ({ code: 0, stdout: "", stderr: "", seconds: 0.5, timedOut: false, ...finished }));
}
