import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { startedAfter } from "../../journal/state.ts";
import { deployFetch, deployStart, openOff } from "../../journal/steps/steps.ts";
import { presetOf } from "../../presets/preset.ts";
import { strategyOf } from "../../presets/strategy.ts";
import { everyUnitIs, startServices, unitsOn } from "../../services/manager.ts";
import { wayBackIsThere } from "../backup/backup-record.ts";
import { dnsTlsSteps } from "../dns-tls/dns-tls.ts";
import type { Launch } from "../launch/context.ts";
import { requireForward } from "../launch/guards.ts";
import { runLanes, runSteps, type Step } from "../launch/run-steps.ts";
import { contextOf } from "./context.ts";
import { deployBatches, healthHosts, type HostStep, migrateHost } from "./deploy-order.ts";
import { awaitHealth, healthProblem } from "./health.ts";
import { migrate } from "./migrate.ts";
import { type HostPart, partSteps } from "./part-steps.ts";
import { rollCall } from "./roll-call.ts";

/** The release onto the hosts, batch after batch (deploy-order.ts). With `only`, these hosts alone: others are another job's. */
export async function deploy(launch: Launch, only: readonly string[] = []): Promise<void> {
  await requireForward(launch);
  if (openOff.begun(launch.state())) return;
  if (!wayBackIsThere(launch))
    throw new UserError({
      code: "deploy-no-way-back",
      what: t`nothing is deployed before the way back is there`,
      mend: t`run backup first`,
    });
  requireTurn(launch, only);
  for (const { lanes } of deployBatches(launch.plan)) {
    const ours = lanes
      .map((lane) => lane.filter(({ host }) => only.length === 0 || only.includes(host)))
      .filter((lane) => lane.length > 0);
    await runLanes(
      launch,
      ours.map((lane) => lane.map(stepOf)),
    );
  }
  if (only.length === 0) await runSteps(launch, [rollCall, ...dnsTlsSteps(launch.plan)]);
}

/** A job for some of the hosts: they have to be hosts of the deploy, and the first host has to be through. */
function requireTurn({ plan, state }: Launch, only: readonly string[]): void {
  const { hosts } = plan.deploy;
  const unknown = only.filter((host) => !hosts.includes(host));
  if (unknown.length > 0)
    throw new UserError(
      unknown.map((host) => ({
        code: "deploy-unknown-host",
        what: t`"${host}" is not a host of the deploy`,
        where: t`input hosts`,
        mend: t`use some of: ${hosts.join(", ")}`,
      })),
    );
  const first = migrateHost(plan);
  if (only.length === 0 || only.includes(first)) return;
  const left =
    deployBatches(plan)[1]
      ?.lanes.flat()
      .filter(({ id }) => !["done", "skipped"].includes(state().steps.get(id)?.status ?? "")) ?? [];
  if (left.length > 0)
    throw new UserError({
      code: "deploy-first-host-not-through",
      what: t`${first} goes first, and is not through yet (${left[0]?.id})`,
      where: t`input hosts`,
      mend: t`let the job for these hosts need the one with hosts: ${first}`,
    });
}

function stepOf({ id, part, host, own }: HostStep): Step {
  if (part === "migrate") return migrate(host);
  if (own !== undefined) {
    return {
      id,
      async run(launch) {
        await launch.hosts.get(host).run(presetOf(launch.plan).command(contextOf(launch, host), own.run, own.timeout));
        return {};
      },
    };
  }
  return hostStep(part as HostPart, host);
}

function hostStep(part: HostPart, host: string): Step {
  return {
    id: partSteps[part].on(host).id,
    async run(launch) {
      const context = contextOf(launch, host);
      const preset = presetOf(launch.plan);
      if (part === "start") {
        await startServices(context.host, launch.plan.services);
        return { note: unitsOn(launch.plan.services, host).join(", ") };
      }
      if (part === "health") return { note: await awaitHealth(context.host, launch.plan, launch.release) };
      const strategy = strategyOf(launch.plan);
      if (part === "fetch") {
        // Written once: a second try finds the new release there, which is not the way back.
        const known = deployFetch.on(host).facts(launch.state()).previous;
        const previous = known ?? (await strategy.current(context.host, launch.plan));
        await launch.record({ kind: "step", step: deployFetch.on(host).id, status: "started", facts: { previous } });
      }
      return (await strategy.parts[part]?.(context, preset)) ?? {};
    },
    ...looksOf(part, host),
  };
}

/** How a part on record as done is looked at again. */
function looksOf(part: HostPart, host: string): Pick<Step, "holds" | "still"> {
  switch (part) {
    case "start":
      return { holds: async (launch) => readRelease(launch, host) && (await serves(launch, host)) };
    case "health":
      return { holds: async () => false };
    default:
      return { still: (launch) => strategyOf(launch.plan).still(part, contextOf(launch, host), presetOf(launch.plan)) };
  }
}

/** Whether what was started is younger than all that it reads. */
function readRelease(launch: Launch, host: string): boolean {
  const state = launch.state();
  const started = deployStart.on(host).state(state);
  const lanes = deployBatches(launch.plan).flatMap((batch) => batch.lanes.flat());
  const mine = lanes.filter((step) => step.host === host || step.part === "migrate").map(({ id }) => id);
  const reads = mine.slice(0, mine.indexOf(deployStart.on(host).id));
  return started !== undefined && startedAfter(state, started, reads);
}

/** Whether what was started with the release still runs, and says so. */
async function serves({ hosts, plan, release }: Launch, host: string): Promise<boolean> {
  return (
    (await everyUnitIs("running", hosts.get(host), plan.services)) &&
    (!healthHosts(plan).includes(host) || (await healthProblem(hosts.get(host), plan, release)) === null)
  );
}
