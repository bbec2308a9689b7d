import { performance } from "node:perf_hooks";
import { DateTime } from "luxon";
import { runCheck } from "../../checks/check.ts";
import { checksOf } from "../../checks/registry.ts";
import { plain } from "../../checklist/markdown.ts";
import { command } from "../../core/command.ts";
import { showDuration, showSize, span } from "../../core/text/figures.ts";
import { errorLine, InternalError, type Problem, UserError } from "../../core/errors.ts";
import { atMost, lastSafeMoment } from "../../core/window/gate.ts";
import { t } from "../../core/text/text.ts";
import type { Judgement } from "../../core/verdict.ts";
import { compareArchive } from "../../database/contents/archive-contents.ts";
import { readSource, takeDump } from "../../database/dump/dump.ts";
import { databaseCommand, query, sideName } from "../../database/postgres.ts";
import { findNewestBackup, type FoundBackup } from "../../database/dump/newest-backup.ts";
import { databaseProblems, spaceProblems } from "../../database/preflight/preflight.ts";
import {
  compareFrame,
  dropSide,
  readThrough,
  requireNone,
  requireSame,
  restoreBeside,
} from "../../database/dump/restore.ts";
import type { Scratch } from "../../database/scratch/server.ts";
import { requireUntouched, type ServerState, stateOf } from "../../database/scratch/untouched.ts";
import { requireSane } from "../../database/trial/rules.ts";
import { restoreTrial } from "../../database/trial/trial.ts";
import { cloneScratch } from "../../database/unmigrated.ts";
import { comment } from "../../github/issue.ts";
import { gently } from "../../hosts/gently.ts";
import { begun, touched } from "../../journal/state.ts";
import { removeAside } from "../../presets/strategies/aside/aside.ts";
import { fetchObjects } from "../../presets/git.ts";
import { type DeployContext, type NewMigration, presetOf, type TrialSettings } from "../../presets/preset.ts";
import { tryAccess } from "./access.ts";
import { databaseHost } from "../backup/backup-record.ts";
import { certificateRehearsals } from "../dns-tls/certificates.ts";
import { contextOf } from "../deploy/context.ts";
import { filesOf } from "../../plan/files-layout.ts";
import { releaseDirectory, trialFolder } from "../../plan/layout.ts";
import { strategyOf } from "../../presets/strategy.ts";
import { migrateHost } from "../deploy/deploy-order.ts";
import { filesByDaySteps } from "../files/files.ts";
import { type Forecast, forecastOf, historyOf, makeForecast, usualSeconds } from "../launch/forecast.ts";
import { requireHearing } from "../preflight/deaf.ts";
import { closeScratch, openScratch, reachFrom, readerOf } from "./scratch.ts";
import { type Launch, requireLock } from "../launch/launch.ts";
import { builds } from "../outline/before-lines.ts";
import { askByDay, calledBefore, nightChecks } from "../preflight/night-checks.ts";
import { runStep, type Step } from "../launch/run-steps.ts";
import { migrationsText, rehearseMigrations, requireScratch, tryCheck, type Tried, withInstance } from "./trial.ts";
import {
  beforeContext,
  goBack,
  goForward,
  openPractice,
  type Practice,
  practiceProblem,
  practisedSteps,
} from "./practice.ts";

/** What one step finds out for those after it, and for the forecast. */
interface Findings {
  /** Seconds that a step of the window is expected to take. */
  readonly measured: Measured;
  practice?: Practice;
  /** Why there is none; null when there is. */
  unpractised: string | null;
  /** The scratch database as it was before the migrations. */
  unmigrated?: string;
  backup?: FoundBackup;
  /** The service's server before anything of strangers ran, until it was looked at again. */
  before?: ServerState;
  opened?: Scratch;
  /** The scratch database, once there is one. */
  scratch?: string;
  built?: DeployContext;
  tried?: Tried;
  /** Checks of the window that the release passes where it is tried: that instance can be asked them. */
  answered?: readonly string[];
  /** Ends what leads from the release's host to the scratch server. */
  cutOff?: () => Promise<void>;
}

