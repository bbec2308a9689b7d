import { stringify } from "yaml";
import { applications, type HostsFacts, layout, names } from "../hosts/facts.ts";
import { openWindow, type PlanChange } from "./plan-for.ts";

/** The plan for four machines: reached by ssh only, as a user without rights but those of docs/hosts.md. */
export function planForHosts(production: HostsFacts, tag: string, change: PlanChange = () => {}): string {
  const { hosts, ssh } = production;
  const app = `http://127.0.0.1:${layout.port}`;
  const trial = `http://127.0.0.1:${layout.sparePort}`;
  const plan = {
    version: 1,
    service: layout.service,
    timezone: "Europe/Moscow",
    window: openWindow(),
    approval: { environment: "production" },
    hosts: Object.fromEntries(
      names.map((name) => [
        name,
        { connect: "ssh", address: hosts[name].address, user: ssh.user, "host-key": hosts[name].hostKey },
      ]),
    ),
    // Beside the dumps: who can go back can also read how far the launch got, whatever became of the other hosts.
    control: { host: "db", directory: layout.state },
    site: { url: `${production.siteUrl}/health/` },
    "load-balancer": {
      kind: "nginx",
      hosts: ["lb"],
      flag: layout.flag,
      bypass: { directory: layout.bypass },
      drain: { status: "http://127.0.0.1:8088/nginx_status" },
      header: production.maintenanceMarker.header,
    },
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
      steps: [
        {
          id: "system-check",
          title: "Django finds nothing to complain about",
          when: "after-migrate",
          run: [".venv/bin/python", "manage.py", "check"],
          "on-rollback": "skip",
        },
      ],
    },
    prepare: {
      "newest-backup": { kind: "files", pattern: `${layout.nightly}/*.dump` },
      "test-restore": {
        rules: [
          { table: "clients", "least-rows": 10 },
          { table: "bookings", newest: { column: "created_at", within: "2h" } },
        ],
      },
      trial: {
        settings: { PGDATABASE: "{database}" },
        start: {
          run: [
            ".venv/bin/python",
            "-m",
            "gunicorn",
            "psychology.wsgi:application",
            "--bind",
            `127.0.0.1:${layout.sparePort}`,
            "--worker-class",
            "gthread",
            "--threads",
            "4",
          ],
          health: `${trial}/health/`,
          within: "30s",
        },
        tests: [
          {
            kind: "smoke",
            id: "trial-smoke",
            title: "Smoke tests",
            host: "app-1",
            path: "smoke",
            "least-tests": 5,
            env: { BASE_URL: trial },
          },
        ],
      },
    },
    verify: {
      checks: applications.flatMap((host) => [
        {
          kind: "http",
          id: `version-${host}`,
          title: `The version page of ${host} names the release`,
          from: host,
          url: `${app}/version/`,
          contains: "{tag}",
        },
        {
          kind: "smoke",
          id: `smoke-${host}`,
          title: `Smoke tests on ${host}`,
          host,
          path: "smoke",
          "least-tests": 5,
          env: { BASE_URL: app },
        },
      ]),
    },
  };
  change(plan, tag);
  return stringify(plan, { aliasDuplicateObjects: false });
}
