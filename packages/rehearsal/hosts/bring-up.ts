import { randomBytes } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { exchange } from "../production/traffic/exchange.ts";
import { postgresBinaries } from "../production/servers/postgres.ts";
import { buildRepository } from "../production/repository.ts";
import { django } from "../services/django/django.ts";
import { pollUntil } from "../production/processes/poll-until.ts";
import { together } from "../production/processes/together.ts";
import { newBotToken } from "../production/bring-up.ts";
import type { Program } from "../production/processes/program.ts";
import { chooseSurroundings, startSurroundings } from "./around.ts";
import { applications, type HostsFacts, hostsFacts, layout, names } from "./facts.ts";
import { makeKeys, writeKnownHosts } from "./keys.ts";
import { type Machines, startMachines } from "./machines.ts";
import { freeNetwork } from "./network.ts";
import { writeSeeds } from "./seed.ts";

export interface BringUpHostsOptions {
  readonly directory: string;
  readonly clients: number;
  readonly planFor: (tag: string, facts: HostsFacts) => string;
  readonly log: (line: string) => void;
  readonly watched: boolean;
  readonly started: (machines: Machines) => void;
  /** Called for each program beside the machines. */
  readonly also: (part: Program | { stop(): Promise<unknown> }) => void;
}

const FIRST_TAG = "v1.0.0";

/** Boots the machines, sets each up as its administrator would, and waits until the first release serves through the balancer. */
export async function bringUpHosts(
  o: BringUpHostsOptions,
): Promise<{ readonly facts: HostsFacts; readonly machines: Machines }> {
  const { directory } = o;
  const began = performance.now();
  const log = (line: string): void => o.log(`${line} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  const network = await freeNetwork();
  const binaries = await postgresBinaries();
  const around = o.watched ? await chooseSurroundings(network, newBotToken, o.also) : undefined;
  const facts: HostsFacts = {
    ...hostsFacts(directory, network, await makeKeys(directory), binaries),
    ...(around === undefined ? {} : { around, team: around.team }),
  };
  const secret = (): string => randomBytes(18).toString("hex");
  const passwords = { owner: secret(), observer: secret(), secretKey: secret() };
  const work = join(directory, "work");
  await writeFile(facts.postgres.passfile, `*:*:*:${facts.postgres.adminUser}:${passwords.observer}\n`, {
    mode: 0o600,
  });
  await together(
    writeKnownHosts(facts),
    writeSeeds(facts, passwords),
    buildRepository({ origin: facts.origin, work, layers: django.layers }, (tag) => o.planFor(tag, facts)).then(() =>
      rm(work, { recursive: true }),
    ),
  );
  const machines = await startMachines(facts, network, o.started);
  log(`${names.join(", ")} have booted`);
  const provision = async (name: (typeof names)[number], script: string, ...args: string[]): Promise<void> => {
    await machines.asRoot(name, await readFile(join(import.meta.dirname, "./provision", `${script}.sh`), "utf8"), args);
  };
  const version = basename(dirname(binaries));
  await together(
    provision("lb", "base").then(() => provision("lb", "lb")),
    provision("db", "base").then(() => provision("db", "db", version, network)),
    ...applications.map((name) => provision(name, "base").then(() => provision(name, "app", FIRST_TAG))),
  );
  log("balancer, database and code are set up");
  await together(
    ...applications.map((name, index) => provision(name, "first-start", index === 0 ? String(o.clients) : "0")),
  );
  await machines.asRoot("db", `runuser -u postgres -- pg_dump -Fc -f "$1/psychology.dump" ${layout.database}`, [
    layout.nightly,
  ]);
  await provision("app-1", "last");
  if (around !== undefined) await startSurroundings(facts, around, machines, o.also);
  machines.requireRunning();
  await pollUntil(async () => (await exchange(`${facts.siteUrl}/health/`)).status === 200, {
    what: `${facts.siteUrl} is not healthy`,
  });
  log(`${FIRST_TAG} serves at ${facts.siteUrl}`);
  return { facts, machines };
}
