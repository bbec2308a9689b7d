import { createConnection } from "node:net";
import { join } from "node:path";
import { run } from "../production/processes/run.ts";
import type { HostName, HostsFacts } from "./facts.ts";

export interface RootCommand {
  readonly name: HostName;
  /** Quoted for a shell. */
  readonly words: readonly string[];
  readonly input?: string;
}

/** A command as root on a machine, over ssh with the operator's key. */
export function rootShell(facts: HostsFacts, { name, words, input = "" }: RootCommand): Promise<string> {
  return run("ssh", [...sshWords(facts, name), ...words], { input });
}

/** What ssh is told to get onto a machine as root. */
export function sshWords({ directory, hosts }: HostsFacts, name: HostName): string[] {
  const options = [
    "BatchMode=yes",
    "StrictHostKeyChecking=yes",
    `UserKnownHostsFile=${join(directory, "keys", "known_hosts")}`,
    "IdentitiesOnly=yes",
    "ConnectTimeout=10",
  ];
  const key = ["-i", join(directory, "keys", "operator")];
  return [
    "-F",
    "/dev/null",
    "-T",
    ...key,
    ...options.flatMap((option) => ["-o", option]),
    `root@${hosts[name].address}`,
  ];
}

/** Whether an sshd says hello there. */
export function greets(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: address, port: 22 });
    socket.setTimeout(1000, () => socket.destroy());
    socket.once("data", (data) => {
      resolve(data.toString().startsWith("SSH-2.0"));
      socket.destroy();
    });
    socket.once("error", () => resolve(false));
    socket.once("close", () => resolve(false));
  });
}