/** Seconds by step of the window. */
class Measured extends Map<string, number> {
  /** The same parts on several hosts. */
  add(hosts: readonly string[], parts: Iterable<readonly [string, number]>): void {
    for (const [part, seconds] of parts) for (const host of hosts) this.set(`${part}@${host}`, seconds);
  }
}

/**
 * Rehearses the release on yesterday's backup and measures what the window will take. Nothing that serves is touched,
 * and every command waits behind the service. May be run as often as one likes; whatever it made is removed at the end.
 */
export async function dayBefore(launch: Launch): Promise<Forecast | null> {
  await requireLock(launch);
  // A launch that is under way is not rehearsed.
  if (touched(launch.state())) return null;
  const hosts = { ...launch.hosts, get: (name: string) => gently(launch.hosts.get(name)) };
  const quiet: Launch = { ...launch, hosts };
  const findings: Findings = { measured: new Measured(), unpractised: null };
  try {
    await requireHearing(launch);
    await tryAccess(launch);
    for (const step of steps(quiet, findings)) await runStep(quiet, { ...step, holds: async () => false });
  } finally {
    await removeAll(quiet, findings);
    // Whatever else went wrong: that production was touched is the first thing to know.
    if (findings.before !== undefined) await runStep(quiet, { ...untouched(findings), holds: async () => false });
  }
  return forecastOf(launch.state());
}

function steps(launch: Launch, findings: Findings): Step[] {
  const { prepare } = launch.plan;
  return [
    ...(builds(launch.plan) ? [build(findings)] : []),
    ...(prepare.staging ? [staging(findings)] : []),
    ...(prepare.newestBackup ? [newestBackup(findings)] : []),
    ...(prepare.testRestore ? [testRestore(findings), rehearseBackup(findings)] : []),
    ...(prepare.trial
      ? [
          migrations(findings),
          ...(prepare.trial.start || prepare.trial.tests.length > 0 ? [tests(findings)] : []),
          wayBack(findings),
        ]
      : []),
    ...(prepare.testRestore ? [untouched(findings)] : []),
    ...filesByDaySteps(launch, findings.measured),
    ...certificateRehearsals(launch.plan),
    forecast(findings),
    ...(prepare.tell ? [tell] : []),
  ];
}

const build = (findings: Findings): Step => ({
  id: "day-before.build",
  async run(launch) {
    const { plan } = launch;
    findings.unpractised = await whyUnpractised(launch);
    const practising = plan.prepare.trial !== undefined && findings.unpractised === null;
    // With a directory for every release it is built where it will serve from; else on the copy, as the window will do it.
    const built = strategyOf(plan).ownDirectory || !practising ? await buildAside(launch, findings) : null;
    if (practising) await openTrial(launch, findings);
    else findings.built = { ...contextOf(launch, migrateHost(plan)), directory: trialDirectory(launch) };
    return { note: built ?? t`${launch.release.tag} on a copy of what serves` };
  },
});

/** Builds the release without anything that serves: on every host where that is its place, else once, as a clone aside. */
async function buildAside(launch: Launch, findings: Findings): Promise<string> {
  const { plan } = launch;
  const preset = presetOf(plan);
  const inPlace = !strategyOf(plan).ownDirectory;
  const on = inPlace ? [migrateHost(plan)] : plan.deploy.hosts;
  const directory = trialDirectory(launch);
  const built = await Promise.all(
    on.map(async (host) => ({
      host,
      ...(await strategyOf(plan).build({ ...contextOf(launch, host), directory }, preset)),
    })),
  );
  for (const { host, took } of built) findings.measured.add(inPlace ? plan.deploy.hosts : [host], Object.entries(took));
  return [...new Set(built.map(({ note }) => note))].join("; ");
}

