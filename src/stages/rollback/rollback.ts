import { titleOf } from "../../checklist/standing-text.ts";
import { command } from "../../core/command.ts";
import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { readManifest } from "../../database/dump/manifest.ts";
import { oidOf, openDoors } from "../../database/doors.ts";
import { sideName } from "../../database/postgres.ts";
import { requireQuiet } from "../../database/sessions.ts";
import { setAsideOrTold } from "./baseline.ts";
import { requireSame, restoreBeside } from "../../database/dump/restore.ts";
import { swapDatabases } from "../../database/swap.ts";
import { begun, type LaunchState, startedAfter, touched } from "../../journal/state.ts";
import { liveDirectory } from "../../plan/layout.ts";
import { putFilesBack } from "../../presets/kept.ts";
import { presetOf, type Previous } from "../../presets/preset.ts";
import { strategyOf } from "../../presets/strategy.ts";
import { everyUnitIs, startServices, stopServices, unitsOn } from "../../services/manager.ts";
import { plain } from "../../checklist/markdown.ts";
import { backupDirectory, copyOf, databaseHost, dumpProved, manifestHash } from "../backup/backup-record.ts";
import { contextOf, previousOf } from "../deploy/deploy.ts";
import { dnsBackSteps, dnsNotBack } from "../dns-tls/dns-changes.ts";
import { healthHosts, migrateHost } from "../deploy/deploy-order.ts";
import { giveFilesBackSteps } from "../files/files.ts";
import { awaitHealth } from "../deploy/health.ts";
import { endLaunch, type Launch, requireLock } from "../launch/launch.ts";
import { drainSteps, liftPage, pageIs, provePage, raisePage } from "../window/maintenance.ts";
import { needless, type OwnBack, ownBack } from "./back-order.ts";
import { runSteps, type Step } from "../launch/run-steps.ts";
import { pauseSteps, resumeSteps } from "../window/scheduled.ts";
import { waitForServers } from "../window/servers.ts";
import { sayOnce } from "../tell/say.ts";
import { loudSteps, quietSteps } from "../window/silence.ts";
import { toldWhenStuck } from "../tell/stuck.ts";
import { requirePass, runChecks, versionsBefore } from "../verify/verify.ts";

/**
 * Back to the previous release. While the site is closed nobody could write, so nothing is lost and no one has to be
 * asked. Once the site began to open it refuses unless people approved it (`recall`): then the page goes up first, and
 * what was written since is set aside before the database goes back.
 */
export async function rollback(launch: Launch, because = reasonOf(launch)): Promise<void> {
  const state = launch.state();
  if (state.ended?.outcome === "rolled-back") return;
  const { recalled } = state;
  if (begun(state, "open.off") && recalled === null) {
    throw new UserError({
      what: t`the site was already being opened, so people may have written since; this is not rolled back by itself`,
      mend: t`look at the site first; the workflow rollback.yml counts what was written since and goes back once that is approved`,
    });
  }
  await requireLock(launch);
  if (state.openedAfterMigration && recalled === null) {
    throw new UserError({
      what: t`the site was open after the migration had begun, so the backup lacks what was written since; this is not rolled back by itself`,
      mend: t`\`golive maintenance off --because …\` ends the launch as it is, or go back by hand (docs/rollback.md)`,
    });
  }
  if (!touched(state)) {
    await endLaunch(launch, "failed", because);
    return;
  }
  const steps = [
    ...(recalled === null
      ? []
      : [
          on,
          proof,
          ...quietSteps(launch.plan, "rollback"),
          ...drainSteps(launch.plan, "rollback"),
          ...pauseSteps(launch.plan, "rollback"),
        ]),
    // Before the deploy there is nothing to undo: services that could not be stopped need no stopping now.
    ...(begun(state, "deploy.fetch") || begun(state, "rollback.stop") ? [launch.plan.services.hosts.map(stop)] : []),
    ...(recalled === null && !state.ranBehindPage ? [] : [written]),
    database,
    giveFilesBackSteps(launch),
    launch.plan.deploy.hosts.map(code),
    ...ownBack(launch.plan, "before-start").map(own),
    launch.plan.services.hosts.map(start),
    healthHosts(launch.plan).map(health),
    ...ownBack(launch.plan, "after-start").map(own),
    ...dnsBackSteps(launch.plan, state),
    verified,
    open,
    ...loudSteps(launch.plan, "rollback"),
    ...resumeSteps(launch.plan, "rollback"),
  ];
  await toldWhenStuck(launch, () => runSteps(launch, steps));
  await endLaunch(launch, "rolled-back", because);
  await tell(launch, because);
}

