import type { ServiceName } from "../services/names.ts";

export interface PostgresFacts {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  /** Owns the database; the service connects as this role. */
  readonly owner: string;
  /** The operator's role: superuser, as it ends sessions, copies, renames and restores databases of another owner. */
  readonly adminUser: string;
  /** 0600, holds the password of adminUser only. */
  readonly passfile: string;
  /** The directory of the unix socket. */
  readonly socket: string;
  /** Where psql, pg_dump and the others are. */
  readonly binaries: string;
}

export interface SshFacts {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** As in a known_hosts line, without the host: "ssh-ed25519 AAAA...". The one at the start. */
  readonly hostKey: string;
  readonly privateKeyFile: string;
}

export type Strategy = "in-place" | "releases";

export const balancerKinds = ["nginx", "haproxy", "caddy"] as const;
export type BalancerKind = (typeof balancerKinds)[number];

/** What stands in front of the service, and how it is switched. */
export type BalancerFacts =
  | { readonly kind: "nginx"; readonly flag: string; readonly tokens: string; readonly status: string }
  /** Switched by a script of the team's own. */
  | { readonly kind: "caddy"; readonly script: string }
  | {
      readonly kind: "haproxy";
      readonly map: string;
      readonly tokens: string;
      readonly socket: string;
      readonly backend: string;
    };

export interface MachineFacts {
  readonly directory: string;
  /** The application that is rehearsed. */
  readonly service: ServiceName;
  /** Bare repository with all tags. */
  readonly origin: string;
  /** Whether a release is checked out in the directory that serves, or each has its own and a link leads to one. */
  readonly strategy: Strategy;
  /** deploy.directory of the plan. */
  readonly deployed: string;
  /** What serves, detached at a tag; its environment is in `.venv`, its static files in `staticfiles`. */
  readonly live: string;
  /** The distribution's python3, for making environments (with --system-site-packages). */
  readonly python: string;
  /** KEY=value lines with all settings of the service; the service reads the file that ENV_FILE names. */
  readonly envFile: string;
  /** The same of a staging server, with keys of its own. */
  readonly stagingEnvFile: string;
  /** libpq password file of the role that the service connects as. */
  readonly ownerPassfile: string;
  /** Through the balancer: http://127.0.0.1:port, no slash at the end. */
  readonly siteUrl: string;
  /** The service itself, behind maintenance mode. */
  readonly appUrl: string;
  readonly postgres: PostgresFacts;
  readonly supervisor: { readonly config: string; readonly program: string };
  readonly balancer: BalancerFacts;
  /** With nginx, maintenance mode is on while this file exists. Its directory exists. */
  readonly maintenanceFlag: string;
  /** The header every answer in maintenance mode carries, and its value. */
  readonly maintenanceMarker: { readonly header: string; readonly value: string };
  /** A port that nothing of the production uses. */
  readonly sparePort: number;
  /** Where the nightly backup of the service lies. */
  readonly nightly: string;
  /** 0700, for dumps. */
  readonly backups: string;
  /** 0700, for the journal. */
  readonly state: string;
  /** A server that runs the next release already, when it was asked for. */
  readonly stagingUrl?: string;
  /** nginx speaks TLS as well, with a certificate that its client can renew, when it was asked for. */
  readonly secure?: {
    readonly name: string;
    readonly address: string;
    readonly root: string;
    readonly renew: readonly string[];
    readonly reload: readonly string[];
    readonly webroot: string;
    readonly chain: string;
    readonly key: string;
  };
  /** A name server that takes updates, when it was asked for. */
  readonly names?: { readonly server: string; readonly zone: string; readonly name: string; readonly keyFile: string };
  /** Where the service's bot is asked for, when it was asked for; its token is BOT_TOKEN among the settings. */
  readonly botUrl?: string;
  /** Telegram as the team reads it, when it was asked for, and the token of the bot that writes to it. */
  readonly team?: { readonly base: string; readonly token: string };
  /** What looks at the service from beside it, when it was asked for. */
  readonly watch?: { readonly prometheusUrl: string; readonly lokiUrl: string; readonly job: string };
  readonly ssh?: SshFacts;
}

export interface MachinePorts {
  readonly site: number;
  readonly app: number;
  readonly postgres: number;
  readonly spare: number;
  /** Where nginx says how much it works. */
  readonly status?: number;
  readonly staging?: number;
  /** Of Prometheus and of the log, when they are asked for. */
  readonly watch?: readonly [prometheus: number, loki: number];
}