/** The copy that the release goes forward and back on, with what comes before its migrations and needs no database. */
async function openTrial(launch: Launch, findings: Findings): Promise<void> {
  const { plan } = launch;
  const live = contextOf(launch, migrateHost(plan));
  if (!strategyOf(plan).ownDirectory) {
    const { seconds } = await live.host.run(fetchObjects(plan, launch.release.tag));
    findings.measured.add(plan.deploy.hosts, [["deploy.fetch", seconds]]);
  }
  const uploads = filesOf(plan).filter(({ host }) => host === live.host.name);
  const leftOut = uploads.map(({ directory }) => directory);
  const practice = await openPractice(launch, practiceDirectory(launch), leftOut);
  findings.practice = practice;
  findings.built = practice.context;
  const parts = practisedSteps(launch, "before").filter(({ own }) => own === undefined);
  await goForward(launch, practice, parts);
  for (const { part, id } of parts) findings.measured.add(plan.deploy.hosts, [[part, practice.measured.get(id) ?? 0]]);
}

function triedIn(launch: Launch, context: DeployContext, trial: TrialSettings, scratch: Scratch): Tried {
  const { plan } = launch;
  if (plan.prepare.trial === undefined) throw new InternalError("there is no trial in the plan");
  return {
    host: context.host,
    directory: context.directory,
    database: trial.database,
    scratch,
    server: trial.server,
    plan: plan.prepare.trial,
    trial: presetOf(plan).trial(context, trial),
  };
}

/** Why the way back is not practised; null when it is. */
async function whyUnpractised(launch: Launch): Promise<string | null> {
  const noPractice = presetOf(launch.plan).noPractice();
  if (noPractice !== null) return noPractice;
  const problem = await practiceProblem(launch);
  return problem === null ? null : t`${migrateHost(launch.plan)} cannot show a command another folder (${problem})`;
}

const staging = (findings: Findings): Step => ({
  id: "day-before.staging",
  async run(launch) {
    const { plan } = launch;
    const directory = findings.built?.directory ?? trialDirectory(launch);
    const checks = checksOf("smoke", plan.verify.checks);
    const results = await Promise.all(
      checks.map(async (check) => ({
        title: check.title ?? check.path,
        ...(await timed(() =>
          runCheck(
            { ...check, host: migrateHost(plan) },
            {
              plan,
              expected: launch.release,
              hosts: hostsOf(launch, findings),
              built: { directory, env: plan.prepare.staging?.env ?? {} },
            },
          ),
        )),
        id: check.id,
      })),
    );
    for (const { id, seconds } of results) findings.measured.set(`verify.${id}`, seconds);
    return judged(results, t`against staging`);
  },
});

const newestBackup = (findings: Findings): Step => ({
  id: "day-before.backup",
  async run(launch) {
    const plan = launch.plan.prepare.newestBackup;
    if (!plan) return { skipped: true };
    const server = readerOf(launch);
    const found = await findNewestBackup(launch.hosts.get(plan.host ?? server.host.name), server.database, plan);
    findings.backup = found;
    return {
      note: t`${found.path}, ${showSize(found.bytes)}, ${showDuration(found.ageSeconds)} old, whole`,
      facts: { path: found.path, bytes: found.bytes, ageSeconds: found.ageSeconds },
    };
  },
});

const testRestore = (findings: Findings): Step => ({
  id: "day-before.restore",
  async run(launch) {
    const settings = launch.plan.prepare.testRestore;
    if (!settings || !findings.backup) return { skipped: true };
    const service = { host: databaseHost(launch), plan: launch.plan.database };
    const name = scratchName(launch);
    const { problems, facts } = await databaseProblems(service.host, service.plan, []);
    if (problems.length > 0) throw new UserError(problems);
    findings.before = await stateOf(service.host, service.plan);
    const { scratch, turnedAway } = await openScratch(launch, settings);
    findings.opened = scratch;
    const { host, database } = scratch;
    const elsewhere = scratch.throwaway || settings.server !== undefined;
    const room =
      facts === null
        ? null
        : await spaceProblems(host, database, facts, { copy: findings.practice !== undefined, elsewhere });
    if (room !== null && room.problems.length > 0) throw new UserError(room.problems);
    const seconds = await restoreTrial(service, scratch, { backup: findings.backup, name, settings });
    findings.scratch = name;
    const sane = await requireSane(host, database, name, settings.rules);
    const where =
      turnedAway === null
        ? ""
        : t`; as ${settings.runAs}, turned away by PostgreSQL in ${turnedAway} {1:way|ways|ways}`;
    return { note: t`restored in ${showDuration(seconds)}; ${sane}${where}`, facts: { restoreSeconds: seconds } };
  },
});