/** Whether a migration of this launch ever began: only then does the database go back. */
export function migrationRan(launch: Launch): boolean {
  return launch.state().steps.get(`deploy.migrate@${migrateHost(launch.plan)}`)?.facts.migrated === true;
}

/** The steps that failed on the way forward, in the words of the journal. */
function reasonOf(launch: Pick<Launch, "state" | "phases">): string {
  const failed = [...launch.state().steps]
    .filter(([id]) => !id.startsWith("rollback."))
    .filter(([, { status, facts }]) => status === "failed" && facts.required !== false)
    .map(([id, { note }]) => `“${titleOf(launch.phases, id)}”: ${note ?? t`failed`}`);
  return failed.length > 0 ? failed.join("; ") : t`the launch was stopped before it ended`;
}

const on: Step = {
  id: "rollback.on",
  async run(launch) {
    await raisePage(launch, t`rollback of ${launch.release.tag}`);
    return {};
  },
  holds: (launch) => pageIs("on", launch),
};

const proof: Step = {
  id: "rollback.proof",
  run: async (launch) => ({ note: await provePage(launch) }),
};

const written: Step = {
  id: "rollback.written",
  // Until the databases change places people may have written more: the site can have been opened in between.
  holds: async (launch) => !migrationRan(launch) || (await swapped(launch)),
  async run(launch) {
    const { plan } = launch;
    if (!migrationRan(launch))
      return { skipped: true, note: t`no migration ran, so the database stays and nothing has to be set aside` };
    await requireQuiet(databaseHost(launch), plan.database);
    return setAsideOrTold(launch);
  },
};

const stop = (host: string): Step => ({
  id: `rollback.stop@${host}`,
  async run({ hosts, plan }) {
    await stopServices(hosts.get(host), plan.services);
    return { note: unitsOn(plan.services, host).join(", ") };
  },
  // Once visitors may be back nothing stops any more. Before it, a process that was started from files or a database
  // that are put back once more would go on with those of before.
  holds: async (launch) =>
    begun(launch.state(), "rollback.open") ||
    (await everyUnitIs("stopped", launch.hosts.get(host), launch.plan.services)) ||
    startHolds(launch, host),
});

const database: Step = {
  id: "rollback.database",
  async run(launch) {
    const { plan, release } = launch;
    const host = databaseHost(launch);
    if (!migrationRan(launch)) {
      await openDoors(host, plan.database);
      return { skipped: true, note: t`no migration ran, so the database stays as it is` };
    }
    const kept = sideName(plan.database.name, "failed", release.id);
    await openDoors(host, plan.database);
    // A run that was killed after the swap finds nothing left to do.
    if (!(await swapped(launch))) {
      const replacement = await wayBack(launch);
      await launch.record({
        kind: "step",
        step: "rollback.database",
        status: "started",
        facts: {
          replacement: await oidOf(host, plan.database, replacement),
          failed: await oidOf(host, plan.database, plan.database.name),
        },
      });
      await swapDatabases(host, plan.database, replacement, kept);
    }
    return {
      note: t`the database is as it was when the site closed; the failed one is kept as ${kept}`,
      facts: { kept },
    };
  },
  still: async (launch) => !migrationRan(launch) || (await swapped(launch)),
};

