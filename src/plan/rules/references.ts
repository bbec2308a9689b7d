import { minutesFrom, plannedTimes } from "../window-times.ts";
import { isIP } from "node:net";
import { IANAZone } from "luxon";
import { t } from "../../core/text/text.ts";
import { timedPhases } from "../../core/window/window.ts";
import { balancerKind } from "../../load-balancer/registry.ts";
import { watcherKeys } from "../../monitoring/registry.ts";
import { managerNamed } from "../../services/managers/registry.ts";
import { workKind } from "../../services/work/registry.ts";
import { strategyNamed } from "../../presets/strategies/registry.ts";
import { dnsProblems } from "./dns-problems.ts";
import type { Explained } from "../explain.ts";
import { filesProblems } from "./files-problems.ts";
import { nearest } from "../nearest.ts";
import { rollbackProblems } from "./rollback-problems.ts";
import type { Plan } from "../schema/schema.ts";

/** What a schema cannot say: names that have to exist, ids that have to differ, times that have to fit. */
export function crossProblems(plan: Plan): (Explained & { readonly mend: string })[] {
  return [
    ...hostProblems(plan),
    ...idProblems(plan),
    ...timeProblems(plan),
    ...placeProblems(plan),
    ...closedProblems(plan),
    ...kindProblems(plan),
    ...keyProblems(plan),
    ...backupProblems(plan),
    ...deployProblems(plan),
    ...prepareProblems(plan),
    ...approvalProblems(plan),
    ...dnsProblems(plan),
    ...rollbackProblems(plan),
    ...filesProblems(plan),
  ];
}

function hostProblems(plan: Plan) {
  const names = Object.keys(plan.hosts);
  const balancer = plan.loadBalancer;
  const used: { path: PropertyKey[]; host: string }[] = [
    { path: ["control", "host"], host: plan.control.host },
    { path: ["database", "host"], host: plan.database.host },
    ...("hosts" in balancer ? [] : [{ path: ["load-balancer", "host"], host: balancer.host }]),
    ...plan.services.pause.map(({ host }, index) => ({ path: ["services", "pause", index, "host"], host })),
    ...(plan.deploy.migrateOn === undefined ? [] : [{ path: ["deploy", "migrate-on"], host: plan.deploy.migrateOn }]),
    ...plan.certificates.map(({ host }, index) => ({ path: ["certificates", index, "host"], host })),
    ...plan.verify.checks.flatMap((check, index) =>
      checkHosts(check).map(({ path, host }) => ({ path: ["verify", "checks", index, ...path], host })),
    ),
    ...plan.prepare.checks.flatMap((check, index) =>
      checkHosts(check).map(({ path, host }) => ({ path: ["prepare", "checks", index, ...path], host })),
    ),
    ...plan.prepare.access.flatMap((probe, index) =>
      probe.from === undefined ? [] : [{ path: ["prepare", "access", index, "from"], host: probe.from }],
    ),
    ...(plan.prepare.keys?.staging === undefined
      ? []
      : [{ path: ["prepare", "keys", "staging", "host"], host: plan.prepare.keys.staging.host }]),
    ...(plan.prepare.testRestore?.server === undefined
      ? []
      : [{ path: ["prepare", "test-restore", "server", "host"], host: plan.prepare.testRestore.server.host }]),
    ...(plan.prepare.newestBackup?.host === undefined
      ? []
      : [{ path: ["prepare", "newest-backup", "host"], host: plan.prepare.newestBackup.host }]),
    ...(plan.prepare.trial?.tests ?? []).flatMap((check, index) =>
      checkHosts(check).map(({ path, host }) => ({ path: ["prepare", "trial", "tests", index, ...path], host })),
    ),
    ...plan.dns.map(({ host }, index) => ({ path: ["dns", index, "host"], host })),
    ...(Array.isArray(plan.files) ? plan.files : []).map(({ host }, index) => ({
      path: ["files", index, "host"],
      host,
    })),
    ...watcherKeys.flatMap((key) =>
      plan[key]?.from === undefined ? [] : [{ path: [key, "from"], host: plan[key].from }],
    ),
  ];
  const unknown = used
    .filter(({ host }) => !names.includes(host))
    .map(({ path, host }) => {
      const near = nearest(host, names);
      return {
        place: { path },
        what: t`host "${host}" is not among hosts`,
        mend: near ? t`did you mean "${near}"?` : t`add it under hosts, or use one of: ${names.join(", ")}`,
      };
    });
  const migrateOn = plan.deploy.migrateOn;
  const outside =
    migrateOn !== undefined && names.includes(migrateOn) && !plan.deploy.hosts.includes(migrateOn)
      ? [
          {
            place: { path: ["deploy", "migrate-on"] },
            what: t`"${migrateOn}" is not a host of the deploy`,
            mend: t`use one of deploy.hosts: ${plan.deploy.hosts.join(", ")}`,
          },
        ]
      : [];
  const strangers = plan.verify.checks.flatMap((check, index) =>
    check.kind === "smoke" && names.includes(check.host) && !plan.deploy.hosts.includes(check.host)
      ? [
          {
            place: { path: ["verify", "checks", index, "host"] },
            what: t`"${check.host}" has no checkout to run pytest in`,
            mend: t`use one of deploy.hosts: ${plan.deploy.hosts.join(", ")}`,
          },
        ]
      : [],
  );
  const unrun = plan.verify.checks.flatMap((check, index) =>
    check.kind === "smoke" && check.run === undefined && plan.deploy.preset !== "django"
      ? [
          {
            place: { path: ["verify", "checks", index] },
            what: t`with preset ${plan.deploy.preset} there is no pytest of the virtual environment`,
            mend: t`add run: with the words that write a JUnit report to {report}`,
          },
        ]
      : [],
  );
  return [...unknown, ...outside, ...strangers, ...unrun];
}