/** What ran of strangers' by day ran beside production: it is what it was. */
const untouched = (findings: Findings): Step => ({
  id: "day-before.untouched",
  async run(launch) {
    const { before } = findings;
    if (before === undefined) return { skipped: true };
    delete findings.before;
    await requireUntouched(databaseHost(launch), launch.plan.database, before);
    return { note: t`${launch.plan.database.name}, roles, settings and tablespaces are the same as before` };
  },
});

/** Dump and proof as the window will make them, of the scratch database: how long they take, and that they go. */
const rehearseBackup = (findings: Findings): Step => ({
  id: "day-before.dump",
  async run() {
    const { scratch, opened } = findings;
    if (scratch === undefined || opened === undefined) return { skipped: true };
    const { host, database } = opened;
    if (database.backup.pgbackrest)
      return { skipped: true, note: t`pgBackRest backs the whole server up; its earlier runs tell how long it takes` };
    const plan = { ...database, name: scratch };
    const directory = dumpDirectory(opened);
    const dump = await timed(() => takeDump(host, plan, directory));
    const read = await timed(() => readThrough(host, plan, directory));
    findings.measured.set("backup.dump", dump.seconds);
    findings.measured.set("backup.read", read.seconds);
    const proof = await timed(async () => {
      const source = await readSource(host, plan, directory);
      const restored = `${scratch}_proof_x`;
      if (database.backup.proof === "content") {
        requireNone(await compareArchive(host, plan, directory, source), host.name);
        requireNone(await compareFrame(host, plan, { directory, name: restored, source }), host.name);
      }
      if (database.backup.proof !== "restore") return;
      await restoreBeside(host, plan, directory, restored);
      try {
        await requireSame(host, plan, { database: restored, source });
      } finally {
        await dropSide(host, plan, restored);
      }
    });
    findings.measured.set("backup.proof", proof.seconds);
    return {
      note: t`dump ${showDuration(dump.seconds)}, proof (${database.backup.proof}) ${showDuration(proof.seconds)}`,
      facts: { dumpSeconds: dump.seconds, proofSeconds: proof.seconds },
    };
  },
});

const migrations = (findings: Findings): Step => ({
  id: "day-before.migrate",
  async run(launch) {
    const tried = await triedOf(launch, findings);
    if (tried === null) return { skipped: true };
    const known = (launch.state().steps.get("prepare.migrations")?.facts.migrations ?? []) as readonly NewMigration[];
    const { practice, scratch, opened } = findings;
    await requireScratch(tried);
    if (practice && opened && scratch !== undefined) {
      findings.unmigrated = await cloneScratch(opened.host, opened.database, scratch);
      const own = practisedSteps(launch, "before").filter((step) => step.own !== undefined);
      await goForward(launch, practice, own);
    }
    const rehearsed = await rehearseMigrations(tried);
    if (practice) {
      const after = practisedSteps(launch, "after").filter(({ part }) => part === "after-migrate");
      await goForward(launch, practice, after);
    }
    const host = migrateHost(launch.plan);
    // The window looks what is pending, migrates, and looks again.
    const looks = rehearsed.migrations.length === 0 ? 1 : 3;
    findings.measured.set(
      `deploy.migrate@${host}`,
      looks * rehearsed.startup + rehearsed.migrations.reduce((sum, { seconds }) => sum + seconds, 0),
    );
    return { note: migrationsText(rehearsed.migrations, known), facts: { rehearsed: rehearsed.migrations } };
  },
});

