import { exchange } from "../production/traffic/exchange.ts";
import { startProber } from "../production/traffic/prober.ts";
import { locateWithKept } from "../services/databases/postgresql.ts";
import { psql } from "../production/servers/psql.ts";
import { productionDirectory } from "../production/production-directory.ts";
import type { Production } from "../production/production.ts";
import { teardownOf } from "../production/teardown.ts";
import { startTraffic } from "../production/traffic/traffic.ts";
import { hostsProblem } from "./able.ts";
import { applications, type HostsFacts, layout } from "./facts.ts";
import type { Machines } from "./machines.ts";
import { bringUpHosts } from "./bring-up.ts";

export interface HostsProductionOptions {
  readonly planFor: (tag: string, facts: HostsFacts) => string;
  readonly clients?: number;
  /** With metrics, logs, a name server and bots, as the production on one machine has them. */
  readonly watched?: boolean;
  readonly log?: (line: string) => void;
}

/** A production of four machines that serves v1.0.0: a balancer, two application hosts, a database. */
export interface HostsProduction extends HostsFacts, Production {
  readonly ssh: HostsFacts["ssh"];
  readonly asRoot: Machines["asRoot"];
  readonly power: Machines["power"];
}

export async function startHostsProduction(o: HostsProductionOptions): Promise<HostsProduction> {
  const problem = await hostsProblem();
  if (problem !== null) throw new Error(problem);
  const clients = o.clients ?? 200;
  const directory = await productionDirectory(undefined);
  const teardown = teardownOf(directory);
  const visitors: { stop(): Promise<unknown> }[] = [];
  let booting: Machines | undefined;
  const started = (running: Machines): void => {
    booting = running;
    if (teardown.begun()) void running.stop().catch(() => {});
    teardown.add({
      // Visitors first: what they send once the network is gone would go out of this machine.
      stop: () => Promise.allSettled(visitors.map((one) => one.stop())).then(() => running.stop()),
      killNow: running.killNow,
    });
  };
  const start = bringUpHosts({
    directory,
    clients,
    watched: o.watched ?? false,
    planFor: o.planFor,
    log: o.log ?? (() => {}),
    started,
    also: teardown.add,
  });
  teardown.waitFor(start, () => void booting?.stop().catch(() => {}));
  const { facts, machines } = await start.catch(async (error: unknown) => {
    await teardown.run();
    throw error;
  });
  if (teardown.begun()) {
    await teardown.run();
    throw new Error("the production was stopped while it started");
  }
  return {
    ...facts,
    clients,
    asRoot: machines.asRoot,
    power: machines.power,
    async version() {
      const told = await Promise.all(
        applications.map(async (name) => {
          const { text } = await exchange(`http://${facts.hosts[name].address}:${layout.port}/version/`);
          return (JSON.parse(text) as { version: string }).version;
        }),
      );
      return [...new Set(told)].join(" and ");
    },
    journal: () => machines.asRoot("db", '[ ! -e "$1" ] || cat "$1"', [`${layout.state}/journal.jsonl`]),
    locate: (acknowledged) => locateWithKept(facts.postgres, acknowledged),
    sql: (query, database) => psql(facts.postgres, query, database),
    startTraffic(options = {}) {
      const traffic = startTraffic({ ...options, siteUrl: facts.siteUrl, clients, marker: facts.maintenanceMarker });
      visitors.push(traffic);
      return traffic;
    },
    async startProber({ path = "/health/", ...options } = {}) {
      const prober = await startProber({ ...options, url: facts.siteUrl + path });
      visitors.push(prober);
      return prober;
    },
    stop: () => teardown.run(),
  };
}
