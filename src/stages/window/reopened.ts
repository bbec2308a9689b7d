import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { begun, type LaunchState } from "../../journal/state.ts";
import { deployStart, isolateOn, isolateStop, rollbackStart } from "../../journal/steps/steps.ts";
import { hasPage, openBalancer } from "../../load-balancer/balancer.ts";
import { everyUnitIs } from "../../services/manager.ts";
import type { Launch } from "../launch/context.ts";
import { resumedMeanwhile } from "./scheduled.ts";

/** Somebody may have opened the site by hand since this launch closed it (or a restart of a host did): then people wrote. */
export async function noticeReopening(launch: Launch): Promise<void> {
  const { steps } = launch.state();
  if (isolateOn.state({ steps })?.status !== "done") return;
  const { loadBalancer } = launch.plan;
  const page = hasPage(loadBalancer) ? await openBalancer(loadBalancer, launch.hosts).status() : "on";
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
      code: "site-reopened-after-migration",
      what: t`${how}, after the migration had begun: the backup lacks what was written since, so nothing goes on by itself`,
      mend: t`look at the site; then \`golive maintenance off --because …\` ends this launch as it is, or go back \
by hand (docs/rollback.md)`,
    });
  }
}

/** Hosts where this launch stopped the services or paused work and did not start it again, and where it runs. */
export async function startedMeanwhile({ plan, hosts, state }: Launch): Promise<string[]> {
  const stopped = plan.services.hosts.filter(
    (host) => isolateStop.on(host).state(state())?.status === "done" && !begunToStart(state(), host),
  );
  const found = await Promise.all([
    ...stopped.map(async (host) => ((await everyUnitIs("stopped", hosts.get(host), plan.services)) ? [] : [host])),
    resumedMeanwhile({ plan, hosts, state }),
  ]);
  return [...new Set(found.flat())];
}

/** Once the deploy (or the way back) starts the services, that they run means nothing. */
export function begunToStart(state: LaunchState, host: string): boolean {
  return begun(state, deployStart.on(host).id) || begun(state, rollbackStart.on(host).id);
}
