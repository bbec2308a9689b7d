import { dirname } from "node:path";
import { programsFor } from "../../access/programs.ts";
import { checkTitle, runCheck } from "../../checks/check.ts";
import { script } from "../../core/command.ts";
import { errorLine, type Problem, problemsFrom, UserError } from "../../core/errors.ts";
import type { Release } from "../../core/release.ts";
import { showSize } from "../../core/text/figures.ts";
import { mayWrite } from "../../core/permission.ts";
import { t } from "../../core/text/text.ts";
import { sideName } from "../../database/postgres.ts";
import { type DatabaseFacts, databaseProblems, spaceProblems } from "../../database/preflight/preflight.ts";
import { pgbackrestProblems } from "../../database/pgbackrest/pgbackrest.ts";
import { permissionOf } from "../../github/said.ts";
import { pathExists } from "../../github/repository.ts";
import { programsOf } from "../../dns/change.ts";
import { safeFolderProblems } from "../../hosts/folders/safe-folder.ts";
import { rightProblems } from "../../hosts/sudo/sudo-rights.ts";
import { openBalancer } from "../../load-balancer/balancer.ts";
import { look, sawInstead } from "../../load-balancer/proof.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { filesOf } from "../../plan/files-layout.ts";
import { liveDirectory, repositoryOf, trialFolder } from "../../plan/layout.ts";
import { unsaid } from "../../plan/rules/unsaid.ts";
import { presetOf } from "../../presets/preset.ts";
import { strategyOf } from "../../presets/strategy.ts";
import { lookAtHold } from "../../services/hold.ts";
import { managerOf, serviceProblems, unitsOn } from "../../services/manager.ts";
import { scheduledProblems, settingsPlace } from "../../services/scheduled.ts";
import { approvalBy } from "../approval/approval.ts";
import { asking } from "../day-before/access.ts";
import { deafProblems } from "./deaf.ts";
import { claim } from "../launch/record/claim.ts";
import { controlMoved } from "./control-moved.ts";
import { type Asked, type Passed, passGate } from "../gate/gate.ts";
import { asOnRecord, type ToLaunch } from "../gate/on-record.ts";
import { type Launch, type Reach, reach, type RunContext } from "../launch/launch.ts";
import { filesFinding } from "../files/files.ts";
import { healthProblem, versionOn } from "../deploy/health.ts";
import { calledNow } from "./night-checks.ts";
import { dnsFinding } from "../dns-tls/dns-by-day.ts";
import { migrationsOf } from "./migrations.ts";
import { missingKeys } from "../tell/notices.ts";
import { touched } from "../../journal/state.ts";
import { rightsOn } from "./rights.ts";
import { certificateFinding, certificatePrograms } from "../dns-tls/certificates.ts";
import { healthHosts, migrateHost } from "../deploy/deploy-order.ts";

