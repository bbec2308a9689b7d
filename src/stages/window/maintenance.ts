import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { begun, type LaunchState, touched } from "../../journal/state.ts";
import { openingMark } from "../../database/written/written.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { openBalancer } from "../../load-balancer/balancer.ts";
import { drain } from "../../load-balancer/drain.ts";
import { prove, proveBypass } from "../../load-balancer/proof.ts";
import { awaitServers } from "../../load-balancer/servers.ts";
import { everyUnitIs, stopServices, unitsOn } from "../../services/manager.ts";
import { giveToken, tokenOf, withdrawToken } from "./bypass.ts";
import { databaseHost, dumpProved } from "../backup/backup-record.ts";
import { endLaunch, type Launch, requireForward } from "../launch/launch.ts";
import { requireStillApproved } from "../approval/approval.ts";
import { requireUnchanged } from "../gate/at-use.ts";
import { approvalOf, earlierRows } from "../gate/reviewed.ts";
import { hostsAnswer } from "../preflight/looks/hosts.ts";
import { requireWindow } from "../launch/window-gate.ts";
import { runSteps, type Step } from "../launch/run-steps.ts";
import { pauseSteps, resumedMeanwhile, resumeSteps } from "./scheduled.ts";
import { loudSteps, quietSteps } from "./silence.ts";
import { required } from "../verify/verify.ts";

/** Closes the site: page up, proved from outside, services stopped, so that nothing writes while the backup is made. */
export async function closeSite(launch: Launch): Promise<void> {
  await requireForward(launch);
  if (begun(launch.state(), "open.off")) {
    launch.log.info(t`the site was being opened already; it is not closed again`);
    return;
  }
  const waited = await requireWindow(launch);
  // Once it is under way nothing is asked that could only stop a launch that is half done.
  if (!touched(launch.state())) {
    // An hour may have passed since this job looked.
    if (waited) await requireUnchanged(launch);
    await requireApproval(launch);
    const { problems } = await hostsAnswer(launch.plan, launch);
    if (problems.length > 0) throw new UserError(problems);
  }
  await noticeReopening(launch);
  await runSteps(launch, [
    on,
    proof,
    ...quietSteps(launch.plan, "isolate"),
    ...drainSteps(launch.plan, "isolate"),
    ...pauseSteps(launch.plan, "isolate"),
    launch.plan.services.hosts.map(stop),
  ]);
}

/** Opens the site after the release was verified. */
export async function openSite(launch: Launch): Promise<void> {
  await requireForward(launch);
  if (!dumpProved(launch))
    throw new UserError({
      what: t`the site stays closed: the dump is not proved yet`,
      mend: t`run backup once more after the deploy (database.backup.dump is after-migration)`,
    });
  const open = required(launch).filter((id) => launch.state().steps.get(id)?.status !== "done");
  if (open.length > 0) {
    throw new UserError({
      what: t`the site stays closed: not verified yet (${open.join(", ")})`,
      mend: t`run verify first; the maintenance page comes down for a verified release or a finished rollback only`,
    });
  }
  await runSteps(launch, [
    ...(openBalancer(launch.plan.loadBalancer, launch.hosts).servers === undefined ? [] : [servers]),
    off,
    openProof,
    ...loudSteps(launch.plan, "open"),
    ...resumeSteps(launch.plan, "open"),
  ]);
  await endLaunch(launch, "live", t`${launch.release.tag} is verified and open`);
}

/** Puts the page up, with a token that leads past it. Those of earlier launches are gone before. */
export async function raisePage(launch: Launch, because: string): Promise<void> {
  await launch.record({ kind: "maintenance", state: "on", because });
  await giveToken(launch);
  await openBalancer(launch.plan.loadBalancer, launch.hosts).on(
    t`golive: ${because}, run ${launch.run.id}, by ${launch.run.actor}`,
  );
}

/** Proof from outside that visitors see the page, and that the token, where there is one, is all that leads past it. */
export async function provePage(launch: Launch): Promise<string> {
  const seen = await prove(launch.plan, "closed");
  const { bypass } = openBalancer(launch.plan.loadBalancer, launch.hosts);
  const token = bypass === undefined ? null : ((await tokenOf(launch)) ?? (await giveToken(launch)));
  return bypass === undefined || token === null
    ? seen
    : `${seen}; ${await proveBypass(launch.plan, token, bypass.tricks)}`;
}

/** Requests that came before the page may end before anything stops. */
export function drainSteps({ loadBalancer: { drain: waited } }: Plan, phase: "isolate" | "rollback"): Step[] {
  if (waited === undefined) return [];
  return [
    {
      id: `${phase}.drain`,
      async run({ plan, hosts, signal }) {
        const { running } = openBalancer(plan.loadBalancer, hosts);
        return running === undefined ? { skipped: true } : { note: await drain(running, waited.within, { signal }) };
      },
    },
  ];
}

/** Takes the page down whoever asks, records why, and proves it. */
export async function liftPage(launch: Launch, because: string): Promise<string> {
  await openBalancer(launch.plan.loadBalancer, launch.hosts).off();
  await launch.record({ kind: "maintenance", state: "off", because });
  await withdrawToken(launch);
  return prove(launch.plan, "open");
}

