import { titleOf } from "../../checklist/standing-text.ts";
import { UserError } from "../../core/errors.ts";
import { isOf } from "../../core/phases.ts";
import { t } from "../../core/text/text.ts";
import { touched } from "../../journal/state.ts";
import {
  deployFetch,
  openOff,
  rollbackOn,
  rollbackOpen,
  rollbackProof,
  rollbackStop,
} from "../../journal/steps/steps.ts";
import { healthHosts } from "../deploy/deploy-order.ts";
import { dnsBackSteps } from "../dns-tls/dns-changes.ts";
import { giveFilesBackSteps } from "../files/files.ts";
import type { Launch } from "../launch/context.ts";
import { endLaunch, requireLock } from "../launch/guards.ts";
import { runSteps, type Step, type StepOrSteps } from "../launch/run-steps.ts";
import { toldWhenStuck } from "../tell/stuck.ts";
import { drainSteps, liftPage, pageIs, provePage, raisePage } from "../window/page.ts";
import { pauseSteps, resumeSteps } from "../window/scheduled.ts";
import { waitForServers } from "../window/servers.ts";
import { loudSteps, quietSteps } from "../window/silence.ts";
import { ownBack } from "./back-order.ts";
import { askAhead, peopleBack } from "./people-back.ts";
import { verified } from "./previous-release.ts";
import { code, own } from "./put-code-back.ts";
import { tellRolledBack } from "./rolled-back-note.ts";
import { health, start, stop } from "./services-back.ts";
import { useSteps } from "./database/use-database.ts";
import { hasPage } from "../../load-balancer/balancer.ts";
import { engineOf } from "../engine/registry.ts";

/**
 * Back to the previous release. While the site is closed nobody could write, so nothing is lost and no one has to be
 * asked. Once the site began to open it refuses unless people approved it (`recall`): then the page goes up first, and
 * what was written since is set aside before the database goes back.
 */
export async function rollback(launch: Launch, because = reasonOf(launch)): Promise<void> {
  if (launch.state().ended?.outcome === "rolled-back") return;
  requireNobodyWrote(launch);
  await requireLock(launch);
  requireWholeBackup(launch);
  if (!touched(launch.state())) return endLaunch(launch, "failed", because);
  await askAhead(launch);
  await toldWhenStuck(launch, () => runSteps(launch, stepsBack(launch)));
  await endLaunch(launch, "rolled-back", because);
  await tellRolledBack(launch, because);
}

/** The order of the way back. Those of an inner list go at the same time. */
function stepsBack(launch: Launch): readonly StepOrSteps[] {
  const { plan } = launch;
  const state = launch.state();
  const open = state.recalled !== null;
  return [
    ...(open ? closeAgain(launch) : []),
    // Before the deploy there is nothing to undo: services that could not be stopped need no stopping now.
    ...(deployFetch.begun(state) || rollbackStop.begun(state) ? [plan.services.hosts.map(stop)] : []),
    ...(open && !hasPage(plan.loadBalancer) ? [pageProved] : []),
    ...engineOf(plan).wayBack(launch),
    giveFilesBackSteps(launch),
    plan.deploy.hosts.map(code),
    useSteps(plan),
    ...ownBack(plan, "before-start").map(own),
    plan.services.hosts.map(start),
    healthHosts(plan).map(health),
    ...ownBack(plan, "after-start").map(own),
    ...dnsBackSteps(plan, state),
    verified,
    ...peopleBack(launch),
    openAgain,
    ...loudSteps(plan, "rollback"),
    ...resumeSteps(plan, "rollback"),
  ];
}

/** The page goes up before anything else when visitors are on the site. */
function closeAgain({ plan }: Launch): readonly Step[] {
  return [
    pageUp,
    // Without one, only once the services are stopped.
    ...(hasPage(plan.loadBalancer) ? [pageProved] : []),
    ...quietSteps(plan, "rollback"),
    ...drainSteps(plan, "rollback"),
    ...pauseSteps(plan, "rollback"),
  ];
}

function requireNobodyWrote(launch: Launch): void {
  const state = launch.state();
  if (!openOff.begun(state) || state.recalled !== null) return;
  throw new UserError({
    code: "rollback-site-was-opened",
    what: t`the site was already being opened, so people may have written since; this is not rolled back by itself`,
    mend: t`look at the site first; the workflow rollback.yml counts what was written since and goes back once that is approved`,
  });
}

function requireWholeBackup(launch: Launch): void {
  const state = launch.state();
  if (!state.openedAfterMigration || state.recalled !== null) return;
  throw new UserError({
    code: "rollback-backup-is-old",
    what: t`the site was open after the migration had begun, so the backup lacks what was written since; this is not rolled back by itself`,
    mend: t`\`golive maintenance off --because …\` ends the launch as it is, or go back by hand (docs/rollback.md)`,
  });
}

/** The steps that failed on the way forward, in the words of the journal. */
function reasonOf(launch: Pick<Launch, "state" | "phases">): string {
  const failed = [...launch.state().steps]
    .filter(([id]) => !isOf(id, "rollback"))
    .filter(([, { status, facts }]) => status === "failed" && facts.required !== false)
    .map(([id, { note }]) => `“${titleOf(launch.phases, id)}”: ${note ?? t`failed`}`);
  return failed.length > 0 ? failed.join("; ") : t`the launch was stopped before it ended`;
}

const pageUp: Step = {
  id: rollbackOn.id,
  async run(launch) {
    await raisePage(launch, t`rollback of ${launch.release.tag}`);
    return {};
  },
  holds: (launch) => pageIs("on", launch),
};

const pageProved: Step = {
  id: rollbackProof.id,
  run: async (launch) => ({ note: await provePage(launch) }),
};

const openAgain: Step = {
  id: rollbackOpen.id,
  async run(launch) {
    await waitForServers(launch);
    return { note: await liftPage(launch, t`rolled back to the previous release`) };
  },
  holds: (launch) => pageIs("off", launch),
};