/** What a look at one thing found. */
interface Finding {
  readonly step: string;
  readonly problems: readonly Problem[];
  readonly note?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** What `plan` is asked to launch; `digest`: what the job `gate` gave, empty without one. */
export interface Wanted extends Asked {
  readonly digest: string;
}

/**
 * Everything that can be known before the window, looked at without changing anything; then the lock is taken and
 * the checklist opened. All problems are reported together, and with any of them nothing is begun.
 */
export async function prepare(context: RunContext, wanted: Wanted): Promise<Launch> {
  const passed = await passGate(context, wanted);
  const first = await reach(passed.plan, context);
  const { to, reached } = await asOnRecord(context, passed, wanted, first);
  try {
    return await open(context, passed, to, wanted, reached);
  } catch (error) {
    await reached.close();
    throw error;
  }
}

async function open(
  context: RunContext,
  passed: Passed,
  to: ToLaunch,
  { approval, override }: Wanted,
  reached: Reach,
): Promise<Launch> {
  const { plan, tag, commit, digest } = to;
  const outside = [
    {
      step: "prepare.tag",
      problems: [...missingKeys(plan, context.noticeKeys ?? {}), ...unsaid(plan, context.planFile)],
      note: t`${tag} is ${commit.slice(0, 12)}`,
    },
    {
      step: "prepare.approval",
      problems: await peopleProblems(context, plan, approval === ""),
      note: approvalNote(plan, passed.notes),
    },
    ...(await smokeFiles(context, plan, commit)),
  ];
  const hosts = await hostsAnswer(plan, reached);
  refuse([...outside, hosts]);
  refuse([{ ...hosts, problems: await controlMoved(context, plan, reached) }]);
  const approved =
    approval === "" ? null : await approvalBy(context, plan, { tag, digest }, approval, await reached.journal.read());
  const claimed = await claim(context, plan, { tag, commit, digest }, reached);
  if (approval !== "" && claimed.state.release === null) {
    await reached.lock.release(claimed.owner);
    throw new UserError({
      what: t`the launch that was approved no longer holds the lock`,
      where: plan.control.host,
      mend: t`start the launch again; its checklist says what to write`,
    });
  }
  // A launch that is under way is not measured by what the world looked like before it.
  const inside = touched(claimed.state)
    ? []
    : await lookInside(plan, reached, { id: claimed.owner.release, tag, commit });
  try {
    refuse([...outside, ...inside]);
  } catch (error) {
    if (!claimed.resumed) await reached.lock.release(claimed.owner);
    throw error;
  }
  const starter = claimed.state.release?.actor;
  const launch = await claimed.open(
    to,
    [...outside, hosts, ...inside],
    approval === "" || starter === undefined ? undefined : { startedBy: starter, approval: approved },
  );
  // A launch that goes on has the override it was approved with, and no other.
  if (override !== "" && override === to.override)
    await launch.record({ kind: "overridden", by: context.run.actor, because: override });
  return launch;
}

function refuse(findings: readonly Finding[]): void {
  const problems = findings.flatMap((finding) => finding.problems);
  if (problems.length > 0) throw new UserError(problems);
}

/** `first`: this run opens the launch, and whoever started it cannot approve it by a comment. */
async function peopleProblems({ github, run }: RunContext, plan: Plan, first: boolean): Promise<Problem[]> {
  const { comment } = plan.approval;
  return [
    ...(comment ? await approverProblems(github, comment.approvers, first ? run.actor : "") : []),
    ...(await weakProblems(github, askedPeople(plan))),
    ...(await deafProblems(github, plan)),
  ];
}

function approvalNote({ approval: { comment } }: Plan, notes: readonly string[]): string {
  return [...(comment ? [t`a comment of ${comment.approvers.join(t` or `)}`] : []), ...notes].join("; ");
}

/** People of the plan whose word decides something, other than the approvers. */
function askedPeople({ verify, window }: Plan): { readonly where: string; readonly login: string }[] {
  const named = [
    ...verify.scenarios.flatMap(({ id, owners }) => owners.map((who) => ({ where: `verify.scenarios ${id}`, who }))),
    ...(verify.ask?.who ?? []).map((who) => ({ where: "verify.ask.who", who })),
    ...(window.ask?.who ?? []).map((who) => ({ where: "window.ask.who", who })),
  ];
  const first = new Map(named.toReversed().map(({ where, who }) => [who.slice(1).toLowerCase(), { where, who }]));
  return [...first.values()].map(({ where, who }) => ({ where, login: who.slice(1) })).toReversed();
}

/** Who is named and may not write: their word would not count at night. */
async function weakProblems(
  github: RunContext["github"],
  people: readonly { readonly where: string; readonly login: string }[],
): Promise<Problem[]> {
  const may = await Promise.all(
    people.map(async (one) => ({ ...one, permission: await permissionOf(github, one.login) })),
  );
  return may
    .filter(({ permission }) => !mayWrite(permission))
    .map(({ login, permission, where }) => ({
      code: "person-without-permission",
      what: t`${login} may not write to the repository (${permission}), so what they say would not count`,
      where,
      mend: t`give them write permission, or name somebody else`,
    }));
}

async function approverProblems(
  github: RunContext["github"],
  approvers: readonly string[],
  starter: string,
): Promise<Problem[]> {
  const where = "approval.comment.approvers";
  const weak = await weakProblems(
    github,
    approvers.map((login) => ({ where, login })),
  );
  const alone = approvers.every((login) => login.toLowerCase() === starter.toLowerCase());
  return [
    ...weak,
    ...(alone
      ? [
          {
            what: t`${starter} starts this launch and is the only approver, so nobody could approve it`,
            where,
            mend: t`name another approver, or let somebody else start it`,
          },
        ]
      : []),
  ];
}

async function smokeFiles({ github }: RunContext, plan: Plan, commit: string): Promise<Finding[]> {
  const smoke = plan.verify.checks.flatMap((check, index) => (check.kind === "smoke" ? [{ check, index }] : []));
  if (smoke.length === 0) return [];
  const missing = await Promise.all(
    smoke.map(async ({ check, index }) =>
      (await pathExists(github, check.path, commit))
        ? []
        : [
            {
              what: t`${check.path} is not in the release`,
              where: `verify.checks[${index}].path`,
              mend: t`commit the tests before the tag is made, or correct the path`,
            },
          ],
    ),
  );
  return [{ step: "prepare.smoke", problems: missing.flat(), note: smoke.map(({ check }) => check.path).join(", ") }];
}

/** One that cannot be reached is a failure, and counted before anything starts. */
export async function hostsAnswer(plan: Plan, { hosts }: Pick<Reach, "hosts">): Promise<Finding> {
  const problems = await Promise.all(
    hosts.all.map((host) => problemsFrom(async () => void (await host.run(script(":", [], { timeoutSeconds: 30 }))))),
  );
  const all = hosts.all.length;
  const silent = problems.filter((one) => one.length > 0).length;
  const counted =
    silent > 0 && all > 1
      ? [
          {
            what: t`${silent} of ${all} hosts cannot be used, so nothing is begun on any`,
            where: "hosts",
            mend: t`mend them, or take them out of the plan`,
          },
        ]
      : [];
  return {
    step: "prepare.hosts",
    problems: [...counted, ...problems.flat()],
    note: Object.keys(plan.hosts).join(", "),
  };
}

async function lookInside(
  plan: Plan,
  reached: Reach,
  release: Pick<Release, "id" | "tag" | "commit">,
): Promise<Finding[]> {
  const { hosts } = reached;
  const { id } = release;
  const database = async (): Promise<Finding[]> => {
    const host = hosts.get(plan.database.host);
    const names = ["copy", "restored", "failed", "proof"].map((purpose) => sideName(plan.database.name, purpose, id));
    const { problems, facts } = await databaseProblems(host, plan.database, names);
    if (plan.database.backup.pgbackrest && facts !== null)
      problems.push(...(await pgbackrestProblems(host, plan.database, plan.database.backup.pgbackrest)));
    const answered = {
      step: "prepare.database",
      problems,
      ...(facts === null ? {} : { note: databaseNote(plan, facts) }),
    };
    return facts === null
      ? [answered]
      : [
          answered,
          {
            step: "prepare.space",
            ...(await spaceProblems(host, plan.database, facts, { copy: plan.database.backup.copy })),
          },
        ];
  };
  const checkouts = async (): Promise<Finding> => {
    const found = await Promise.all(plan.deploy.hosts.map((name) => strategyOf(plan).problems(hosts.get(name), plan)));
    return { step: "prepare.checkout", problems: found.flat(), note: plan.deploy.directory };
  };
  const found = await Promise.all([
    programs(plan, reached),
    rights(plan, reached),
    services(plan, reached),
    currentRelease(plan, reached),
    checkouts(),
    migrations(plan, reached, release),
    database(),
    balancer(plan, reached),
    ...(plan.certificates.length > 0 ? [certificates(plan, reached)] : []),
    dnsFinding(plan, reached),
    ...(filesOf(plan).length > 0 ? [filesFinding(plan, reached)] : []),
  ]);
  return found.flat();
}

/** What the release's migrations do to data that is there; the first that drops or rewrites is the point of no return. */
async function migrations(
  plan: Plan,
  { hosts }: Reach,
  release: Pick<Release, "id" | "tag" | "commit">,
): Promise<Finding> {
  const step = "prepare.migrations";
  const host = hosts.get(migrateHost(plan));
  // What is wrong with the checkout is told by the look at it.
  const found = await strategyOf(plan)
    .current(host, plan)
    .then(({ commit }) => presetOf(plan).newMigrations({ plan, host, release, directory: repositoryOf(plan) }, commit))
    .catch(() => null);
  if (found === null) return { step, problems: [], note: t`could not be read` };
  const first = found.find(({ drops, rewrites }) => drops.length + rewrites.length > 0);
  const note =
    found.length === 0
      ? t`none: going back is a matter of code alone`
      : found
          .map(
            ({ name, drops, rewrites }) =>
              `${name}${drops.length + rewrites.length > 0 ? ` (${[...drops, ...rewrites].join(", ")})` : ""}`,
          )
          .join("; ");
  return { step, problems: [], note, facts: { migrations: found, ...(first ? { noReturn: first } : {}) } };
}

function databaseNote(plan: Plan, facts: DatabaseFacts): string {
  return t`${plan.database.name}, PostgreSQL ${facts.serverVersion}, ${showSize(facts.bytes)}`;
}

async function programs(plan: Plan, { hosts }: Reach): Promise<Finding> {
  const wanted = new Map<string, Set<string>>();
  const add = (host: string, names: readonly string[]) =>
    wanted.set(host, new Set([...(wanted.get(host) ?? []), ...names]));
  for (const host of plan.deploy.hosts) add(host, presetOf(plan).programs(plan));
  for (const host of plan.services.hosts) add(host, [...managerOf(plan.services).programs, "curl"]);
  if (plan.database.backup.recipient !== undefined) add(plan.database.host, ["age", "tar"]);
  if (plan.database.backup.offsite) add(plan.database.host, [plan.database.backup.offsite.run[0] ?? ""]);
  if (plan.loadBalancer.kind === "haproxy") for (const host of plan.loadBalancer.hosts) add(host, ["socat", "awk"]);
  if (plan.loadBalancer.kind === "nginx" && plan.loadBalancer.drain)
    for (const host of plan.loadBalancer.hosts) add(host, ["curl"]);
  if (plan.loadBalancer.kind === "nginx" && plan.loadBalancer.bypass)
    for (const host of plan.loadBalancer.hosts) add(host, ["find"]);
  for (const probe of plan.prepare.access) add(asking(plan, probe), programsFor([probe]));
  for (const work of plan.services.pause) if (work.kind === "telegram-webhook") add(work.host, ["curl"]);
  for (const change of plan.dns) add(change.host, programsOf(change));
  for (const check of [...plan.verify.checks, ...plan.prepare.checks]) {
    if ("from" in check && check.from !== undefined) add(check.from, ["curl"]);
    if ("canary" in check && check.canary?.from !== undefined) add(check.canary.from, ["curl"]);
    if (check.kind === "systemd")
      for (const host of check.host === undefined ? plan.services.hosts : [check.host])
        add(host, ["systemctl", ...(check.journal ? ["journalctl"] : [])]);
    if (check.kind === "tls" && check.renewal) add(check.renewal.host, ["systemctl"]);
    if (check.kind === "telegram-bot") add(check.host ?? plan.services.hosts[0] ?? "", ["curl"]);
  }
  for (const { host } of filesOf(plan)) add(host, ["find", "sort", "comm", "tar", "xargs", "awk"]);
  for (const certificate of plan.certificates) add(certificate.host, certificatePrograms(certificate));
  for (const asks of [plan.silence, plan.annotation]) if (asks?.from !== undefined) add(asks.from, ["curl"]);
  const problems = await Promise.all(
    [...wanted].map(async ([name, programs]) => {
      const { stdout } = await hosts
        .get(name)
        .run(
          script('for p; do command -v -- "$p" >/dev/null || echo "$p"; done', [...programs], { timeoutSeconds: 60 }),
        );
      return stdout
        .split("\n")
        .flatMap((program) =>
          program === "" ? [] : [{ what: t`${program} is not installed`, where: name, mend: t`install it there` }],
        );
    }),
  );
  return {
    step: "prepare.tools",
    problems: problems.flat(),
    note: [...new Set([...wanted.values()].flatMap((names) => [...names]))].join(", "),
  };
}

async function certificates(plan: Plan, reached: Reach): Promise<Finding> {
  return { step: "prepare.certificates", ...(await certificateFinding(plan, reached)) };
}

/** What a missing right would stop at night is found by day: users, and folders that have to be written. */
async function rights(plan: Plan, { hosts }: Reach): Promise<Finding> {
  const balancer = plan.loadBalancer;
  const owner = plan.deploy.runAs;
  const wanted: { host: string; user: string | undefined; key: string; path?: string }[] = [
    ...plan.deploy.hosts.map((host) => ({ host, user: owner, key: "deploy.directory", path: plan.deploy.directory })),
    ...(balancer.kind === "haproxy"
      ? balancer.hosts.map((host) => ({
          host,
          user: balancer.runAs,
          key: "load-balancer.map",
          path: dirname(balancer.map),
        }))
      : []),
    ...(balancer.kind === "nginx"
      ? balancer.hosts.map((host) => ({
          host,
          user: undefined,
          key: "load-balancer.flag",
          path: dirname(balancer.flag),
        }))
      : []),
    ...(balancer.kind === "nginx" && balancer.bypass
      ? balancer.hosts.map((host) => ({
          host,
          user: undefined,
          key: "load-balancer.bypass",
          path: balancer.bypass?.directory ?? "",
        }))
      : []),
    ...(balancer.kind === "haproxy" && balancer.bypass
      ? balancer.hosts.map((host) => ({
          host,
          user: balancer.runAs,
          key: "load-balancer.bypass",
          path: dirname(balancer.bypass?.map ?? ""),
        }))
      : []),
    ...(balancer.kind === "haproxy" && balancer.stateFile !== undefined
      ? balancer.hosts.map((host) => ({
          host,
          user: balancer.runAs,
          key: "load-balancer.state-file",
          path: dirname(balancer.stateFile ?? ""),
        }))
      : []),
  ];
  const refused = await Promise.all(hosts.all.map((host) => rightProblems(host, rightsOn(plan, host.name))));
  // Whoever cannot become a user is told that once, and not that its folders cannot be written.
  const noUser = new Set(
    refused.flat().flatMap(({ code, where, user }) => (code === "sudo-user" ? [`${where} ${user}`] : [])),
  );
  const problems = await Promise.all(
    wanted.map(async ({ host, user, key, path }): Promise<readonly Problem[]> => {
      const as = user === undefined ? {} : { user };
      if (user !== undefined && noUser.has(`${host} ${user}`)) return [];
      // A folder that is not there yet is made by the launch: then its nearest parent counts.
      const nearest = key === "load-balancer.bypass" ? 'while [ ! -e "$p" ]; do p=$(dirname -- "$p"); done; ' : "";
      const { code } = await hosts.get(host).attempt(
        script(`p=$1; ${nearest}[ -d "$p" ] && [ -w "$p" ] && [ -x "$p" ]`, [path ?? ""], {
          ...as,
          timeoutSeconds: 30,
        }),
      );
      return code === 0
        ? []
        : [
            {
              what: t`${path} cannot be written${user === undefined ? "" : t` by ${user}`} (${key})`,
              where: host,
              mend: t`create it and give it to that user`,
            },
          ];
    }),
  );
  const scratch = await Promise.all(
    scratchFolders(plan).map(({ host, user, key, path }) =>
      noUser.has(`${host} ${user}`)
        ? []
        : safeFolderProblems(hosts.get(host), path, key, user === undefined ? {} : { user }),
    ),
  );
  return { step: "prepare.rights", problems: [...refused.flat(), ...problems.flat(), ...scratch.flat()] };
}

/** Folders that are built and dumped in. */
function scratchFolders(plan: Plan): { host: string; user: string | undefined; key: string; path: string }[] {
  const { trial, staging, testRestore: restore } = plan.prepare;
  const builds = plan.deploy.strategy === "in-place" && (trial !== undefined || staging !== undefined);
  const server = restore?.server;
  return [
    {
      host: plan.database.host,
      user: plan.database.runAs,
      key: "database.backup.directory",
      path: plan.database.backup.directory,
    },
    ...(builds
      ? [
          {
            host: migrateHost(plan),
            user: plan.deploy.runAs,
            key: "prepare.trial.directory",
            path: trialFolder(plan),
          },
        ]
      : []),
    ...(server === undefined
      ? []
      : [
          {
            host: server.host,
            user: server.runAs,
            key: "prepare.test-restore.server.directory",
            path: server.directory ?? plan.database.backup.directory,
          },
        ]),
  ];
}

async function services(plan: Plan, { hosts }: Reach): Promise<Finding> {
  const found = await Promise.all([
    ...plan.services.hosts.map((name) => serviceProblems(hosts.get(name), plan.services)),
    ...plan.services.pause.map((work) => scheduledProblems(hosts.get(work.host), work, settingsPlace(plan, work))),
  ]);
  const names = plan.services.units.map((unit) => (typeof unit === "string" ? unit : unit.name)).join(", ");
  const after = await startedByRestart(plan, { hosts });
  return {
    step: "prepare.services",
    problems: [...found.flat(), ...after.problems],
    note: [names, ...after.notes].join("; "),
  };
}

/** What would start behind the page if a host were restarted in the window: told, as nobody may be able to prevent it. */
async function startedByRestart(
  { services: { manager, hosts: names, hold, pause }, services: all }: Plan,
  { hosts }: Pick<Reach, "hosts">,
): Promise<{ readonly problems: readonly Problem[]; readonly notes: readonly string[] }> {
  const timers = pause.flatMap((work) => (work.kind === "systemd" ? [work] : []));
  const looks = await Promise.all(
    [...new Set([...names, ...timers.map(({ host }) => host)])].map(async (host) => {
      const units = manager === "systemd" && names.includes(host) ? unitsOn(all, host) : [];
      const own = timers.filter((work) => work.host === host).map(({ unit }) => unit);
      const { problems, bare } = await lookAtHold(hosts.get(host), hold, [...units, ...own]);
      const note = t`a restart of ${host} in the window would start ${bare.join(", ")} behind the page (docs/hosts.md has the drop-in that prevents it)`;
      return { problems, notes: bare.length === 0 ? [] : [note] };
    }),
  );
  return { problems: looks.flatMap(({ problems }) => problems), notes: looks.flatMap(({ notes }) => notes) };
}

/**
 * How the release that runs now answers. Its health page has to: after a rollback it is what opens the site again.
 * Its version and the checks it passes today are kept; no more can be asked of it later.
 */
async function currentRelease(plan: Plan, { hosts }: Reach): Promise<Finding> {
  const healthy = await Promise.all(
    healthHosts(plan).map(async (name) => {
      const problem = await healthProblem(hosts.get(name), plan, null);
      return problem === null
        ? []
        : [
            {
              what: t`the release that runs now is not healthy: ${problem}`,
              where: name,
              mend: t`mend the service, or health.url in the plan; a rollback could not be told from a failure`,
            },
          ];
    }),
  );
  const told = await Promise.all(
    healthHosts(plan).map(async (name) => [name, await versionOn(hosts.get(name), plan)] as const),
  );
  const versions = Object.fromEntries(told.filter(([, version]) => typeof version === "string"));
  const settings = await Promise.all(
    plan.deploy.hosts.map(async (name) => {
      const host = hosts.get(name);
      const now = await strategyOf(plan)
        .current(host, plan)
        .catch(() => null);
      if (now === null) return [];
      const wrong = await presetOf(plan).settings({
        plan,
        host,
        release: { ...now, id: "now" },
        directory: liveDirectory(plan),
      });
      return wrong === null ? [] : [{ what: wrong.problem, where: name, mend: wrong.mend }];
    }),
  );
  const expected = await calledNow(plan, hosts, versions as Readonly<Record<string, string>>);
  const passed = await Promise.all(
    plan.verify.checks.map(async (check) => {
      if (check.kind === "smoke") return [];
      // Whether it holds already, not whether it will.
      const judged = await runCheck(check.kind === "dns" ? { ...check, wait: 0 } : check, {
        plan,
        expected,
        hosts,
        migrations: migrationsOf(plan, hosts, expected),
      }).catch(() => null);
      return judged?.verdict === "pass" ? [check.id] : [];
    }),
  );
  const warned: string[] = [];
  const before = await Promise.all(
    plan.prepare.checks.map(async (check): Promise<Problem[]> => {
      const { verdict, evidence } = await runCheck(check, {
        plan,
        expected,
        hosts,
        migrations: migrationsOf(plan, hosts, expected),
      }).catch((error: unknown) => ({ verdict: "error" as const, evidence: errorLine(error) }));
      if (verdict !== "pass" && !check.required) warned.push(`${checkTitle(check)}: ${verdict}: ${evidence}`);
      return verdict === "pass" || !check.required
        ? []
        : [
            {
              what: `${verdict === "fail" ? "" : `${verdict}: `}${evidence}`,
              where: checkTitle(check),
              mend:
                verdict === "fail"
                  ? t`mend it before the window; at night it would be no better`
                  : t`nothing was measured, which is not a pass; mend the check or what it asks`,
            },
          ];
    }),
  );
  const note = [Object.values(versions).join(", "), ...warned.map((one) => t`not required: ${one}`)]
    .filter((one) => one !== "")
    .join("; ");
  return {
    step: "prepare.checks",
    problems: [...healthy.flat(), ...settings.flat(), ...before.flat()],
    ...(note === "" ? {} : { note }),
    facts: { versions, passed: passed.flat() },
  };
}

async function balancer(plan: Plan, { hosts }: Reach): Promise<Finding> {
  const step = "prepare.balancer";
  const opened = openBalancer(plan.loadBalancer, hosts);
  const status = await opened.status();
  if (status !== "off") {
    return {
      step,
      problems: [
        {
          what: t`the maintenance page is up already, and no launch of golive is under way`,
          where: "load-balancer",
          mend: t`find out who put it up, and take it down first`,
        },
      ],
    };
  }
  // What cannot be counted or is not ready by day will not be at night.
  await opened.running?.();
  const missing = (await opened.servers?.missing()) ?? [];
  if (missing.length > 0)
    return {
      step,
      problems: missing.map(({ balancer: where, server, state }) => ({
        what: t`${server} is ${state}, so it gets no visitors`,
        where,
        mend: t`a launch starts from a site that works; mend it, or name in load-balancer.servers those that count`,
      })),
    };
  const wrong = (await look(plan)).filter(
    ({ answer, closed }) => closed || answer.status === 0 || answer.status >= 500,
  );
  return {
    step,
    problems: wrong.map((sight) => ({
      what: sawInstead(sight, "open"),
      where: sight.address,
      mend: t`a launch starts from a site that works; see site.url and load-balancer.addresses in the plan`,
    })),
    note: plan.site.url,
  };
}