/** Whether the page is up, or down, on every balancer. */
export async function pageIs(wanted: "on" | "off", { plan, hosts }: Pick<Launch, "plan" | "hosts">): Promise<boolean> {
  return (await openBalancer(plan.loadBalancer, hosts).status()) === wanted;
}

const on: Step = {
  id: "isolate.on",
  async run(launch) {
    await raisePage(launch, t`launch of ${launch.release.tag}`);
    return {};
  },
  holds: (launch) => pageIs("on", launch),
};

const proof: Step = {
  id: "isolate.proof",
  run: async (launch) => ({ note: await provePage(launch) }),
  // Cheap, and everything after it rests on it.
  holds: async () => false,
};

const stop = (host: string): Step => ({
  id: `isolate.stop@${host}`,
  async run({ hosts, plan }) {
    await stopServices(hosts.get(host), plan.services);
    return { note: unitsOn(plan.services, host).join(", ") };
  },
  async holds(launch) {
    const { plan, hosts } = launch;
    return begunToStart(launch.state(), host) || (await everyUnitIs("stopped", hosts.get(host), plan.services));
  },
});

const servers: Step = {
  id: "open.servers",
  async run({ plan, hosts }) {
    const { servers: known } = openBalancer(plan.loadBalancer, hosts);
    return known === undefined ? { skipped: true } : { note: await awaitServers(known) };
  },
  // Until the page comes down; afterwards it is the visitors' proof that counts.
  holds: async (launch) => begun(launch.state(), "open.off"),
};

const off: Step = {
  id: "open.off",
  async run(launch) {
    await markOpening(launch);
    await openBalancer(launch.plan.loadBalancer, launch.hosts).off();
    await launch.record({ kind: "maintenance", state: "off", because: t`${launch.release.tag} is verified` });
    await withdrawToken(launch);
    return {};
  },
  holds: (launch) => pageIs("off", launch),
};

/**
 * What a rollback would set aside later is told apart from the release's own writing by this mark. It is on record
 * before the page can be down, and the first one stays: a run that begins the opening again finds people at work.
 */
async function markOpening(launch: Launch): Promise<void> {
  if (typeof launch.state().steps.get("open.off")?.facts.openedAt === "string") return;
  const openedAt = await openingMark(databaseHost(launch), launch.plan.database);
  await launch.record({ kind: "step", step: "open.off", status: "started", facts: { openedAt } });
}

const openProof: Step = {
  id: "open.proof",
  run: async (launch) => ({ note: await prove(launch.plan, "open") }),
};

/** Somebody may have opened the site by hand since this launch closed it (or a restart of a host did): then people wrote. */
async function noticeReopening(launch: Launch): Promise<void> {
  const { steps } = launch.state();
  if (steps.get("isolate.on")?.status !== "done") return;
  const page = await openBalancer(launch.plan.loadBalancer, launch.hosts).status();
  const running = await startedMeanwhile(launch);
  if (page === "on" && running.length === 0) return;
  const how =
    page === "on"
      ? t`services were started meanwhile on ${running.join(", ")}`
      : t`the maintenance page was taken down meanwhile`;
  const event = { kind: "reopened", how: t`${how}; what was written since is newer than the backup` } as const;
  await launch.record(page === "on" ? { ...event, behind: true } : event);
  if (launch.state().openedAfterMigration) {
    throw new UserError({
      what: t`${how}, after the migration had begun: the backup lacks what was written since, so nothing goes on by itself`,
      mend: t`look at the site; then \`golive maintenance off --because …\` ends this launch as it is, or go back by hand (docs/rollback.md)`,
    });
  }
}

/** Hosts where this launch stopped the services or paused work and did not start it again, and where it runs. */
export async function startedMeanwhile({ plan, hosts, state }: Launch): Promise<string[]> {
  const stopped = plan.services.hosts.filter(
    (host) => state().steps.get(`isolate.stop@${host}`)?.status === "done" && !begunToStart(state(), host),
  );
  const found = await Promise.all([
    ...stopped.map(async (host) => ((await everyUnitIs("stopped", hosts.get(host), plan.services)) ? [] : [host])),
    resumedMeanwhile({ plan, hosts, state }),
  ]);
  return [...new Set(found.flat())];
}

/**
 * What started while the backup was made (a host was restarted, somebody started a service) is stopped once more: true
 * when the backup has to be made anew.
 */
export async function closedAnew(launch: Launch): Promise<boolean> {
  if (begun(launch.state(), "open.off") || begun(launch.state(), "deploy.migrate")) return false;
  if ((await startedMeanwhile(launch)).length === 0) return false;
  await closeSite(launch);
  return true;
}

/** Once the deploy (or the way back) starts the services, that they run means nothing. */
function begunToStart(state: LaunchState, host: string): boolean {
  return begun(state, `deploy.start@${host}`) || begun(state, `rollback.start@${host}`);
}

/** Who approved goes on record. Approvals that an earlier attempt of the run had are not this one's. */
async function requireApproval(launch: Launch): Promise<void> {
  const { release, plan, run } = launch;
  if (plan.approval.comment) return requireStillApproved(launch);
  const earlier = earlierRows(await launch.journal.read(), release.id, run);
  const given = await approvalOf(launch, plan.approval, earlier);
  if (given !== null) await launch.record({ kind: "approved", ...given });
}
