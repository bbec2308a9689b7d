import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { touched } from "../../journal/state.ts";
import { deployMigrate, isolateOn, isolateProof, isolateStop, openOff } from "../../journal/steps/steps.ts";
import { everyUnitIs, stopServices, unitsOn } from "../../services/manager.ts";
import { requireStillApproved } from "../approval/approval.ts";
import { requireUnchanged } from "../gate/at-use.ts";
import { approvalOf, earlierRows } from "../gate/reviewed.ts";
import type { Launch } from "../launch/context.ts";
import { requireForward } from "../launch/guards.ts";
import { runSteps, type Step } from "../launch/run-steps.ts";
import { requireWindow } from "../launch/window-gate.ts";
import { hostsAnswer } from "../preflight/looks/hosts.ts";
import { lookBefore } from "./answered-before.ts";
import { openPaths } from "./open-paths.ts";
import { holdBeforeWindow, holdClosed } from "../verify/hold.ts";
import { drainSteps, pageIs, provePage, raisePage } from "./page.ts";
import { begunToStart, noticeReopening, startedMeanwhile } from "./reopened.ts";
import { pauseSteps } from "./scheduled.ts";
import { quietSteps } from "./silence.ts";
import { hasPage } from "../../load-balancer/balancer.ts";
import { openPathsOf } from "../../load-balancer/open-paths.ts";

/** Closes the site: page up, proved from outside, services stopped, so that nothing writes while the backup is made. */
export async function closeSite(launch: Launch): Promise<void> {
  await requireForward(launch);
  if (openOff.begun(launch.state())) {
    launch.log.info(t`the site was being opened already; it is not closed again`);
    return;
  }
  const asked = await holdBeforeWindow(launch);
  const waited = (await requireWindow(launch)) || asked;
  // Once it is under way nothing is asked that could only stop a launch that is half done.
  if (!touched(launch.state())) await requireReady(launch, waited);
  await noticeReopening(launch);
  await runSteps(launch, [
    on,
    ...(hasPage(launch.plan.loadBalancer) ? [proof] : []),
    ...quietSteps(launch.plan, "isolate"),
    ...drainSteps(launch.plan, "isolate"),
    ...pauseSteps(launch.plan, "isolate"),
    launch.plan.services.hosts.map(stop),
    // Without a page it is the stop that closes the site.
    ...(hasPage(launch.plan.loadBalancer) ? [] : [proof]),
    ...(openPathsOf(launch.plan).length > 0 ? [openPaths] : []),
  ]);
  await holdClosed(launch);
}

/** What is looked at again in the last moment before visitors notice anything. */
async function requireReady(launch: Launch, waited: boolean): Promise<void> {
  // An hour may have passed since this job looked.
  if (waited) await requireUnchanged(launch);
  await requireApproval(launch);
  const { problems } = await hostsAnswer(launch.plan, launch);
  if (problems.length > 0) throw new UserError(problems);
}

/**
 * What started while the backup was made (a host was restarted, somebody started a service) is stopped once more: true
 * when the backup has to be made anew.
 */
export async function closedAnew(launch: Launch): Promise<boolean> {
  if (openOff.begun(launch.state()) || deployMigrate.begun(launch.state())) return false;
  if ((await startedMeanwhile(launch)).length === 0) return false;
  await closeSite(launch);
  return true;
}

const on: Step = {
  id: isolateOn.id,
  async run(launch) {
    const facts = await lookBefore(launch.plan);
    await raisePage(launch, t`launch of ${launch.release.tag}`);
    return { facts };
  },
  holds: (launch) => pageIs("on", launch),
};

const proof: Step = {
  id: isolateProof.id,
  run: async (launch) => ({ note: await provePage(launch) }),
  // Cheap, and everything after it rests on it.
  holds: async () => false,
};

const stop = (host: string): Step => ({
  id: isolateStop.on(host).id,
  async run({ hosts, plan }) {
    await stopServices(hosts.get(host), plan.services);
    return { note: unitsOn(plan.services, host).join(", ") };
  },
  async holds(launch) {
    const { plan, hosts } = launch;
    return begunToStart(launch.state(), host) || (await everyUnitIs("stopped", hosts.get(host), plan.services));
  },
});

/** Who approved goes on record. Approvals that an earlier attempt of the run had are not this one's. */
async function requireApproval(launch: Launch): Promise<void> {
  const { release, plan, run } = launch;
  if (plan.approval.comment) return requireStillApproved(launch);
  const earlier = earlierRows(await launch.journal.read(), release.id, run);
  const given = await approvalOf(launch, plan.approval, earlier);
  if (given !== null) await launch.record({ kind: "approved", ...given });
}
