import {
  rollbackCode,
  rollbackDatabase,
  rollbackHealth,
  rollbackOpen,
  rollbackStart,
  rollbackStop,
  rollbackUse,
} from "../../journal/steps/steps.ts";
import { startedAfter } from "../../journal/state.ts";
import { everyUnitIs, startServices, stopServices, unitsOn } from "../../services/manager.ts";
import { awaitHealth } from "../deploy/health.ts";
import type { Launch } from "../launch/context.ts";
import type { Step } from "../launch/run-steps.ts";
import { ownBack } from "./back-order.ts";
import { versionBefore } from "./previous-release.ts";
import { ifPostgresql } from "../../plan/engine/engine.ts";

export const stop = (host: string): Step => ({
  id: rollbackStop.on(host).id,
  async run({ hosts, plan }) {
    await stopServices(hosts.get(host), plan.services);
    return { note: unitsOn(plan.services, host).join(", ") };
  },
  // Once visitors may be back nothing stops any more. Before it, a process that was started from files or a database
  // that are put back once more would go on with those of before.
  holds: async (launch) =>
    rollbackOpen.begun(launch.state()) ||
    (await everyUnitIs("stopped", launch.hosts.get(host), launch.plan.services)) ||
    startHolds(launch, host),
});

export const start = (host: string): Step => ({
  id: rollbackStart.on(host).id,
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
  const started = rollbackStart.on(host).state(state);
  if (started?.status !== "done") return false;
  const own = ownBack(plan, "before-start").map(({ id }) => id);
  const uses = ifPostgresql(plan)?.switch ? [rollbackUse.on(host).id] : [];
  const before = [rollbackDatabase.id, rollbackCode.on(host).id, ...uses, ...own];
  const ours = started.run.id === run.id && started.run.attempt === run.attempt;
  const young = rollbackOpen.begun(state) || (ours && startedAfter(state, started, before));
  return young && everyUnitIs("running", hosts.get(host), plan.services);
}

export const health = (host: string): Step => ({
  id: rollbackHealth.on(host).id,
  run: async (launch) => ({
    note: await awaitHealth(launch.hosts.get(host), launch.plan, versionBefore(launch, host)),
  }),
});
