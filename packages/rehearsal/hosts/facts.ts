import { join } from "node:path";
import type { Connection } from "../production/servers/psql.ts";
import type { Around } from "../plan/extras.ts";

export const names = ["lb", "app-1", "app-2", "db"] as const;
export type HostName = (typeof names)[number];
export const applications = ["app-1", "app-2"] as const;

/** A machine as the plan names it. */
export interface HostFacts {
  readonly address: string;
  /** As in a known_hosts line, without the host. */
  readonly hostKey: string;
}

/** What is the same on every machine of this kind, so that the plan and the machines agree. */
export const layout = {
  user: "deploy",
  service: "psychology-api",
  live: "/srv/psychology-api",
  envFile: "/etc/psychology-api.env",
  port: 8000,
  sparePort: 8001,
  database: "psychology",
  flag: "/var/lib/golive/maintenance",
  bypass: "/var/lib/golive/bypass",
  state: "/var/lib/golive/psychology-api",
  backups: "/var/backups/golive/psychology-api",
  nightly: "/var/backups/psychology",
  timer: "psychology-reminders.timer",
} as const;

/** What looks at the machines, and is asked by them, from where they are reached: known before any of it runs. */
export interface Surroundings extends Omit<Around, "appUrl"> {
  readonly address: string;
  readonly botToken: string;
}

export interface HostsFacts {
  readonly directory: string;
  /** Bare repository with all tags; the application hosts see it read-only. */
  readonly origin: string;
  readonly hosts: Readonly<Record<HostName, HostFacts>>;
  /** Through the balancer, no slash at the end. */
  readonly siteUrl: string;
  readonly maintenanceMarker: { readonly header: string; readonly value: string };
  /** Of the user that the plan names, for all hosts. */
  readonly ssh: { readonly user: string; readonly privateKeyFile: string };
  /** For who watches from outside: a role of its own, over the network. golive does not know it. */
  readonly postgres: Connection;
  /** What looks at the machines, where it was asked for. */
  readonly around?: Surroundings;
  readonly team?: Surroundings["team"];
}

/** The first three numbers of the network's addresses, and what follows from them. */
export function hostsFacts(
  directory: string,
  network: string,
  hostKeys: Readonly<Record<HostName, string>>,
  binaries: string,
): HostsFacts {
  const hosts = Object.fromEntries(
    names.map((name, index) => [name, { address: `${network}.${11 + index}`, hostKey: hostKeys[name] }]),
  ) as Record<HostName, HostFacts>;
  return {
    directory,
    origin: join(directory, "origin.git"),
    hosts,
    siteUrl: `http://${hosts.lb.address}`,
    maintenanceMarker: { header: "X-Golive-Maintenance", value: "on" },
    ssh: { user: layout.user, privateKeyFile: join(directory, "keys", "deploy") },
    postgres: {
      host: hosts.db.address,
      port: 5432,
      database: layout.database,
      adminUser: "observer",
      passfile: join(directory, "settings", "observer.pgpass"),
      binaries,
    },
  };
}