const tests = (findings: Findings): Step => ({
  id: "day-before.tests",
  async run(launch) {
    const { tried, practice } = findings;
    if (!tried) return { skipped: true };
    if (practice) {
      const left = practisedSteps(launch, "after").filter(({ part }) => part !== "after-migrate");
      await goForward(launch, practice, left);
    }
    const hosts = hostsOf(launch, findings);
    const all = async () => {
      const results: (Judgement & { title: string; seconds: number })[] = [];
      for (const check of tried.plan.tests) {
        const result = {
          title: check.title ?? check.id,
          ...(await timed(() => tryCheck({ ...launch, hosts }, tried, check))),
        };
        results.push(result);
        const same = launch.plan.verify.checks.find(
          (one) => one.kind === "smoke" && check.kind === "smoke" && one.path === check.path,
        );
        if (same) findings.measured.set("rollback.verify", result.seconds);
        if (same) findings.measured.set(`verify.${same.id}`, result.seconds);
      }
      return judged(results, t`on the migrated copy`);
    };
    const { start } = tried.plan;
    if (!start) return all();
    return withInstance(
      tried,
      start,
      async (healthy) => {
        for (const host of launch.plan.services.hosts)
          for (const phase of ["deploy", "rollback"]) findings.measured.set(`${phase}.health@${host}`, healthy);
        const done = await all();
        if (practice) findings.answered = await answeredBy({ ...launch, hosts }, tried);
        return { ...done, note: [t`healthy after ${showDuration(healthy)}`, done.note].filter(Boolean).join("; ") };
      },
      launch.plan.deploy.runAs,
    );
  },
});

/** Forward is tried; now back, and the release before has to serve from what that leaves. */
const wayBack = (findings: Findings): Step => ({
  id: "day-before.way-back",
  async run(launch) {
    const { practice, opened, unmigrated } = findings;
    if (!practice || !opened || unmigrated === undefined) return unpractised(launch, findings);
    const note = await goBack(launch, practice);
    const context = beforeContext(practice);
    const trial = { ...trialOf(context), database: unmigrated };
    const old = triedIn(launch, { ...context, trial }, trial, opened);
    await requireScratch(old);
    const smoke = await smokeOf(old);
    const hosts = hostsOf(launch, findings);
    const { start } = old.plan;
    const night = nightChecks(launch.plan, launch.state());
    const asked = night.filter(({ id }) => findings.answered?.includes(id));
    const look = async (healthy: number | null) => {
      if (smoke.length === 0 && asked.length === 0)
        return [untested(healthy), unasked(night, asked)].filter(Boolean).join("; ");
      const results = await Promise.all(
        smoke.map(async (check) => ({
          title: check.title ?? check.id,
          ...(await tryCheck({ ...launch, hosts }, old, check)),
        })),
      );
      const pages = await askByDay({ ...launch, hosts }, old, asked, calledBefore(launch, practice.previous));
      const where = t`on the release before, after the way back`;
      judged([...results, ...pages], where, lacking());
      const { note: seen } = judged(results, where);
      return [
        healthy === null ? "" : t`healthy after ${showDuration(healthy)}`,
        seen,
        pages.length === 0 ? "" : t`checks of the night that pass: ${pages.map(({ id }) => id).join(", ")}`,
        unasked(night, asked),
      ]
        .filter(Boolean)
        .join("; ");
    };
    const seen = start ? await withInstance(old, start, look, launch.plan.deploy.runAs) : await look(null);
    for (const [id, seconds] of practice.measured) findings.measured.set(id, seconds);
    return { note: [note, seen].filter(Boolean).join("; "), facts: { practised: true } };
  },
});

/** What the release itself does not pass where it is tried says nothing about the one before. */
async function answeredBy(launch: Launch, tried: Tried): Promise<readonly string[]> {
  const checks = nightChecks(launch.plan, launch.state());
  const results = await askByDay(launch, tried, checks, launch.release);
  return results.filter(({ verdict }) => verdict === "pass").map(({ id }) => id);
}

function unasked(night: readonly { readonly id: string }[], asked: readonly { readonly id: string }[]): string {
  const left = night.map(({ id }) => id).filter((id) => !asked.some((one) => one.id === id));
  return left.length === 0
    ? ""
    : t`⚠️ not asked of it, since the release that is tried does not pass it: ${left.join(", ")}`;
}