/** Whether the database that bears the service's name is the one that this rollback put there. */
async function swapped(launch: Launch): Promise<boolean> {
  const oid = launch.state().steps.get("rollback.database")?.facts.replacement;
  return (
    typeof oid === "string" &&
    oid === (await oidOf(databaseHost(launch), launch.plan.database, launch.plan.database.name))
  );
}

/** The database of the backup, beside the failed one: the copy, or else the proved dump restored and compared again. */
async function wayBack(launch: Launch): Promise<string> {
  const { database } = launch.plan;
  const host = databaseHost(launch);
  const copy = copyOf(launch);
  if (copy !== null && (await oidOf(host, database, copy.name)) === copy.oid) return copy.name;
  if (!dumpProved(launch))
    throw new UserError({
      what: t`the rollback copy ${copy?.name ?? ""} is gone, and no dump is proved`,
      where: host.name,
      mend: t`nothing was changed; look for the copy under another name (psql --list), or restore from another backup`,
    });
  if (database.backup.pgbackrest)
    throw new UserError({
      what: t`the rollback copy ${copy?.name ?? ""} is gone, and pgBackRest's backup is of the whole server`,
      where: host.name,
      mend: t`nothing was changed; docs/pgbackrest.md says how to go back with it`,
    });
  const restored = sideName(database.name, "restored", launch.release.id);
  const { source } = await readManifest(host, database, backupDirectory(launch), manifestHash(launch));
  await restoreBeside(host, database, backupDirectory(launch), restored);
  await requireSame(host, database, { database: restored, source });
  return restored;
}

const code = (host: string): Step => ({
  id: `rollback.code@${host}`,
  async run(launch) {
    const previous = previousOf(launch, host);
    const strategy = strategyOf(launch.plan);
    const state = launch.state();
    // Before that part began, only the record of what was live was written.
    const changed = previous !== null && begun(state, `${strategy.touches}@${host}`);
    const kept = begun(state, `deploy.keep@${host}`);
    if (!changed && !kept) return { skipped: true, note: t`the code was not touched yet` };
    const context = contextOf(launch, host);
    const collect = begun(state, `deploy.static@${host}`);
    const back = changed ? await strategy.back(context, presetOf(launch.plan), previous, collect) : {};
    const built = kept ? await putFilesBack(context) : null;
    return { note: [back.note, built].filter(Boolean).join("; ") };
  },
  // Who tries again looks at all of it again: what was missing may have been put there by hand since.
  still: async (launch) => begun(launch.state(), "rollback.open"),
});

const own = (step: OwnBack): Step => ({
  id: step.id,
  async run(launch) {
    const note = needless(launch.state(), step);
    if (note !== null) return { skipped: true, note };
    const context = contextOf(launch, step.host);
    const directory = previousOf(launch, step.host)?.directory ?? context.directory;
    await context.host.run(presetOf(launch.plan).command({ ...context, directory }, step.run, step.timeout));
    return {};
  },
  still: async (launch) => begun(launch.state(), "rollback.open"),
});

const start = (host: string): Step => ({
  id: `rollback.start@${host}`,
  async run({ hosts, plan }) {
    await startServices(hosts.get(host), plan.services);
    return { note: unitsOn(plan.services, host).join(", ") };
  },
  holds: (launch) => startHolds(launch, host),
});

/** Whether what was started runs, and read all that the way back put there. */
async function startHolds(launch: Launch, host: string): Promise<boolean> {
  const { hosts, plan, run } = launch;
  const state = launch.state();
  const started = state.steps.get(`rollback.start@${host}`);
  if (started?.status !== "done") return false;
  const before = ["rollback.database", `rollback.code@${host}`, ...ownBack(plan, "before-start").map(({ id }) => id)];
  const ours = started.run.id === run.id && started.run.attempt === run.attempt;
  const young = begun(state, "rollback.open") || (ours && startedAfter(state, started, before));
  return young && everyUnitIs("running", hosts.get(host), plan.services);
}