type Check = Plan["verify"]["checks"][number];

/** The hosts that a check names. */
function checkHosts(check: Check): { path: PropertyKey[]; host: string }[] {
  const named: [PropertyKey[], string | undefined][] = [
    [["host"], "host" in check ? check.host : undefined],
    [["from"], "from" in check ? check.from : undefined],
    [["renewal", "host"], "renewal" in check ? check.renewal?.host : undefined],
    [["canary", "from"], "canary" in check ? check.canary?.from : undefined],
  ];
  return named.flatMap(([path, host]) => (host === undefined ? [] : [{ path, host }]));
}

/** What a check of a kind cannot do with this plan. */
function kindProblems(plan: Plan) {
  const lists = [
    ["verify", plan.verify.checks],
    ["prepare", plan.prepare.checks],
  ] as const;
  const noName =
    isIP(new URL(plan.site.url).hostname.replace(/^\[|\]$/g, "")) !== 0 ||
    new URL(plan.site.url).hostname === "localhost";
  return lists.flatMap(([phase, checks]) =>
    checks.flatMap((check, index): (Explained & { mend: string })[] => {
      const at = (...more: PropertyKey[]) => ({ place: { path: [phase, "checks", index, ...more] } });
      switch (check.kind) {
        case "tls":
        case "dns":
          return check.name === undefined && noName
            ? [
                {
                  ...at(),
                  what: t`site.url has no name that could be asked for`,
                  mend: t`add name: with the site's name`,
                },
              ]
            : [];
        case "systemd":
          return check.units === undefined && plan.services.manager !== "systemd"
            ? [
                {
                  ...at(),
                  what: t`the services run under ${plan.services.manager}, so systemd knows nothing of them`,
                  mend: t`name units of systemd in units:, or take the check out`,
                },
              ]
            : [];
        case "migrations":
          return [
            ...(check.host !== undefined && check.host in plan.hosts && !plan.deploy.hosts.includes(check.host)
              ? [
                  {
                    ...at("host"),
                    what: t`"${check.host}" has no release whose migrations could be listed`,
                    mend: t`use one of deploy.hosts: ${plan.deploy.hosts.join(", ")}`,
                  },
                ]
              : []),
            ...(plan.deploy.preset !== "django" && plan.deploy.migrate === undefined
              ? [
                  {
                    ...at(),
                    what: t`the plan does not tell how migrations are listed`,
                    mend: t`add deploy.migrate, or take the check out`,
                  },
                ]
              : []),
            ...(plan.deploy.preset !== "django" && check.models
              ? [
                  {
                    ...at("models"),
                    what: t`with preset ${plan.deploy.preset} nobody knows what the models hold`,
                    mend: t`take models out`,
                  },
                ]
              : []),
          ];
        case "telegram-bot":
          return phase === "verify" &&
            check.webhook !== undefined &&
            plan.services.pause.some((work) => work.kind === "telegram-webhook" && work.secret === check.secret)
            ? [
                {
                  ...at("webhook"),
                  what: t`this webhook rests while the site is closed, and that is when it would be looked at`,
                  mend: t`take webhook out here, and ask for it in prepare.checks`,
                },
              ]
            : [];
        case "smoke":
          return phase === "prepare"
            ? [
                {
                  ...at(),
                  what: t`smoke tests before the window are run against staging`,
                  mend: t`name them in verify.checks, and add prepare.staging`,
                },
              ]
            : [];
        default:
          return [];
      }
    }),
  );
}

