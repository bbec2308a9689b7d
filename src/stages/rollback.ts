import { command } from "../core/command.ts";
import { UserError } from "../core/errors.ts";
import { readManifest } from "../database/manifest.ts";
import { totalRows } from "../database/counts.ts";
import { query, sideName } from "../database/postgres.ts";
import { countRows, requireSameRows, restoreBeside } from "../database/restore.ts";
import { openDoors, swapDatabases } from "../database/swap.ts";
import { comment } from "../github/issue.ts";
import { begun, touched } from "../journal/state.ts";
import { presetOf, type Previous } from "../presets/preset.ts";
import { currentCommit } from "../presets/git.ts";
import { startServices, stopServices } from "../services/manager.ts";
import { plain } from "../checklist/markdown.ts";
import { backupDirectory, databaseHost, manifestHash } from "./backup.ts";
import { contextOf } from "./deploy.ts";
import { migrateHost } from "./deploy-order.ts";
import { awaitHealth } from "./health.ts";
import { endLaunch, type Launch, requireLock } from "./launch.ts";
import { liftPage } from "./maintenance.ts";
import { runSteps, type Step } from "./run-steps.ts";
import { requirePass, runChecks } from "./verify.ts";

/**
 * Back to the previous release, while the site is closed: nobody could write, so nothing is lost and no one has to
 * be asked. Once the site began to open it refuses: then there may be newer data, and a person decides.
 */
export async function rollback(launch: Launch, because = reasonOf(launch)): Promise<void> {
  const state = launch.state();
  if (state.ended?.outcome === "rolled-back") return;
  if (begun(state, "open.off")) {
    throw new UserError({ what: "the site was already being opened, so people may have written since; this is not rolled back by itself", mend: "look at the site first; the previous database is in the backup, see docs/rollback.md" });
  }
  await requireLock(launch);
  if (!touched(state)) {
    await endLaunch(launch, "failed", because);
    return;
  }
  await runSteps(launch, [
    ...launch.plan.services.hosts.map(stop),
    database,
    ...launch.plan.deploy.hosts.map(code),
    ...launch.plan.services.hosts.map(start),
    ...launch.plan.services.hosts.map(health),
    verified,
    open,
  ]);
  await endLaunch(launch, "rolled-back", because);
  await tell(launch, because);
}

/** The steps that failed, in the words of the journal. */
function reasonOf(launch: Launch): string {
  const failed = [...launch.state().steps].filter(([, { status }]) => status === "failed").map(([id, { note }]) => `${id}: ${note ?? "failed"}`);
  return failed.length > 0 ? failed.join("; ") : "the launch was stopped before it ended";
}

const stop = (host: string): Step => ({
  id: `rollback.stop@${host}`,
  async run({ hosts, plan }) {
    await stopServices(hosts.get(host), plan.services);
    return { note: plan.services.units.join(", ") };
  },
});

const database: Step = {
  id: "rollback.database",
  async run(launch) {
    const { plan, release } = launch;
    const host = databaseHost(launch);
    const migration = launch.state().steps.get(`deploy.migrate@${migrateHost(plan)}`);
    if (migration?.facts.migrated !== true) {
      await openDoors(host, plan.database);
      return { skipped: true, note: "no migration ran, so the database is as it was" };
    }
    const kept = sideName(plan.database.name, "failed", release.id);
    const restored = sideName(plan.database.name, "restored", release.id);
    // A run that was killed after the swap finds the kept database and nothing left to do.
    if (await swapped(launch, kept, restored)) {
      await openDoors(host, plan.database);
      return { note: `the database of the backup serves again; the failed one is kept as ${kept}`, facts: { kept } };
    }
    await openDoors(host, plan.database);
    const { counts } = await readManifest(host, plan.database, backupDirectory(launch), manifestHash(launch));
    await restoreBeside(host, plan.database, backupDirectory(launch), restored);
    requireSameRows(counts, await countRows(host, plan.database, restored), host.name);
    await launch.record({ kind: "step", step: "rollback.database", status: "started", facts: { swapping: kept } });
    await swapDatabases(host, plan.database, restored, kept);
    return { note: `${totalRows(counts)} rows as in the backup; the failed database is kept as ${kept}`, facts: { kept } };
  },
};

async function swapped(launch: Launch, kept: string, restored: string): Promise<boolean> {
  if (launch.state().steps.get("rollback.database")?.facts.swapping !== kept) return false;
  const names = (await query(databaseHost(launch), launch.plan.database, "postgres", "SELECT datname FROM pg_database")).map(([name]) => name);
  return names.includes(kept) && names.includes(launch.plan.database.name) && !names.includes(restored);
}

const code = (host: string): Step => ({
  id: `rollback.code@${host}`,
  async run(launch) {
    const previous = previousOf(launch, host);
    // Before the checkout began, only the record of what was live was written.
    if (!previous || !begun(launch.state(), `deploy.checkout@${host}`)) return { skipped: true, note: "the code was not touched yet" };
    return presetOf(launch.plan).back(contextOf(launch, host), previous);
  },
});

const start = (host: string): Step => ({
  id: `rollback.start@${host}`,
  async run({ hosts, plan }) {
    await startServices(hosts.get(host), plan.services);
    return { note: plan.services.units.join(", ") };
  },
});

const health = (host: string): Step => ({
  id: `rollback.health@${host}`,
  run: async (launch) => ({ note: await awaitHealth(launch.hosts.get(host), launch.plan, await before(launch, host)) }),
});

const verified: Step = {
  id: "rollback.verify",
  async run(launch) {
    const results = await runChecks(launch, await before(launch, launch.plan.deploy.hosts[0] ?? ""));
    // Tests that the previous release did not have yet cannot speak about it.
    const absent = await absentSmoke(launch);
    const told = results.filter(({ id }) => !absent.includes(id));
    requirePass(told);
    return { note: `${told.length} checks pass${absent.length > 0 ? `; not in the previous release: ${absent.join(", ")}` : ""}` };
  },
};

const open: Step = {
  id: "rollback.open",
  run: async (launch) => ({ note: await liftPage(launch, "rolled back to the previous release") }),
};

async function absentSmoke({ plan, hosts }: Launch): Promise<string[]> {
  const found = await Promise.all(
    plan.verify.checks.map(async (check) => {
      if (check.kind !== "smoke") return [];
      const there = await hosts.get(check.host).attempt(command("test", ["-e", `${plan.deploy.directory}/${check.path}`]));
      return there.code === 0 ? [] : [check.id];
    }),
  );
  return found.flat();
}

/** The journal says what was live, never the order of a directory. */
function previousOf(launch: Launch, host: string): Previous | null {
  return (launch.state().steps.get(`deploy.fetch@${host}`)?.facts.previous as Previous | undefined) ?? null;
}

async function before(launch: Launch, host: string): Promise<Previous> {
  return previousOf(launch, host) ?? currentCommit(launch.hosts.get(host), launch.plan);
}

/** The record is complete without it; a comment reaches those who watch the issue. */
async function tell(launch: Launch, because: string): Promise<void> {
  try {
    await comment(launch.github, launch.release.issue, `↩️ **${plain(launch.plan.service)} was rolled back** and serves the release before ${plain(launch.release.tag)} again. Nothing was lost: the site was closed in between.\n\n${plain(because)}`);
  } catch (error) {
    launch.log.warn(`The comment about the rollback could not be written: ${(error as Error).message}`);
  }
}
