import { join } from "node:path";
import type { ServiceName } from "../services/names.ts";
import type {
  BalancerFacts,
  BalancerKind,
  MachineFacts,
  MachinePorts,
  PostgresFacts,
  SshFacts,
  Strategy,
} from "./facts.ts";

export interface MachineChoices {
  readonly ports: MachinePorts;
  /** Django unless told. */
  readonly service?: ServiceName;
  /** Where PostgreSQL's programs are. */
  readonly binaries: string;
  readonly ssh?: SshFacts | null;
  /** In-place unless told. */
  readonly strategy?: Strategy;
  /** nginx unless told. */
  readonly balancer?: BalancerKind;
}

export function machineFacts(directory: string, choices: MachineChoices): MachineFacts {
  const { ports, binaries, ssh, strategy = "in-place", balancer = "nginx", service = "django" } = choices;
  const deployed = join(directory, "live");
  const settings = join(directory, "settings");
  const { staging, watch } = ports;
  return {
    directory,
    service,
    origin: join(directory, "origin.git"),
    strategy,
    deployed,
    live: strategy === "releases" ? join(deployed, "current") : deployed,
    python: "/usr/bin/python3",
    envFile: join(settings, "psychology-api.env"),
    stagingEnvFile: join(settings, "staging.env"),
    ownerPassfile: join(settings, "psychology.pgpass"),
    siteUrl: `http://127.0.0.1:${ports.site}`,
    appUrl: `http://127.0.0.1:${ports.app}`,
    postgres: postgresFacts(directory, ports.postgres, binaries),
    supervisor: { config: join(directory, "supervisor", "supervisord.conf"), program: "psychology-api" },
    balancer: balancerFacts(balancer, directory, ports.status ?? 0),
    maintenanceFlag: maintenanceFlag(directory),
    maintenanceMarker: { header: "X-Golive-Maintenance", value: "on" },
    sparePort: ports.spare,
    nightly: join(directory, "nightly"),
    backups: join(directory, "backups"),
    state: join(directory, "state"),
    ...(staging === undefined ? {} : { stagingUrl: `http://127.0.0.1:${staging}` }),
    ...(watch === undefined ? {} : { watch: watchFacts(watch) }),
    ...(ssh ? { ssh: sshFacts(ssh) } : {}),
  };
}

function maintenanceFlag(directory: string): string {
  return join(directory, "nginx", "flags", "maintenance.flag");
}

function postgresFacts(directory: string, port: number, binaries: string): PostgresFacts {
  return {
    host: "127.0.0.1",
    port,
    database: "psychology",
    owner: "psychology",
    adminUser: "golive",
    passfile: join(directory, "settings", "golive.pgpass"),
    socket: join(directory, "postgres", "socket"),
    binaries,
  };
}

function balancerFacts(kind: BalancerKind, directory: string, status: number): BalancerFacts {
  if (kind === "nginx") return nginxFacts(directory, status);
  return kind === "haproxy" ? haproxyFacts(directory) : { kind, script: join(directory, "caddy", "page") };
}

function nginxFacts(directory: string, status: number): BalancerFacts {
  return {
    kind: "nginx",
    flag: maintenanceFlag(directory),
    tokens: join(directory, "nginx", "flags", "bypass"),
    status: `http://127.0.0.1:${status}/nginx_status`,
  };
}

function haproxyFacts(directory: string): BalancerFacts {
  return {
    kind: "haproxy",
    map: join(directory, "haproxy", "page.map"),
    tokens: join(directory, "haproxy", "tokens.map"),
    socket: join(directory, "haproxy", "admin.sock"),
    backend: "app",
  };
}

function watchFacts([prometheus, loki]: NonNullable<MachinePorts["watch"]>): NonNullable<MachineFacts["watch"]> {
  return {
    prometheusUrl: `http://127.0.0.1:${prometheus}`,
    lokiUrl: `http://127.0.0.1:${loki}`,
    job: "psychology-api",
  };
}

/** Without what else a running server can do. */
function sshFacts({ host, port, user, hostKey, privateKeyFile }: SshFacts): SshFacts {
  return { host, port, user, hostKey, privateKeyFile };
}