/** A key lies in a file on a host, so a host has to ask with it. */
function keyProblems(plan: Plan) {
  const asks = [
    ...plan.verify.checks.map((check, index) => ({
      path: ["verify", "checks", index] as PropertyKey[],
      auth: "auth" in check ? check.auth : undefined,
      from: "from" in check ? check.from : undefined,
    })),
    ...watcherKeys.map((key) => ({
      path: [key] as PropertyKey[],
      auth: plan[key]?.auth,
      from: plan[key]?.from,
    })),
  ];
  return asks.flatMap(({ path, auth, from }) => {
    if (auth === undefined) return [];
    if (from === undefined)
      return [
        {
          place: { path: [...path, "auth"] },
          what: t`the key is read on a host, and none is named that asks`,
          mend: t`add from: with that host`,
        },
      ];
    return auth.file === undefined && plan.deploy.envFile === undefined
      ? [
          {
            place: { path: [...path, "auth"] },
            what: t`the plan names no settings file that would hold the key`,
            mend: t`add file: here, or deploy.env-file`,
          },
        ]
      : [];
  });
}

function idProblems(plan: Plan) {
  const twice = (path: PropertyKey[], ids: readonly string[]) =>
    ids.flatMap((id, index) =>
      ids.indexOf(id) < index
        ? [{ place: { path: [...path, index, "id"] }, what: t`id "${id}" is used twice`, mend: t`give each its own` }]
        : [],
    );
  return [
    ...twice(
      ["verify", "checks"],
      plan.verify.checks.map((check) => check.id),
    ),
    ...twice(
      ["notices", "channels"],
      (plan.notices?.channels ?? []).map(({ id }) => id),
    ),
    ...(plan.notices?.tell ?? []).flatMap(({ via }, rule) =>
      via.flatMap((id, index) =>
        plan.notices?.channels.some((channel) => channel.id === id)
          ? []
          : [
              {
                place: { path: ["notices", "tell", rule, "via", index] as PropertyKey[] },
                what: t`there is no channel "${id}"`,
                mend: t`use one of: ${plan.notices?.channels.map((channel) => channel.id).join(", ")}`,
              },
            ],
      ),
    ),
    ...twice(
      ["certificates"],
      plan.certificates.map(({ id }) => id),
    ),
    ...plan.certificates.flatMap(({ check }, index) =>
      plan.verify.checks.some((one) => one.id === check && one.kind === "tls")
        ? []
        : [
            {
              place: { path: ["certificates", index, "check"] as PropertyKey[] },
              what: t`"${check}" is not a check of kind tls`,
              mend: t`name one of verify.checks`,
            },
          ],
    ),
    ...twice(
      ["verify", "scenarios"],
      plan.verify.scenarios.map((scenario) => scenario.id),
    ),
    ...plan.verify.checks.flatMap(({ id }, index) =>
      /^(people$|scenario-)/.test(id)
        ? [
            {
              place: { path: ["verify", "checks", index, "id"] as PropertyKey[] },
              what: t`id "${id}" is kept for the scenarios`,
              mend: t`give it another`,
            },
          ]
        : [],
    ),
    ...([...plan.verify.checks, ...plan.verify.scenarios].some(({ required }) => required)
      ? []
      : [
          {
            place: { path: ["verify", "checks"] as PropertyKey[] },
            what: t`nothing is required; a launch that nothing has to hold for is not verified`,
            mend: t`take required: false from at least one check`,
          },
        ]),
    ...twice(
      ["prepare", "checks"],
      plan.prepare.checks.map((check) => check.id),
    ),
    ...twice(
      ["dns"],
      plan.dns.map((change) => change.id),
    ),
    ...twice(
      ["services", "pause"],
      plan.services.pause.map((work) => work.id),
    ),
    ...twice(
      ["prepare", "access"],
      plan.prepare.access.map((probe) => probe.id),
    ),
    ...twice(
      ["prepare", "trial", "tests"],
      (plan.prepare.trial?.tests ?? []).map((check) => check.id),
    ),
    ...twice(
      ["deploy", "steps"],
      plan.deploy.steps.map((step) => step.id),
    ),
  ];
}

