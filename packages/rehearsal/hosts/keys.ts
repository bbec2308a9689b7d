import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../production/processes/run.ts";
import { type HostName, type HostsFacts, names } from "./facts.ts";

/** Keys of the hosts, of the operator and of the plan's user. Returns the public ones of the hosts. */
export async function makeKeys(directory: string): Promise<Readonly<Record<HostName, string>>> {
  const folder = join(directory, "keys");
  await mkdir(folder, { mode: 0o700 });
  await Promise.all(
    [...names, "operator", "deploy"].map((name) =>
      run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", join(folder, name)]),
    ),
  );
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [
        name,
        (await readFile(join(folder, `${name}.pub`), "utf8")).split(" ").slice(0, 2).join(" "),
      ]),
    ),
  ) as Record<HostName, string>;
}

export async function writeKnownHosts({ directory, hosts }: HostsFacts): Promise<void> {
  await writeFile(
    join(directory, "keys", "known_hosts"),
    names.map((name) => `${hosts[name].address} ${hosts[name].hostKey}\n`).join(""),
  );
}
