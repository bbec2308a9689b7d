// What a plan says of that which a production has only where it was asked for.

import type { MachineFacts } from "../production/facts.ts";

export interface Extra {
  /** Parts of the plan of their own. */
  readonly plan?: object;
  readonly access?: readonly object[];
  readonly checks?: readonly object[];
}

/** What of it stands around a production, on whatever machines that runs. */
export type Around = Pick<MachineFacts, "secure" | "names" | "botUrl" | "team" | "watch" | "appUrl">;

export function extrasOf(production: Around): readonly Extra[] {
  const { secure, names, botUrl, team, watch } = production;
  return [
    ...(secure === undefined ? [] : [certificateOf(secure)]),
    ...(names === undefined ? [] : [recordOf(names)]),
    ...(botUrl === undefined ? [] : [botAt(botUrl)]),
    ...(team === undefined ? [] : [noticesTo(team)]),
    ...(watch === undefined ? [] : [watchedBy(watch, production.appUrl)]),
  ];
}

type Present<K extends keyof MachineFacts> = NonNullable<MachineFacts[K]>;

function certificateOf({ name, address, root, renew, reload }: Present<"secure">): Extra {
  const certificate = {
    id: "site",
    title: "The certificate of the site is good, or renewed",
    check: "certificate",
    host: "app-1",
    renew,
    reload,
    timeout: "1m",
  };
  const check = {
    kind: "tls",
    id: "certificate",
    title: "The certificate is good",
    name,
    addresses: [address],
    ca: root,
    redirect: false,
  };
  return { plan: { certificates: [certificate] }, checks: [check] };
}

function recordOf({ server, zone, name, keyFile }: Present<"names">): Extra {
  const record = {
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
  };
  const check = {
    kind: "dns",
    id: "name",
    title: "Every name server agrees",
    name,
    servers: [server],
    addresses: ["127.0.0.1"],
    "ttl-at-most": "60s",
    caa: "letsencrypt.org",
    wait: "10s",
  };
  return { plan: { dns: [record] }, checks: [check] };
}

function botAt(base: string): Extra {
  const common = { id: "bot", secret: "BOT_TOKEN", base };
  return {
    access: [{ kind: "telegram", title: "Telegram takes the bot's token", ...common }],
    checks: [{ kind: "telegram-bot", title: "The Telegram bot is well", ...common, polling: true, every: "1s" }],
  };
}

function noticesTo({ base }: Present<"team">): Extra {
  const channel = { kind: "telegram", id: "team", key: "TELEGRAM_TOKEN", chat: "-1001234567890", base };
  return { plan: { notices: { channels: [channel], tell: [{ via: ["team"] }] } } };
}

function watchedBy({ prometheusUrl, lokiUrl, job }: Present<"watch">, appUrl: string): Extra {
  // Nobody else asks for it: what is counted there is the canary.
  const nowhere = `${appUrl}/golive-canary/`;
  return {
    checks: [
      {
        kind: "prometheus",
        id: "metrics",
        title: "Prometheus scrapes the release",
        from: "app-1",
        url: prometheusUrl,
        job,
        canary: { url: nowhere, counter: `sum(http_requests_total{job="${job}",status="404"})` },
        queries: [{ name: "scrapes", expr: `min(up{job="${job}"})`, "at-least": 1 }],
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
    ],
  };
}