function timeProblems(plan: Plan) {
  const { start, end } = plan.window;
  const times = plannedTimes(plan.window);
  const problems: (Explained & { mend: string })[] = [];
  if (!IANAZone.isValidZone(plan.timezone))
    problems.push({
      place: { path: ["timezone"] },
      what: t`"${plan.timezone}" is not a time zone`,
      mend: t`use an IANA name such as Europe/Moscow`,
    });
  if (start === end)
    problems.push({
      place: { path: ["window", "end"] },
      what: t`the window has no length`,
      mend: t`end has to differ from start`,
    });
  if (plan.window.onOverrun === "ask" && !plan.window.ask)
    problems.push({
      place: { path: ["window", "on-overrun"] },
      what: t`nobody is named to be asked`,
      mend: t`add ask: {who: ["@login"]}`,
    });
  const length = minutesFrom(start, end);
  let before = 0;
  for (const phase of timedPhases) {
    const time = times[phase];
    if (time === undefined) continue;
    const offset = minutesFrom(start, time);
    if (offset > length)
      problems.push({
        place: { path: ["window", "schedule", phase] },
        what: t`${phase} at ${time} lies outside the window ${start}-${end}`,
        mend: t`move it inside`,
      });
    else if (offset < before)
      problems.push({
        place: { path: ["window", "schedule", phase] },
        what: t`${phase} at ${time} comes before the phase it follows`,
        mend: t`the order is ${timedPhases.join(", ")}`,
      });
    before = Math.max(before, offset);
  }
  return problems;
}

