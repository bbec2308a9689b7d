import { DateTime } from "luxon";
import { stringify } from "yaml";
import { join } from "node:path";
import type { MachineFacts } from "../production/machine-production.ts";

/** Changes to the plan's data before it is written, for a test of something else. */
export type PlanChange = (plan: Record<string, any>, tag: string) => void;

function balancerFor({ balancer }: MachineFacts): object {
  if (balancer.kind === "nginx")
    return {
      kind: "nginx",
      flag: balancer.flag,
      bypass: { directory: balancer.tokens },
      drain: { status: balancer.status },
    };
  return {
    kind: "haproxy",
    map: balancer.map,
    socket: balancer.socket,
    bypass: { map: balancer.tokens },
    backend: balancer.backend,
    servers: { "app-1": "app-1" },
    drain: {},
  };
}

/** The rehearsal's plan: one machine, reached as the runner itself or, when the production has an sshd, by ssh. */
export function planFor(production: MachineFacts, tag: string, change: PlanChange = () => {}): string {
  const host = production.ssh
    ? {
        connect: "ssh",
        address: production.ssh.host,
        port: production.ssh.port,
        user: production.ssh.user,
        "host-key": production.ssh.hostKey,
      }
    : { connect: "local" };
  const { postgres } = production;
  const trial = `http://127.0.0.1:${production.sparePort}`;
  const plan = {
    version: 1,
    service: "psychology-api",
    timezone: "Europe/Moscow",
    window: openWindow(),
    approval: { environment: "production" },
    hosts: { "app-1": host },
    control: { host: "app-1", directory: production.state },
    site: { url: `${production.siteUrl}/health/` },
    "load-balancer": { ...balancerFor(production), hosts: ["app-1"], header: production.maintenanceMarker.header },
    files: "none",
    database: {
      engine: "postgresql",
      host: "app-1",
      name: postgres.database,
      connection: { host: postgres.host, port: postgres.port, user: postgres.adminUser, passfile: postgres.passfile },
      backup: { directory: production.backups, jobs: 2 },
    },
    services: {
      manager: "supervisor",
      hosts: ["app-1"],
      units: [production.supervisor.program],
      config: production.supervisor.config,
    },
    health: { url: `${production.appUrl}/health/`, within: "30s", version: { url: `${production.appUrl}/version/` } },
    deploy: {
      preset: "django",
      hosts: ["app-1"],
      ...(production.strategy === "releases" ? { strategy: "releases" } : {}),
      directory: production.deployed,
      python: production.python,
      "system-site-packages": true,
      "env-file": production.envFile,
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
      ...(production.stagingUrl === undefined
        ? {}
        : {
            staging: { env: { BASE_URL: production.stagingUrl } },
            tell: { who: ["@clinic/team"], text: "The phone at the desk is staffed meanwhile." },
          }),
      access: [
        {
          kind: "postgres",
          id: "database",
          title: "The service's role gets into its database",
          connection: {
            host: postgres.host,
            port: postgres.port,
            user: postgres.owner,
            passfile: production.ownerPassfile,
          },
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
      "test-restore": {
        rules: [
          { table: "clients", "least-rows": 10 },
          { table: "bookings", newest: { column: "created_at", within: "2h" } },
        ],
      },
      trial: {
        directory: join(production.directory, "trial"),
        settings: { PGDATABASE: "{database}" },
        start: {
          run: [
            ".venv/bin/python",
            "-m",
            "gunicorn",
            "psychology.wsgi:application",
            "--bind",
            `127.0.0.1:${production.sparePort}`,
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
      checks: [
        {
          kind: "http",
          id: "health",
          title: "The health page answers",
          from: "app-1",
          url: `${production.appUrl}/health/`,
          contains: "ok",
        },
        {
          kind: "http",
          id: "version",
          title: "The version page names the release",
          from: "app-1",
          url: `${production.appUrl}/version/`,
          contains: "{tag}",
        },
        {
          kind: "smoke",
          id: "smoke",
          title: "Smoke tests",
          host: "app-1",
          path: "smoke",
          "least-tests": 5,
          env: { BASE_URL: production.appUrl },
        },
      ] as Record<string, unknown>[],
    },
  };
  if (production.secure !== undefined) {
    const { name, address, root, renew, reload } = production.secure;
    Object.assign(plan, {
      certificates: [
        {
          id: "site",
          title: "The certificate of the site is good, or renewed",
          check: "certificate",
          host: "app-1",
          renew,
          reload,
          timeout: "1m",
        },
      ],
    });
    plan.verify.checks.push({
      kind: "tls",
      id: "certificate",
      title: "The certificate is good",
      name,
      addresses: [address],
      ca: root,
      redirect: false,
    });
  }
  if (production.names !== undefined) {
    const { server, zone, name, keyFile } = production.names;
    Object.assign(plan, {
      dns: [
        {
          kind: "rfc2136",
          id: "www",
          title: "www leads to the new balancer",
          host: "app-1",
          server,
          servers: [server],
          zone,
          name,
          type: "A",
          ttl: "60s",
          records: ["127.0.0.1"],
          "key-file": keyFile,
          within: "10s",
        },
      ],
    });
    plan.verify.checks.push({
      kind: "dns",
      id: "name",
      title: "Every name server agrees",
      name,
      servers: [server],
      addresses: ["127.0.0.1"],
      "ttl-at-most": "60s",
      caa: "letsencrypt.org",
      wait: "10s",
    });
  }
  if (production.botUrl !== undefined) {
    plan.prepare.access.push({
      kind: "telegram",
      id: "bot",
      title: "Telegram takes the bot's token",
      base: production.botUrl,
      secret: "BOT_TOKEN",
    } as never);
    plan.verify.checks.push({
      kind: "telegram-bot",
      id: "bot",
      title: "The Telegram bot is well",
      secret: "BOT_TOKEN",
      base: production.botUrl,
      polling: true,
      every: "1s",
    });
  }
  if (production.team !== undefined)
    Object.assign(plan, {
      notices: {
        channels: [
          { kind: "telegram", id: "team", key: "TELEGRAM_TOKEN", chat: "-1001234567890", base: production.team.base },
        ],
        tell: [{ via: ["team"] }],
      },
    });
  if (production.watch !== undefined) {
    const { prometheusUrl, lokiUrl, job } = production.watch;
    // Nobody else asks for it: what is counted there is the canary.
    const nowhere = `${production.appUrl}/golive-canary/`;
    plan.verify.checks.push(
      {
        kind: "prometheus",
        id: "metrics",
        title: "Prometheus scrapes the release",
        from: "app-1",
        url: prometheusUrl,
        job,
        canary: { url: nowhere, counter: `sum(http_requests_total{job="${job}",status="404"})` },
        queries: [{ name: "scrapes", expr: `up{job="${job}"}`, "at-least": 1 }],
        wait: "30s",
      },
      {
        kind: "loki",
        id: "logs",
        title: "Requests arrive in the log",
        from: "app-1",
        url: lokiUrl,
        query: `{app="${job}"}`,
        canary: { url: nowhere },
        version: { field: "version" },
        wait: "30s",
      },
    );
  }
  change(plan, tag);
  return stringify(plan);
}

/** A window that has just opened, so that the launch need not wait for the night. */
export function openWindow() {
  const opened = DateTime.now().setZone("Europe/Moscow").minus({ minutes: 5 });
  const at = (minutes: number) => opened.plus({ minutes }).toFormat("HH:mm");
  return { start: at(0), end: at(120), schedule: { backup: at(0), deploy: at(15), verify: at(75) } };
}
