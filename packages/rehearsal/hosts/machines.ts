import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, openSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createConnection } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { quote } from "../../../src/hosts/words.ts";
import { startProgram } from "../production/processes/program.ts";
import { cleanEnvironment, run } from "../production/processes/run.ts";
import { until } from "../production/processes/until.ts";
import { type HostName, type HostsFacts, names } from "./facts.ts";

export interface Machines {
  /** A shell script as root, over ssh with a key of its own. */
  asRoot(name: HostName, script: string, args?: readonly string[]): Promise<string>;
  /**
   * `off`: without a word to anybody, as when the power is cut; it stays off until `on`. `reboot`: as its administrator
   * would. Resolves when the machine is down, or answers to ssh again.
   */
  power(name: HostName, change: "off" | "on" | "reboot"): Promise<void>;
  /** Throws when they have ended, all at once as they do. */
  requireRunning(): void;
  stop(): Promise<void>;
  killNow(): void;
}

/** Boots all of them at once; resolves when each answers to ssh. `started` is called as soon as there is something to stop. */
export async function startMachines(
  facts: HostsFacts,
  network: string,
  started: (machines: Machines) => void,
): Promise<Machines> {
  const { directory, hosts } = facts;
  const id = randomBytes(3).toString("hex");
  const ours = openSync("/proc/self/ns/net", "r");
  const program = startProgram({
    name: "the machines",
    file: "unshare",
    args: [
      "--mount",
      "--net",
      "--pid",
      "--fork",
      "--kill-child",
      "--mount-proc",
      "sh",
      join(import.meta.dirname, "./keeper.sh"),
      directory,
      id,
      network,
      ...names,
    ],
    cwd: "/",
    log: join(directory, "machines.log"),
    stopSignal: "SIGKILL",
    inherit: ours,
  });
  closeSync(ours);
  const answered = new Set<HostName>();
  let stopped: Promise<void> | undefined;
  const end = async (): Promise<void> => {
    // Whoever is connected is told at once, and does not wait for an answer that cannot come.
    await Promise.all([...answered].map((name) => machines.asRoot(name, "pkill -KILL sshd").catch(() => {})));
    await program.stop();
    await until("control groups of the production are left", async () => removeGroups(id), { seconds: 5 });
  };
  const machines: Machines = {
    asRoot: (name, script, args = []) => ssh(facts, name, ["sh", "-s", "--", ...args].map(quote), script),
    power: (name, change) => power(facts, id, name, change),
    requireRunning() {
      const failure = program.failure();
      if (failure !== null) throw new Error(failure);
    },
    stop: () => (stopped ??= end()),
    killNow() {
      program.killNow();
      removeGroups(id);
    },
  };
  started(machines);
  await Promise.all(
    names.map((name) =>
      until(
        `${name} does not answer to ssh`,
        async () => {
          if (program.failure() !== null) return true;
          // Before our end of the network is there, a packet for it would go out of this machine.
          if (
            !Object.values(networkInterfaces())
              .flat()
              .some((one) => one?.address === `${network}.1`)
          )
            return false;
          if (!(await greets(hosts[name].address))) return false;
          answered.add(name);
          return true;
        },
        { seconds: 60, everyMs: 100, explain: () => `see ${directory}/${name}.log` },
      ),
    ),
  );
  machines.requireRunning();
  return machines;
}

async function power(facts: HostsFacts, id: string, name: HostName, change: "off" | "on" | "reboot"): Promise<void> {
  const stayOff = join(facts.directory, `${name}.off`);
  const address = facts.hosts[name].address;
  const answers = () =>
    until(`${name} does not answer to ssh again`, () => greets(address), { seconds: 120, everyMs: 100 });
  switch (change) {
    case "off":
      await writeFile(stayOff, "");
      inGroups('echo 1 > "$g/$2/cgroup.kill"', id, name);
      await until(`${name} still answers`, async () => !(await greets(address)), { seconds: 20, everyMs: 100 });
      return;
    case "on":
      await rm(stayOff, { force: true });
      return answers();
    case "reboot": {
      const before = await bootOf(facts, name);
      // sshd may be ended before it can say how the command went.
      await ssh(facts, name, ["systemctl", "--no-block", "reboot"], "").catch(() => {});
      await until(
        `${name} does not come back`,
        async () => (await greets(address)) && (await bootOf(facts, name).catch(() => before)) !== before,
        { seconds: 180, everyMs: 200 },
      );
    }
  }
}

/** Another one after each boot. Containers share the kernel's own id, so it is that of the first process. */
function bootOf(facts: HostsFacts, name: HostName): Promise<string> {
  return ssh(facts, name, ["stat", "-c", "%i:%Z", "/run/systemd/system"], "");
}

/** The kernel leaves these when the processes in them are gone. */
function removeGroups(id: string): boolean {
  return inGroups('{ [ ! -d "$g" ] || find "$g" -depth -type d -exec rmdir {} +; }', id);
}

/** A script with the control groups in sight; `$g` is the production's, `$2` and so on are the values. */
function inGroups(text: string, id: string, ...values: readonly string[]): boolean {
  const whole = `mount -t cgroup2 none /sys/fs/cgroup && own=$(sed -n "s/^0:://p" /proc/self/cgroup) && g=/sys/fs/cgroup\${own%/}/golive-stage-$1 && ${text}`;
  const { status } = spawnSync("unshare", ["--mount", "sh", "-c", whole, "sh", id, ...values], {
    env: cleanEnvironment,
    stdio: "ignore",
  });
  return status === 0;
}

function ssh(
  { directory, hosts }: HostsFacts,
  name: HostName,
  words: readonly string[],
  input: string,
): Promise<string> {
  const options = [
    "BatchMode=yes",
    "StrictHostKeyChecking=yes",
    `UserKnownHostsFile=${join(directory, "keys", "known_hosts")}`,
    "IdentitiesOnly=yes",
    "ConnectTimeout=10",
  ];
  return run(
    "ssh",
    [
      "-F",
      "/dev/null",
      "-T",
      "-i",
      join(directory, "keys", "operator"),
      ...options.flatMap((option) => ["-o", option]),
      `root@${hosts[name].address}`,
      ...words,
    ],
    { input },
  );
}

function greets(address: string): Promise<boolean> {
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