function closedProblems(plan: Plan) {
  const site = new URL(plan.site.url).host;
  const balancer = plan.loadBalancer;
  const noWay = (path: PropertyKey[]) =>
    balancer.bypass === undefined
      ? [
          {
            place: { path },
            what: t`the plan names no way past the maintenance page`,
            mend: t`add load-balancer.bypass (docs/maintenance.md)`,
          },
        ]
      : [];
  const checks = plan.verify.checks.flatMap((check, index) => {
    const path = ["verify", "checks", index];
    if (check.kind === "smoke") return check.bypassEnv === undefined ? [] : noWay([...path, "bypass-env"]);
    if (check.kind !== "http") return [];
    const ofSite = new URL(check.url).host === site;
    if (!check.bypass)
      return check.from === undefined && ofSite
        ? [
            {
              place: { path: [...path, "url"] },
              what: t`this check would see the maintenance page: the site is closed while it is verified`,
              mend: t`ask the service itself from its host, with \`from:\` and the address behind the balancer; or go past the page with \`bypass: true\``,
            },
          ]
        : [];
    if (check.from !== undefined)
      return [
        {
          place: { path: [...path, "from"] },
          what: t`a check past the page is asked from the runner, at every address of the balancers`,
          mend: t`take \`from:\` out, or \`bypass: true\``,
        },
      ];
    if (!ofSite)
      return [
        {
          place: { path: [...path, "url"] },
          what: t`the token is for ${site} only, and this address is another's`,
          mend: t`name a page of the site, or take \`bypass: true\` out`,
        },
      ];
    return noWay([...path, "bypass"]);
  });
  const trials = (plan.prepare.trial?.tests ?? []).flatMap((check, index) =>
    (check.kind === "http" && check.bypass) || (check.kind === "smoke" && check.bypassEnv !== undefined)
      ? [
          {
            place: { path: ["prepare", "trial", "tests", index] },
            what: t`the day before there is no page to go past`,
            mend: t`take the bypass out`,
          },
        ]
      : [],
  );
  const canaries = plan.verify.checks.flatMap((check, index) =>
    "canary" in check && check.canary !== undefined && new URL(check.canary.url).host === site
      ? [
          {
            place: { path: ["verify", "checks", index, "canary", "url"] },
            what: t`the canary would get the maintenance page: the site is closed while it is verified`,
            mend: t`name the address of the service behind the balancer`,
          },
        ]
      : [],
  );
  return [...checks, ...trials, ...canaries, ...balancerProblems(plan)];
}

function balancerProblems({ loadBalancer: balancer, hosts }: Plan) {
  return balancerKind(balancer).problems(balancer, Object.keys(hosts));
}

function backupProblems({ database: { backup } }: Plan) {
  return [
    ...(backup.dump === "after-migration" && !backup.copy
      ? [
          {
            place: { path: ["database", "backup", "dump"] },
            what: t`a dump after the migration is taken from the copy, and the plan has none`,
            mend: t`set copy: true, or dump: before-deploy`,
          },
        ]
      : []),
    ...(backup.pgbackrest && !backup.copy
      ? [
          {
            place: { path: ["database", "backup", "copy"] },
            what: t`with pgBackRest the way back is the copy: a restore of the whole server takes the other databases back as well`,
            mend: t`set copy: true`,
          },
        ]
      : []),
    ...(backup.pgbackrest && backup.dump === "after-migration"
      ? [
          {
            place: { path: ["database", "backup", "dump"] },
            what: t`pgBackRest backs the whole server up, so it cannot take the frozen copy later`,
            mend: t`set dump: before-deploy`,
          },
        ]
      : []),
    ...(backup.pgbackrest && backup.proof === "content"
      ? [
          {
            place: { path: ["database", "backup", "proof"] },
            what: t`a backup of pgBackRest has no tables to compare before it is restored`,
            mend: t`set proof: restore, or proof: read`,
          },
        ]
      : []),
    ...(backup.pgbackrest && backup.offsite
      ? [
          {
            place: { path: ["database", "backup", "offsite"] },
            what: t`pgBackRest has its own repositories for that`,
            mend: t`add a second repository (repo2-…) to its configuration, and take offsite out`,
          },
        ]
      : []),
    ...(backup.offsite && backup.recipient === undefined
      ? [
          {
            place: { path: ["database", "backup", "offsite"] },
            what: t`a backup leaves the host encrypted only, and the plan names no recipient`,
            mend: t`add recipient: age1… (the public key that age-keygen prints)`,
          },
        ]
      : []),
    ...(backup.offsite && !backup.offsite.run.some((word) => word.includes("{file}"))
      ? [
          {
            place: { path: ["database", "backup", "offsite", "run"] },
            what: t`the command does not name the file`,
            mend: t`put {file} where it wants the path`,
          },
        ]
      : []),
  ];
}

