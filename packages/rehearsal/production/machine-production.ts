import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { exchange } from "./traffic/exchange.ts";
import type { BalancerKind, MachineFacts, SshFacts, Strategy } from "./facts.ts";
import type { ServiceName } from "../services/names.ts";
import { serviceNamed } from "../services/registry.ts";
import { startProber } from "./traffic/prober.ts";
import { bringUp } from "./bring-up.ts";
import type { Production } from "./production.ts";
import { startServer } from "./servers/postgres.ts";
import { familyOf, kill } from "./processes/processes.ts";
import type { Program } from "./processes/program.ts";
import { psql } from "./servers/psql.ts";
import type { Sshd } from "./servers/sshd.ts";
import { productionDirectory } from "./production-directory.ts";
import { startSupervisor } from "./servers/supervisor.ts";
import { type Teardown, teardownOf } from "./teardown.ts";
import { startTraffic } from "./traffic/traffic.ts";
import { pollUntil } from "./processes/poll-until.ts";

export type { MachineFacts } from "./facts.ts";

export interface MachineProductionOptions {
  readonly directory?: string;
  /** The text of .github/golive.yml in a tag's tree. */
  readonly planFor: (tag: string, production: MachineFacts) => string;
  readonly clients?: number;
  /** Django unless told otherwise. */
  readonly service?: ServiceName;
  readonly ssh?: boolean;
  readonly strategy?: Strategy;
  /** What stands in front; nginx unless told otherwise. */
  readonly balancer?: BalancerKind;
  /** A Prometheus scrapes the service, and a log gets its lines. */
  readonly watched?: boolean;
  /** A staging server runs the release that is launched. */
  readonly staging?: boolean;
  readonly log?: (line: string) => void;
}

/** All of it on this machine. */
export interface MachineProduction extends MachineFacts, Production {
  readonly postgres: MachineFacts["postgres"];
  readonly ssh?: SshFacts;
  /** What the team has been told, as it reads now. */
  teamChat(): readonly string[];
  /** Null unless asked for. */
  readonly sshd: Sshd | null;
  /** A fast shutdown: sessions are ended, what was committed stays. */
  stopDatabase(): Promise<void>;
  /** Starts it again; nothing when it runs. */
  startDatabase(): Promise<void>;
  /** Starts the process manager again, as its own supervisor would: what it left behind ends first. Nothing when it runs. */
  startManager(): Promise<void>;
}

/** A production of its own that serves v1.0.0, in one directory. */
export async function startMachineProduction(o: MachineProductionOptions): Promise<MachineProduction> {
  const clients = o.clients ?? 200;
  const directory = await productionDirectory(o.directory);
  const teardown = teardownOf(directory);
  const start = bringUp({
    directory,
    clients,
    service: o.service ?? "django",
    planFor: o.planFor,
    ssh: o.ssh ?? false,
    strategy: o.strategy ?? "in-place",
    balancer: o.balancer ?? "nginx",
    watched: o.watched ?? false,
    staging: o.staging ?? false,
    log: o.log ?? (() => {}),
    started: teardown.add,
  });
  teardown.waitFor(start);
  const { facts, sshd, postgres, manager, teamChat } = await start.catch(async (error: unknown) => {
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
    sshd,
    teamChat,
    ...databaseSwitch(facts, postgres, teardown),
    ...managerSwitch(facts, manager, teardown),
    async version() {
      const { text } = await exchange(`${facts.appUrl}/version/`);
      return (JSON.parse(text) as { version: string }).version;
    },
    journal: () => readFile(join(facts.state, "journal.jsonl"), "utf8").catch(() => ""),
    locate: (acknowledged) => serviceNamed(facts.service).database.locate(facts, acknowledged),
    sql: (query, database) => psql(facts.postgres, query, database),
    startTraffic(options = {}) {
      const traffic = startTraffic({ ...options, siteUrl: facts.siteUrl, clients, marker: facts.maintenanceMarker });
      teardown.add(traffic);
      return traffic;
    },
    async startProber({ path = "/health/", ...options } = {}) {
      const prober = await startProber({ ...options, url: facts.siteUrl + path });
      teardown.add(prober);
      return prober;
    },
    stop: () => teardown.run(),
  };
}

function databaseSwitch(
  facts: MachineFacts,
  first: Program | null,
  teardown: Teardown,
): Pick<MachineProduction, "stopDatabase" | "startDatabase"> {
  if (first === null) {
    const none = () => Promise.reject(new Error("the service has another database"));
    return { stopDatabase: none, startDatabase: none };
  }
  let server = first;
  return {
    async stopDatabase() {
      process.kill(server.pid, "SIGINT");
      await server.exited;
    },
    async startDatabase() {
      if (server.failure() === null) return;
      server = await startServer(facts.postgres);
      teardown.add(server);
    },
  };
}

function managerSwitch(
  facts: MachineFacts,
  first: Program,
  teardown: Teardown,
): Pick<MachineProduction, "startManager"> {
  let supervisord = first;
  return {
    async startManager() {
      if (supervisord.failure() === null) return;
      kill(familyOf(supervisord.pid), "SIGKILL");
      await pollUntil(async () => familyOf(supervisord.pid).length === 0, {
        what: "what supervisord left behind does not end",
      });
      await startSupervisor(facts, (program) => {
        supervisord = program;
        teardown.add(program);
      });
      await pollUntil(async () => (await exchange(`${facts.appUrl}/version/`)).status === 200, {
        what: "the service does not come back",
      });
    },
  };
}
