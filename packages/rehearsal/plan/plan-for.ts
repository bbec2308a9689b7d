import { join } from "node:path";
import { stringify } from "yaml";
import type { MachineFacts } from "../production/facts.ts";
import { extrasOf } from "./extras.ts";
import { serviceNamed } from "../services/registry.ts";
import { openWindow, restoreRules } from "./parts.ts";
import type { PlanChange, PlanData } from "./plan-data.ts";

export { openWindow } from "./parts.ts";
export type { PlanChange, PlanData } from "./plan-data.ts";

/** The rehearsal's plan: one machine, reached as the runner itself or, when the production has an sshd, by ssh. */
export function planFor(production: MachineFacts, tag: string, change: PlanChange = () => {}): string {
  const plan: PlanData = {
    version: 1,
    service: "psychology-api",
    timezone: "Europe/Moscow",
    window: openWindow(),
    approval: { environment: "production" },
    hosts: { "app-1": hostOf(production) },
    control: { host: "app-1", directory: production.state },
    site: { url: `${production.siteUrl}/health/` },
    "load-balancer": balancerOf(production),
    files: "none",
    database: databaseOf(production),
    services: {
      manager: "supervisor",
      hosts: ["app-1"],
      units: serviceNamed(production.service)
        .programs(production)
        .map(({ name }) => name),
      config: production.supervisor.config,
    },
    health: {
      url: `${production.appUrl}/health/`,
      within: "30s",
      version: { url: `${production.appUrl}/version/` },
    },
    deploy: deployOf(production),
    prepare: prepareOf(production),
    verify: { checks: checksOf(production) },
  };
  for (const { access = [], checks = [], plan: added = {} } of extrasOf(production)) {
    Object.assign(plan, added);
    plan.prepare.access.push(...access);
    plan.verify.checks.push(...checks);
  }
  change(plan, tag);
  return stringify(plan);
}

function hostOf({ ssh }: MachineFacts): object {
  if (ssh === undefined) return { connect: "local" };
  return { connect: "ssh", address: ssh.host, port: ssh.port, user: ssh.user, "host-key": ssh.hostKey };
}

function balancerOf({ balancer, maintenanceMarker }: MachineFacts): object {
  const common = { hosts: ["app-1"], header: maintenanceMarker.header };
  if (balancer.kind === "nginx")
    return {
      kind: "nginx",
      flag: balancer.flag,
      bypass: { directory: balancer.tokens },
      drain: { status: balancer.status },
      ...common,
    };
  return {
    kind: "haproxy",
    map: balancer.map,
    socket: balancer.socket,
    bypass: { map: balancer.tokens },
    backend: balancer.backend,
    servers: { "app-1": "app-1" },
    drain: {},
    ...common,
  };
}

function databaseOf({ postgres, backups }: MachineFacts): object {
  const { host, port, adminUser, passfile } = postgres;
  return {
    engine: "postgresql",
    host: "app-1",
    name: postgres.database,
    connection: { host, port, user: adminUser, passfile },
    backup: { directory: backups, jobs: 2 },
  };
}

function deployOf(production: MachineFacts): object {
  const { deploy, steps } = serviceNamed(production.service).plan(production);
  return {
    ...deploy,
    hosts: ["app-1"],
    ...(production.strategy === "releases" ? { strategy: "releases" } : {}),
    directory: production.deployed,
    "env-file": production.envFile,
    steps,
  };
}

function prepareOf(production: MachineFacts): object {
  const { postgres, stagingUrl } = production;
  const { host, port, owner } = postgres;
  const staging = {
    staging: { env: { BASE_URL: stagingUrl } },
    tell: { who: ["@clinic/team"], text: "The phone at the desk is staffed meanwhile." },
  };
  return {
    ...(stagingUrl === undefined ? {} : staging),
    access: [
      {
        kind: "postgres",
        id: "database",
        title: "The service's role gets into its database",
        connection: { host, port, user: owner, passfile: production.ownerPassfile },
        database: postgres.database,
      },
      {
        kind: "command",
        id: "disk",
        title: "The folder for the dumps can be listed",
        run: ["ls", production.backups],
      },
    ],
    keys: { names: ["SECRET_KEY"], staging: { host: "app-1", file: production.stagingEnvFile } },
    "newest-backup": { kind: "files", pattern: join(production.nightly, "*.dump") },
    "test-restore": restoreRules,
    trial: {
      directory: join(production.directory, "trial"),
      ...serviceNamed(production.service).plan(production).trial,
    },
  };
}

function checksOf(production: MachineFacts): object[] {
  const { appUrl } = production;
  const { smoke } = serviceNamed(production.service).plan(production);
  return [
    {
      kind: "http",
      id: "health",
      title: "The health page answers",
      from: "app-1",
      url: `${appUrl}/health/`,
      contains: "ok",
    },
    {
      kind: "http",
      id: "version",
      title: "The version page names the release",
      from: "app-1",
      url: `${appUrl}/version/`,
      contains: "{tag}",
    },
    smoke({ id: "smoke", title: "Smoke tests", host: "app-1", site: appUrl }),
  ];
}