function deployProblems({ deploy }: Plan) {
  const path = ["deploy", "shared"];
  if (deploy.shared.length > 0 && !strategyNamed(deploy.strategy).ownDirectory)
    return [
      {
        place: { path },
        what: t`there is one directory only, so nothing has to be shared`,
        mend: t`set strategy: releases, or take shared out`,
      },
    ];
  return deploy.shared.flatMap((name, index) => {
    const parts = name.split("/").filter((part) => part !== "" && part !== ".");
    if (parts.length === 0 || parts[0] === ".git")
      return [
        {
          place: { path: [...path, index] },
          what: t`"${name}" is the release itself`,
          mend: t`name a file or folder inside it`,
        },
      ];
    return deploy.shared.some(
      (other, at) => at < index && (other === name || other.startsWith(`${name}/`) || name.startsWith(`${other}/`)),
    )
      ? [{ place: { path: [...path, index] }, what: t`"${name}" is shared already`, mend: t`take it out` }]
      : [];
  });
}

function approvalProblems({ approval: { comment } }: Plan) {
  const logins = (comment?.approvers ?? []).map((login) => login.toLowerCase());
  return logins.flatMap((login, index) =>
    logins.indexOf(login) < index
      ? [
          {
            place: { path: ["approval", "comment", "approvers", index] },
            what: t`approver "${login}" is named twice`,
            mend: t`take one out; GitHub does not tell logins apart by case`,
          },
        ]
      : [],
  );
}

function prepareProblems(plan: Plan) {
  const { newestBackup: backup, testRestore: restore, trial, staging } = plan.prepare;
  const migrates = plan.deploy.migrateOn ?? plan.deploy.hosts[0];
  const restores = restore?.server?.host ?? plan.database.host;
  const strangers = (trial?.tests ?? []).flatMap((check, index) =>
    !["http", "smoke", "command"].includes(check.kind)
      ? [
          {
            place: { path: ["prepare", "trial", "tests", index, "kind"] },
            what: t`a check of kind ${check.kind} tells nothing about a release that is only tried`,
            mend: t`name it in verify.checks or prepare.checks`,
          },
        ]
      : "host" in check && check.host !== migrates
        ? [
            {
              place: { path: ["prepare", "trial", "tests", index, "host"] },
              what: t`the release is tried on "${migrates}", not on "${check.host}"`,
              mend: t`set host: ${migrates}`,
            },
          ]
        : [],
  );
  const tried = (trial?.tests ?? []).flatMap((check, index) =>
    check.required
      ? []
      : [
          {
            place: { path: ["prepare", "trial", "tests", index, "required"] },
            what: t`what is tried the day before has to pass`,
            mend: t`take required out, or the test`,
          },
        ],
  );
  const unread =
    plan.deploy.envFile === undefined
      ? [
          ...plan.prepare.access.flatMap((probe, index) => ("secret" in probe ? [["prepare", "access", index]] : [])),
          ...(plan.prepare.keys ? [["prepare", "keys"]] : []),
          ...(["verify", "prepare"] as const).flatMap((phase) =>
            plan[phase].checks.flatMap((check, index) =>
              check.kind === "telegram-bot" ? [[phase, "checks", index]] : [],
            ),
          ),
          ...plan.services.pause.flatMap((work, index) =>
            workKind(work).readsSettings ? [["services", "pause", index]] : [],
          ),
        ]
      : [];
  return [
    ...unread.map((path) => ({
      place: { path },
      what: t`the plan names no settings file that would hold the key`,
      mend: t`add deploy.env-file`,
    })),
    ...strangers,
    ...tried,
    ...(restore && !backup
      ? [
          {
            place: { path: ["prepare", "test-restore"] },
            what: t`there is no backup named to restore`,
            mend: t`add prepare.newest-backup`,
          },
        ]
      : []),
    ...(restore && backup?.host !== undefined && backup.host !== restores
      ? [
          {
            place: { path: ["prepare", "newest-backup", "host"] },
            what: t`the backup is restored on "${restores}", and is on another host`,
            mend: t`name a copy of it on ${restores}`,
          },
        ]
      : []),
    ...(restore && backup?.kind === "pgbackrest"
      ? [
          {
            place: { path: ["prepare", "test-restore"] },
            what: t`a backup of pgBackRest is the whole server, so it is not restored beside the service`,
            mend: t`name a dump in prepare.newest-backup; pgBackRest's own backup is proved in the window`,
          },
        ]
      : []),
    ...(trial && !restore
      ? [
          {
            place: { path: ["prepare", "trial"] },
            what: t`a release is tried on a restored backup, and the plan restores none`,
            mend: t`add prepare.test-restore`,
          },
        ]
      : []),
    ...(trial && Object.keys(trial.settings).length === 0 && trial.databaseUrl === undefined
      ? [
          {
            place: { path: ["prepare", "trial"] },
            what: t`nothing points the release to the scratch database`,
            mend: t`add settings: {PGDATABASE: "{database}"}, or database-url: DATABASE_URL`,
          },
        ]
      : []),
    ...(staging && !plan.verify.checks.some(({ kind }) => kind === "smoke")
      ? [
          {
            place: { path: ["prepare", "staging"] },
            what: t`the plan has no smoke tests to run against staging`,
            mend: t`add a check of kind smoke to verify.checks`,
          },
        ]
      : []),
  ];
}