const health = (host: string): Step => ({
  id: `rollback.health@${host}`,
  run: async (launch) => ({
    note: await awaitHealth(launch.hosts.get(host), launch.plan, versionBefore(launch, host)),
  }),
});

const verified: Step = {
  id: "rollback.verify",
  async run(launch) {
    const first = launch.plan.deploy.hosts[0] ?? "";
    const was = await before(launch, first);
    // What the previous release could not do before the launch cannot be asked of it now, and would only be waited for.
    const bound = await bindingChecks(launch);
    const results = await runChecks(
      launch,
      { ...was, tag: versionBefore(launch, first) ?? was.tag },
      { leastTests: 1, only: bound },
    );
    requirePass(results);
    const other = launch.plan.verify.checks.map(({ id }) => id).filter((id) => !bound.includes(id));
    return {
      note: t`${bound.length} {0:check passes|checks pass|checks pass}${other.length > 0 ? t`; not asked of the previous release: ${other.join(", ")}` : ""}`,
    };
  },
};

const open: Step = {
  id: "rollback.open",
  async run(launch) {
    await waitForServers(launch);
    return { note: await liftPage(launch, t`rolled back to the previous release`) };
  },
  holds: (launch) => pageIs("off", launch),
};

/** Checks that passed on the previous release before the window, and smoke tests that are in its tree. */
async function bindingChecks({ plan, hosts, state }: Launch): Promise<string[]> {
  const passed = (state().steps.get("prepare.checks")?.facts.passed ?? []) as readonly string[];
  const found = await Promise.all(
    plan.verify.checks.map(async (check) => {
      if (check.kind !== "smoke") return passed.includes(check.id) ? [check.id] : [];
      const there = await hosts
        .get(check.host)
        .attempt(command("test", ["-e", `${liveDirectory(plan)}/${check.path}`]));
      return there.code === 0 ? [check.id] : [];
    }),
  );
  return found.flat();
}

/** What the version page said before the window; null when it said nothing. */
function versionBefore(launch: Launch, host: string): string | null {
  return versionsBefore(launch.state())[host] ?? null;
}

async function before(launch: Launch, host: string): Promise<Previous> {
  return previousOf(launch, host) ?? strategyOf(launch.plan).current(launch.hosts.get(host), launch.plan);
}

function databaseNote(launch: Launch): string {
  return t`Database: ${launch.state().steps.get("rollback.database")?.note ?? t`not touched`}.`;
}

/** What people wrote or uploaded meanwhile is not where they look for it: the comment says where it is. */
export function asideNotes({ steps }: LaunchState): string {
  const noteOf = (id: string) => {
    const step = steps.get(id);
    return step?.status === "done" && step.note !== undefined ? [step.note] : [];
  };
  const files = [...steps.keys()].filter((id) => id.startsWith("rollback.files-")).flatMap(noteOf);
  return [
    ...noteOf("rollback.written").map((note) => t`Set aside: ${note}.`),
    ...(files.length === 0 ? [] : [t`Uploaded files: ${files.join("; ")}.`]),
  ].join(" ");
}

/** The record is complete without it; a comment reaches those who watch the issue. */
async function tell(launch: Launch, because: string): Promise<void> {
  const { messages, plan, release } = launch;
  const state = launch.state();
  const notes = [databaseNote(launch), asideNotes(state), dnsNotBack(plan, state)].filter((note) => note !== "");
  await sayOnce(
    launch,
    "rolled-back",
    `${messages.people.rolledBack(plain(plan.service), plain(release.tag))}\n\n${plain(because)}\n\n${notes.map((note) => plain(note, 1000)).join("\n\n")}`,
  );
}
