import { stringify } from "yaml";
import { applications, type HostsFacts, layout, names } from "../hosts/facts.ts";
import { extrasOf } from "./extras.ts";
import { openWindow, restoreRules, smokeCheck, systemCheck, trialOn } from "./parts.ts";
import type { PlanChange, PlanData } from "./plan-data.ts";

/** The plan for four machines: reached by ssh only, as a user without rights but those of docs/hosts.md. */
export function planForHosts(production: HostsFacts, tag: string, change: PlanChange = () => {}): string {
  const app = `http://127.0.0.1:${layout.port}`;
  const plan: PlanData = {
    version: 1,
    service: layout.service,
    timezone: "Europe/Moscow",
    window: openWindow(),
    approval: { environment: "production" },
    hosts: connections(production),
    // Beside the dumps: who can go back can also read how far the launch got, whatever became of the other hosts.
    control: { host: "db", directory: layout.state },
    site: { url: `${production.siteUrl}/health/` },
    "load-balancer": balancer(production),
    files: "none",
    database: {
      engine: "postgresql",
      host: "db",
      name: layout.database,
      "run-as": "postgres",
      backup: { directory: layout.backups, jobs: 2 },
    },
    services: {
      manager: "systemd",
      hosts: applications,
      units: [layout.service],
      sudo: true,
      pause: [
        { kind: "systemd", id: "reminders", title: "the reminders", host: "app-1", sudo: true, unit: layout.timer },
      ],
    },
    health: { url: `${app}/health/`, within: "30s", version: { url: `${app}/version/` } },
    deploy: {
      preset: "django",
      hosts: applications,
      directory: layout.live,
      "system-site-packages": true,
      "env-file": layout.envFile,
      steps: [systemCheck],
    },
    prepare: {
      "newest-backup": { kind: "files", pattern: `${layout.nightly}/*.dump` },
      "test-restore": restoreRules,
      trial: trialOn(layout.sparePort),
    },
    verify: { checks: applications.flatMap((host) => checksOn(host, app)) },
  };
  const { around } = production;
  for (const { access = [], checks = [], plan: added = {} } of around ? extrasOf({ ...around, appUrl: app }) : []) {
    Object.assign(plan, added);
    if (access.length > 0) plan.prepare.access = [...(plan.prepare.access ?? []), ...access];
    plan.verify.checks.push(...checks);
  }
  change(plan, tag);
  return stringify(plan, { aliasDuplicateObjects: false });
}

function connections({ hosts, ssh }: HostsFacts): Record<string, object> {
  return Object.fromEntries(
    names.map((name) => [
      name,
      { connect: "ssh", address: hosts[name].address, user: ssh.user, "host-key": hosts[name].hostKey },
    ]),
  );
}

function balancer({ maintenanceMarker }: HostsFacts): object {
  return {
    kind: "nginx",
    hosts: ["lb"],
    flag: layout.flag,
    bypass: { directory: layout.bypass },
    drain: { status: "http://127.0.0.1:8088/nginx_status" },
    header: maintenanceMarker.header,
  };
}

function checksOn(host: string, app: string): object[] {
  return [
    {
      kind: "http",
      id: `version-${host}`,
      title: `The version page of ${host} names the release`,
      from: host,
      url: `${app}/version/`,
      contains: "{tag}",
    },
    smokeCheck({ id: `smoke-${host}`, title: `Smoke tests on ${host}`, host, site: app }),
  ];
}
