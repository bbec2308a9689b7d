import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, openSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { quote } from "../../../src/hosts/words.ts";
import { type Program, startProgram } from "../production/processes/program.ts";
import { cleanEnvironment } from "../production/processes/run.ts";
import { pollUntil } from "../production/processes/poll-until.ts";
import { type HostName, type HostsFacts, names } from "./facts.ts";
import { greets, rootShell } from "./root-shell.ts";

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
  const id = randomBytes(3).toString("hex");
  const program = startKeeper(facts.directory, id, network);
  const answered = new Set<HostName>();
  const end = async (): Promise<void> => {
    // Whoever is connected is told at once, and does not wait for an answer that cannot come.
    await Promise.all([...answered].map((name) => machines.asRoot(name, "pkill -KILL sshd").catch(() => {})));
    await program.stop();
    await pollUntil(async () => removeGroups(id), {
      what: "control groups of the production are left",
      limit: 5_000,
    });
  };
  let stopped: Promise<void> | undefined;
  const machines: Machines = {
    asRoot: (name, script, args = []) =>
      rootShell(facts, { name, words: ["sh", "-s", "--", ...args].map(quote), input: script }),
    power: (name, change) => power(facts, id, name, change),
    requireRunning() {
      const failure = program.failure();
      if (failure !== null) throw new Error(failure);
    },
    stop() {
      stopped ??= end();
      return stopped;
    },
    killNow() {
      program.killNow();
      removeGroups(id);
    },
  };
  started(machines);
  await Promise.all(
    names.map(async (name) => {
      if (await answers(facts, network, name, program)) answered.add(name);
    }),
  );
  machines.requireRunning();
  return machines;
}

/** The first process of namespaces of its own, in which the machines run. */
function startKeeper(directory: string, id: string, network: string): Program {
  const ours = openSync("/proc/self/ns/net", "r");
  const namespaces = ["--mount", "--net", "--pid", "--fork", "--kill-child", "--mount-proc"];
  const keeper = join(import.meta.dirname, "./keeper.sh");
  try {
    return startProgram({
      name: "the machines",
      file: "unshare",
      args: [...namespaces, "sh", keeper, directory, id, network, ...names],
      cwd: "/",
      log: join(directory, "machines.log"),
      stopSignal: "SIGKILL",
      inherit: ours,
    });
  } finally {
    closeSync(ours);
  }
}

/** Waits until the machine answers to ssh; false where all of them have ended. */
async function answers(facts: HostsFacts, network: string, name: HostName, program: Program): Promise<boolean> {
  const { directory, hosts } = facts;
  const look = async (): Promise<boolean> => {
    if (program.failure() !== null) return true;
    // Before our end of the network is there, a packet for it would go out of this machine.
    return hasAddress(`${network}.1`) && (await greets(hosts[name].address));
  };
  await pollUntil(look, {
    what: `${name} does not answer to ssh`,
    every: 100,
    limit: 60_000,
    explain: () => `see ${directory}/${name}.log`,
  });
  return program.failure() === null;
}

function hasAddress(address: string): boolean {
  const all = Object.values(networkInterfaces()).flat();
  return all.some((one) => one?.address === address);
}

async function power(facts: HostsFacts, id: string, name: HostName, change: "off" | "on" | "reboot"): Promise<void> {
  const stayOff = join(facts.directory, `${name}.off`);
  const { address } = facts.hosts[name];
  switch (change) {
    case "off":
      await writeFile(stayOff, "");
      inGroups('echo 1 > "$g/$2/cgroup.kill"', id, name);
      await pollUntil(async () => !(await greets(address)), { what: `${name} still answers`, every: 100 });
      return;
    case "on":
      await rm(stayOff, { force: true });
      await pollUntil(() => greets(address), {
        what: `${name} does not answer to ssh again`,
        every: 100,
        limit: 120_000,
      });
      return;
    case "reboot":
      await reboot(facts, name);
  }
}

async function reboot(facts: HostsFacts, name: HostName): Promise<void> {
  const before = await bootOf(facts, name);
  // sshd may be ended before it can say how the command went.
  await rootShell(facts, { name, words: ["systemctl", "--no-block", "reboot"] }).catch(() => {});
  const isAnother = async (): Promise<boolean> =>
    (await greets(facts.hosts[name].address)) && (await bootOf(facts, name).catch(() => before)) !== before;
  await pollUntil(isAnother, { what: `${name} does not come back`, every: 200, limit: 180_000 });
}

/** Another one after each boot. Containers share the kernel's own id, so it is that of the first process. */
function bootOf(facts: HostsFacts, name: HostName): Promise<string> {
  return rootShell(facts, { name, words: ["stat", "-c", "%i:%Z", "/run/systemd/system"] });
}

/** The kernel leaves these when the processes in them are gone. */
function removeGroups(id: string): boolean {
  return inGroups('{ [ ! -d "$g" ] || find "$g" -depth -type d -exec rmdir {} +; }', id);
}

/** A script with the control groups in sight; `$g` is the production's, `$2` and so on are the values. */
function inGroups(text: string, id: string, ...values: readonly string[]): boolean {
  const whole = [
    "mount -t cgroup2 none /sys/fs/cgroup",
    'own=$(sed -n "s/^0:://p" /proc/self/cgroup)',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own
    "g=/sys/fs/cgroup${own%/}/golive-production-$1",
    text,
  ].join(" && ");
  const { status } = spawnSync("unshare", ["--mount", "sh", "-c", whole, "sh", id, ...values], {
    env: cleanEnvironment,
    stdio: "ignore",
  });
  return status === 0;
}