/** The release before has none of the tests: it may be half broken, and nobody looked. */
function untested(healthy: number | null): string {
  return healthy === null
    ? t`⚠️ nothing was asked of it: it has none of the tests of prepare.trial, and prepare.trial.start is not there`
    : t`healthy after ${showDuration(healthy)}; ⚠️ no more was asked of it: it has none of the tests of prepare.trial`;
}

/** Its tests pass where it serves: what it lacks here, the way back did not give it. */
function lacking(): Pick<Problem, "code" | "mend"> {
  return {
    code: "way-back-lacks",
    mend: t`the way back leaves it without something that it needs: keep what steps built aside (deploy.keep), or have them run again (on-rollback: again)`,
  };
}

/** Without a practice the plan has to say itself what becomes of its steps. */
function unpractised({ plan }: Launch, { unpractised: why }: Findings) {
  const silent = plan.deploy.steps.filter((step) => step.onRollback === undefined).map(({ id }) => id);
  if (silent.length > 0)
    throw new UserError({
      code: "way-back-unknown",
      what: t`the way back cannot be practised (${why ?? t`nothing was restored`}), and nothing says what becomes of: ${silent.join(", ")}`,
      mend: t`add on-rollback: to these steps (again, skip, or other words)`,
    });
  return { skipped: true, note: t`⚠️ not practised: ${why ?? t`nothing was restored`}` };
}

function trialOf({ trial }: DeployContext): TrialSettings {
  if (trial === undefined) throw new InternalError("the practice has no settings of a trial");
  return trial;
}

/** Smoke tests that the release before has as well. */
async function smokeOf({ plan, host, directory }: Tried) {
  const found = await Promise.all(
    plan.tests.map(async (check) => {
      if (check.kind !== "smoke") return [];
      const there = await host.attempt(command("test", ["-e", `${directory}/${check.path}`], { timeoutSeconds: 60 }));
      return there.code === 0 ? [check] : [];
    }),
  );
  return found.flat();
}

/** The hosts, with the one of the trial showing its copy. */
function hostsOf(launch: Launch, { practice }: Findings): Launch["hosts"] {
  const { hosts } = launch;
  if (practice === undefined) return hosts;
  const { host } = practice.context;
  return { ...hosts, get: (name) => (name === host.name ? host : hosts.get(name)) };
}

const forecast = (findings: Findings): Step => ({
  id: "day-before.forecast",
  async run(launch) {
    const { database } = launch.plan;
    const [[bytes = "0"] = []] = await query(databaseHost(launch), database, {
      database: "postgres",
      sql: "SELECT pg_database_size(oid) FROM pg_database WHERE datname = :'name'",
      variables: { name: database.name },
    });
    const entries = await launch.journal.read();
    const made = makeForecast(launch.phases, {
      measured: findings.measured,
      history: historyOf(entries, launch.release.id),
      usual: usualSeconds(launch.plan, Number(bytes)),
      dumpAfter:
        launch.plan.database.backup.dump === "after-migration" ? `deploy.migrate@${migrateHost(launch.plan)}` : null,
    });
    return { note: forecastText(launch, made), facts: { forecast: made } };
  },
});

/** In words, for the checklist and for those who approve. */
export function forecastText(
  { release, plan }: Pick<Launch, "release" | "plan">,
  { launch, rollback }: Forecast,
): string {
  const window = {
    start: DateTime.fromISO(release.window.start, { zone: plan.timezone }),
    end: DateTime.fromISO(release.window.end, { zone: plan.timezone }),
  };
  const length = window.end.diff(window.start).as("seconds");
  const fits = atMost(launch) + atMost(rollback) <= length;
  return t`closed for ${showDuration(launch.seconds)} (at most ${showDuration(atMost(launch))}), the way back ${showDuration(rollback.seconds)} (at most ${showDuration(atMost(rollback))}); a rollback fits until ${lastSafeMoment(window, rollback).toFormat("HH:mm:ss")}${fits ? "" : t`; this does NOT fit into the window`}`;
}

