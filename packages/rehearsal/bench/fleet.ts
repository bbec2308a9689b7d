import { mkdir, rm, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { stringify } from "yaml";
import { exchange } from "../production/traffic/exchange.ts";
import { run } from "../production/processes/run.ts";
import { pollUntil } from "../production/processes/poll-until.ts";
import { preparePlaybook } from "./ansible.ts";
import type { Bench, Subject } from "./bench.ts";
import { cpuSeconds } from "./cpu.ts";
import { type Fleet, startFleet } from "./fleet/hosts.ts";

const sizes = [1, 10, 50];
const most = Math.max(...sizes);
const cores = availableParallelism();

/** Tag, packages, start, health page: on one host, on ten and on fifty that are all this one machine. */
export const fleet: Bench = {
  about:
    "a deploy over 1, 10 and 50 hosts, by golive and by Ansible with 50 forks, with the processor time of all that took part",
  unit: "s",
  rounds: 3,
  warmUps: 0,
  async open() {
    const made = await startFleet(most);
    const subjects = sizes.flatMap((count) => [
      ...timeAndCost(`golive, ${hosts(count)}`, made, count, golive),
      ...timeAndCost(`Ansible, ${hosts(count)}`, made, count, ansible),
    ]);
    return {
      subjects,
      ratios: [
        ...["golive", "Ansible"].map((tool) => [`${tool}, ${hosts(most)}`, `${tool}, ${hosts(1)}`] as const),
        ...sizes.map((count) => [`golive, ${hosts(count)}`, `Ansible, ${hosts(count)}`] as const),
        ...["golive", "Ansible"].map(
          (tool) => [`${tool}, ${hosts(most)}`, `${tool}, ${hosts(most)}: ${floor}`] as const,
        ),
      ],
      close: () => made.stop(),
    };
  },
};

const floor = `processor time ÷ ${cores} cores`;

function hosts(count: number): string {
  return count === 1 ? "1 host" : `${count} hosts`;
}

/** Everything written down before; what is measured is the deploy alone. It carries the fleet's directory in its environment. */
type Deployment = (fleet: Fleet, count: number) => Promise<{ deploy(): Promise<unknown> }>;

function timeAndCost(name: string, fleet: Fleet, count: number, prepare: Deployment): Subject[] {
  let cost = Number.NaN;
  return [
    {
      name,
      async measure() {
        await fleet.reset(count);
        const { deploy } = await prepare(fleet, count);
        const cpu = () => cpuSeconds(process.pid, fleet.directory);
        const [before, began] = [cpu(), performance.now()];
        await deploy();
        const took = (performance.now() - began) / 1000;
        // Sessions end a moment later, and their time is on the books of who waited for them then.
        await new Promise((resolve) => setTimeout(resolve, 500));
        cost = cpu() - before;
        await everyServes(fleet, count, "v1.1.0");
        console.log(`  ${name}: ${took.toFixed(2)} s, ${cost.toFixed(2)} s of processor time`);
        return took;
      },
    },
    { name: `${name}: ${floor}`, measure: async () => cost / cores },
  ];
}

async function everyServes({ hosts: all }: Fleet, count: number, tag: string): Promise<void> {
  for (const { name, port } of all.slice(0, count)) {
    const serves = async (): Promise<boolean> => {
      const { text } = await exchange(`http://127.0.0.1:${port}/health`);
      return (JSON.parse(text) as { version: string }).version === tag;
    };
    await pollUntil(serves, { what: `${name} does not serve ${tag}` });
  }
}

let launches = 0;

const golive: Deployment = async (fleet, count) => {
  const directory = join(fleet.directory, "golive");
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory);
  const ours = fleet.hosts.slice(0, count);
  const names = ours.map(({ name }) => name);
  const page = "http://127.0.0.1/health";
  const plan = {
    version: 1,
    service: "clinic",
    window: { start: "00:00", end: "23:59" },
    hosts: Object.fromEntries(
      ours.map(({ name, sshd }) => [
        name,
        { connect: "ssh", address: sshd.host, port: sshd.port, user: sshd.user, "host-key": sshd.hostKey },
      ]),
    ),
    control: { host: "app-1", directory: join(directory, "state") },
    site: { url: page },
    "load-balancer": { kind: "nginx", hosts: ["app-1"], flag: join(directory, "flag") },
    files: "none",
    database: {
      engine: "postgresql",
      host: "app-1",
      name: "clinic",
      backup: { directory: join(directory, "backups") },
    },
    services: { manager: "systemd", hosts: names, units: ["clinic"], sudo: false },
    health: { url: page, version: { url: page } },
    deploy: {
      preset: "node",
      build: false,
      hosts: names,
      batch: most,
      directory: fleet.live,
      npm: join(fleet.directory, "bin/npm"),
    },
    verify: { checks: [{ kind: "http", id: "health", from: "app-1", url: page }] },
  };
  await writeFile(join(directory, "plan.yml"), stringify(plan));
  const id = String(Date.now() % 1e9) + String(++launches);
  return {
    deploy: () =>
      run(
        process.execPath,
        [
          "--disable-warning=ExperimentalWarning",
          join(import.meta.dirname, "./fleet/deploy.ts"),
          join(directory, "plan.yml"),
          fleet.commits["v1.1.0"] ?? "",
          fleet.key,
          id,
        ],
        { cwd: directory, env: { GOLIVE_FLEET: fleet.directory } },
      ),
  };
};

const ansible: Deployment = async (fleet, count) => {
  const directory = join(fleet.directory, "ansible");
  await rm(directory, { recursive: true, force: true });
  const ours = Object.fromEntries(
    fleet.hosts.slice(0, count).map(({ name, sshd, port }) => [
      name,
      {
        ssh: { ...sshd, privateKeyFile: fleet.key },
        vars: { tag: "v1.1.0", origin: fleet.origin, live: fleet.live, port: String(port) },
      },
    ]),
  );
  const deploy = await preparePlaybook({
    file: join(import.meta.dirname, "./peers/fleet.yml"),
    directory,
    hosts: ours,
    forks: most,
  });
  return { deploy };
};
