import { type DatabasePlan, elsewhere } from "../../database/postgres.ts";
import { isOwnServer, requireTurnedAway } from "../../database/scratch/own-server.ts";
import { removeScratches, type Scratch, startScratch, whoIs } from "../../database/scratch/server.ts";
import { requireShutOut } from "../../database/scratch/shut-out.ts";
import { dropTrials } from "../../database/trial/trial.ts";
import type { Host } from "../../hosts/host.ts";
import { settingsPaths } from "../../hosts/settings/settings-file.ts";
import { bridge } from "../../hosts/ssh/tunnel.ts";
import type { TestRestore } from "../../plan/schema/prepare-schema.ts";
import type { TrialServer } from "../../presets/environment-file.ts";
import { migrateHost } from "../deploy/deploy-order.ts";
import type { Launch } from "../launch/context.ts";
import { postgresqlOf } from "../../plan/engine/engine.ts";

type Reached = Pick<Launch, "plan" | "hosts">;

/** A server for the backup, with how many ways into the service's its user was turned away at. */
export interface Opened {
  readonly scratch: Scratch;
  readonly turnedAway: number | null;
}

/** Whose programs read the backup, and where: the service's own, unless the plan names another server for it. */
export function readerOf({ plan, hosts }: Reached): {
  readonly host: Host;
  readonly database: DatabasePlan;
} {
  const database = postgresqlOf(plan);
  const server = plan.prepare.testRestore?.server;
  if (!server) return { host: hosts.get(database.host), database };
  const { programs = database.programs, runAs: user, connection, host } = server;
  const directory = server.directory ?? database.backup.directory;
  const { programs: _, runAs: __, ...rest } = elsewhere(database);
  const own = {
    ...(programs === undefined ? {} : { programs }),
    ...(user === undefined ? {} : { runAs: user }),
    ...(server.maintenance === undefined ? {} : { maintenance: server.maintenance }),
  };
  return {
    host: hosts.get(host),
    database: { ...rest, ...own, host, connection, backup: { ...database.backup, directory } },
  };
}

/**
 * The server that the backup and the trial run in. Nothing of theirs gets any further, and that is tried first: a server
 * made for it, as a user that gets nowhere else; or the plan's, as a role that the service's database turns away.
 */
export async function openScratch(launch: Reached, settings: TestRestore): Promise<Opened> {
  const service = { host: launch.hosts.get(postgresqlOf(launch.plan).host), plan: postgresqlOf(launch.plan) };
  if (settings.server) {
    const scratch: Scratch = { ...readerOf(launch), throwaway: false };
    if (await isOwnServer(service, scratch)) await requireTurnedAway(scratch, service.plan.name);
    return { scratch, turnedAway: null };
  }
  const { user, directory, inControl } = placeOf(launch, settings);
  const secrets = settingsPaths(launch.plan.deploy.envFile).map(({ path }) => path);
  const turnedAway = await requireShutOut(service.host, service.plan, { user, secrets });
  const scratch = await startScratch(service.host, service.plan, {
    ...{ user, directory, inControl },
    guests: await guestsOf(launch, service.host),
    connections: settings.connections,
  });
  return { scratch, turnedAway };
}

/** Removes what `openScratch` made, and what a lost run left of the same kind. */
export async function closeScratch(launch: Reached, settings: TestRestore, scratch: Scratch): Promise<void> {
  if (!scratch.throwaway) return dropTrials(scratch.host, scratch.database);
  await removeScratches(scratch.host, postgresqlOf(launch.plan), placeOf(launch, settings));
}

/** How the release's host gets to a throwaway server: by its socket, led there if it is on another host. */
export async function reachFrom(
  launch: Reached,
  { host, database, throwaway }: Scratch,
): Promise<{ readonly server: TrialServer | undefined; close(): Promise<void> }> {
  if (!throwaway) return { server: undefined, close: async () => {} };
  const directory = database.connection.host ?? "";
  const shared = launch.plan.deploy.runAs !== undefined;
  const from = launch.hosts.get(migrateHost(launch.plan));
  const led = await bridge(from, host, { directory, file: ".s.PGSQL.5432" }, shared);
  return { server: { host: led.directory, port: 5432 }, close: led.close };
}

function placeOf({ plan }: Reached, { runAs: user, directory }: TestRestore) {
  const inControl = directory === undefined && plan.control.host === postgresqlOf(plan).host;
  return { user, directory: directory ?? `${plan.control.directory}/scratch`, inControl };
}

/** Whom the throwaway server lets in beside its own user: who runs the release, or leads it there. */
async function guestsOf({ plan }: Reached, host: Host): Promise<string[]> {
  const owner = plan.deploy.runAs;
  return [await whoIs(host), ...(owner === undefined ? [] : [owner])];
}
