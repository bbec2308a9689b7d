import { join } from "node:path";
import { stringify } from "yaml";
import type { MachineFacts } from "../production/facts.ts";
import { extrasOf } from "./extras.ts";
import { serviceNamed } from "../services/registry.ts";
import { openWindow } from "./parts.ts";
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
    database: serviceNamed(production.service).database.plan(production).database,
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

function balancerOf(production: MachineFacts): object {
  const { balancer, maintenanceMarker } = production;
  const common = { hosts: ["app-1"], header: maintenanceMarker.header };
  if (balancer.kind === "nginx")
    return {
      kind: "nginx",
      flag: balancer.flag,
      bypass: { directory: balancer.tokens },
      drain: { status: balancer.status },
      ...common,
    };
  if (balancer.kind === "caddy") {
    const command = (word: string) => [balancer.script, production.maintenanceFlag, word];
    const [on, off, status] = ["on", "off", "status"].map(command);
    return { kind: "command", host: "app-1", on, off, status, header: common.header };
  }
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
  const { stagingUrl } = production;
  const service = serviceNamed(production.service);
  const { prepare, access } = service.database.plan(production);
  const { trial } = service.plan(production);
  const staging = {
    staging: { env: { BASE_URL: stagingUrl } },
    tell: { who: ["@clinic/team"], text: "The phone at the desk is staffed meanwhile." },
  };
  const disk = {
    kind: "command",
    id: "disk",
    title: "The folder for the dumps can be listed",
    run: ["ls", production.backups],
  };
  return {
    ...(stagingUrl === undefined ? {} : staging),
    access: [...access, disk],
    keys: { names: ["SECRET_KEY"], staging: { host: "app-1", file: production.stagingEnvFile } },
    ...prepare,
    ...(trial === null ? {} : { trial: { directory: join(production.directory, "trial"), ...trial } }),
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
