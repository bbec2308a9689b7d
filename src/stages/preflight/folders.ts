import { balancerNeeds } from "../../load-balancer/balancer.ts";
import { trialFolder } from "../../plan/layout.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { strategyOf } from "../../presets/strategy.ts";
import { migrateHost } from "../deploy/deploy-order.ts";
import { keepingOf, postgresqlOf } from "../../plan/engine/engine.ts";

/** A folder that a launch writes in, and the key of the plan that names it. */
export interface Folder {
  readonly host: string;
  /** Who writes; undefined is the user of the connection. */
  readonly user: string | undefined;
  readonly key: string;
  readonly path: string;
  /** It need not be there: the launch makes it, and then its nearest parent has to be writable. */
  readonly made?: boolean;
}

/** Folders that have to be there, or to be made, and written by whoever the plan says. */
export function writtenFolders(plan: Plan): Folder[] {
  const { directory: path, runAs: user, hosts } = plan.deploy;
  return [...hosts.map((host) => ({ host, user, key: "deploy.directory", path })), ...balancerFolders(plan)];
}

function balancerFolders({ loadBalancer }: Plan): Folder[] {
  return balancerNeeds(loadBalancer).flatMap(({ host, folders = [] }) =>
    folders.map((folder) => ({ host, user: undefined, ...folder })),
  );
}

/** Folders that are built and dumped in: nobody else may write there. */
export function scratchFolders(plan: Plan): Folder[] {
  const keeping = keepingOf(plan);
  return [
    ...(keeping === null
      ? []
      : [{ host: keeping.host, user: keeping.runAs, key: keeping.key, path: keeping.directory }]),
    ...trialFolders(plan),
    ...restoreFolders(plan),
  ];
}

function trialFolders(plan: Plan): Folder[] {
  const { trial, staging } = plan.prepare;
  if (strategyOf(plan).ownDirectory || (trial === undefined && staging === undefined)) return [];
  const user = plan.deploy.runAs;
  return [{ host: migrateHost(plan), user, key: "prepare.trial.directory", path: trialFolder(plan) }];
}

function restoreFolders(plan: Plan): Folder[] {
  const server = plan.prepare.testRestore?.server;
  if (server === undefined) return [];
  const path = server.directory ?? postgresqlOf(plan).backup.directory;
  return [{ host: server.host, user: server.runAs, key: "prepare.test-restore.server.directory", path }];
}