function placeProblems(plan: Plan) {
  const outside = (
    hosts: readonly string[],
    inside: readonly string[],
    path: PropertyKey[],
    what: (host: string) => string,
    mend: string,
  ) =>
    hosts.flatMap((host, index) =>
      host in plan.hosts && !inside.includes(host)
        ? [{ place: { path: Object.keys(plan.roles).length === 0 ? [...path, index] : path }, what: what(host), mend }]
        : [],
    );
  const { services, deploy, health } = plan;
  const migrates = deploy.migrateOn ?? deploy.hosts[0] ?? "";
  return [
    ...(managerNamed(plan.services.manager).problems?.(plan.services) ?? []),
    ...outside(
      services.hosts,
      deploy.hosts,
      ["services", "hosts"],
      (host) => t`services run on "${host}", but nothing is deployed there`,
      t`add it to deploy.hosts, or take it out here`,
    ),
    ...outside(
      health.hosts ?? [],
      services.hosts,
      ["health", "hosts"],
      (host) => t`"${host}" has no service that could answer`,
      t`name hosts of services.hosts`,
    ),
    ...services.units.flatMap((unit, index) =>
      typeof unit === "string"
        ? []
        : outside(
            unit.hosts,
            services.hosts,
            ["services", "units", index, "hosts"],
            (host) => t`"${host}" is not a host of the services`,
            t`add it to services.hosts, or take it out here`,
          ),
    ),
    ...deploy.steps.flatMap((step, index) => {
      const path = ["deploy", "steps", index, "hosts"];
      const around = step.when === "before-migrate" || step.when === "after-migrate";
      return [
        ...outside(
          step.hosts ?? [],
          deploy.hosts,
          path,
          (host) => t`"${host}" is not a host of the deploy`,
          t`use some of: ${deploy.hosts.join(", ")}`,
        ),
        ...(around
          ? outside(
              (step.hosts ?? []).filter((host) => deploy.hosts.includes(host)),
              [migrates],
              path,
              (host) => t`"${host}" does not have the release yet when ${migrates} migrates`,
              t`${migrates} goes first and alone: leave hosts out, or use when: before-start or after-start`,
            )
          : []),
      ];
    }),
  ];
}