const tell: Step = {
  id: "day-before.tell",
  async run(launch) {
    const { plan, release } = launch;
    const made = forecastOf(launch.state());
    const { who = [], text } = plan.prepare.tell ?? {};
    const start = DateTime.fromISO(release.window.start, { zone: plan.timezone });
    const end = DateTime.fromISO(release.window.end, { zone: plan.timezone });
    const { people } = launch.messages;
    const [long, most] =
      made === null ? ["", ""] : [showDuration(made.launch.seconds), showDuration(atMost(made.launch))];
    await comment(
      launch.github,
      release.issue,
      `📣 ${who.join(" ")}\n\n${people.planned(`${plain(plan.service)} ${plain(release.tag)}`, span(start, end), long, most)}${text === undefined ? "" : `\n\n${plain(text)}`}`,
    );
    return { note: t`${who.length} told` };
  },
};

/** Throws unless every result is a pass; all of them are named. */
function judged(
  results: readonly (Judgement & { readonly title: string })[],
  where: string,
  failed: Pick<Problem, "code" | "mend"> = { mend: t`mend the release` },
) {
  const bad = results.filter(({ verdict }) => verdict !== "pass");
  if (bad.length > 0)
    throw new UserError(
      bad.map(({ title, verdict, evidence }) => ({
        what: `${title} ${where}: ${verdict === "fail" ? "" : `${verdict}, `}${evidence}`,
        ...(verdict === "fail" ? failed : { mend: t`nothing was measured, which is not a pass` }),
      })),
    );
  return { note: results.map(({ title, evidence }) => `${title}: ${evidence}`).join("; ") };
}

async function timed<T>(work: () => Promise<T>): Promise<T & { seconds: number }> {
  const began = performance.now();
  const result = await work();
  return { ...result, seconds: Math.round(performance.now() - began) / 1000 };
}

function scratchName({ plan, release }: Launch): string {
  return sideName(plan.database.name, "trial", String(release.runId % 100_000_000));
}

function trialDirectory({ plan, release }: Launch): string {
  if (strategyOf(plan).ownDirectory) return releaseDirectory(plan, release);
  return practiceDirectory({ plan, release });
}

function practiceDirectory({ plan, release }: Pick<Launch, "plan" | "release">): string {
  return `${trialFolder(plan)}/${release.id}`;
}

function dumpDirectory({ database }: Scratch): string {
  return `${database.backup.directory}/.day-before`;
}

/** The built release, pointed to the scratch database from where it lies. */
async function triedOf(launch: Launch, findings: Findings): Promise<Tried | null> {
  const { built, scratch: database, opened: scratch } = findings;
  const plan = launch.plan.prepare.trial;
  if (plan === undefined || built === undefined || database === undefined || scratch === undefined) return null;
  const { server, close } = await reachFrom(launch, scratch);
  findings.cutOff = close;
  const trial = { database, server, env: plan.settings, url: plan.databaseUrl };
  const context = { ...built, trial };
  if (findings.practice) findings.practice = { ...findings.practice, context };
  findings.tried = triedIn(launch, context, trial, scratch);
  return findings.tried;
}

/** The scratch server or database, the built release and the dump of the rehearsal; what cannot be removed is told. */
async function removeAll(launch: Launch, findings: Findings): Promise<void> {
  const { plan } = launch;
  const settings = plan.prepare.testRestore;
  const { opened } = findings;
  const removals: (() => Promise<unknown>)[] = [
    // What the window will switch to stays.
    ...(begun(launch.state(), "day-before.build")
      ? [() => removeAside(contextOf(launch, migrateHost(plan)), practiceDirectory(launch))]
      : []),
    ...(findings.cutOff === undefined ? [] : [findings.cutOff]),
    ...(opened === undefined ? [] : [() => removeDump(opened)]),
    ...(opened === undefined || settings === undefined ? [] : [() => closeScratch(launch, settings, opened)]),
  ];
  for (const remove of removals)
    await remove().catch((error: unknown) =>
      launch.log.warn(t`Something of the rehearsal could not be removed: ${errorLine(error)}`),
    );
}

async function removeDump(scratch: Scratch): Promise<void> {
  const asked = databaseCommand(scratch.database, "rm", ["-rf", "--", dumpDirectory(scratch)], { timeoutSeconds: 600 });
  await scratch.host.run({ ...asked, file: "rm" });
}
