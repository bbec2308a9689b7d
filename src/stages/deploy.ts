import { begun } from "../journal/state.ts";
import { UserError } from "../core/errors.ts";
import { releaseDirectory } from "../plan/layout.ts";
import { type DeployContext, presetOf, type Previous } from "../presets/preset.ts";
import { strategyOf } from "../presets/strategy.ts";
import { startServices } from "../services/manager.ts";
import { wayBackIsThere } from "./backup-record.ts";
import { customSteps, type DeployPart, deployOrder, type HostPart, migrateHost, perHost } from "./deploy-order.ts";
import { awaitHealth } from "./health.ts";
import { type Launch, requireForward } from "./launch.ts";
import { hostsOf } from "./outline.ts";
import { runSteps, type Step } from "./run-steps.ts";

/** The release onto the hosts: each part on every host, in the order of `deployOrder`. */
export async function deploy(launch: Launch): Promise<void> {
  await requireForward(launch);
  if (begun(launch.state(), "open.off")) return;
  if (!wayBackIsThere(launch)) throw new UserError({ what: "nothing is deployed before the way back is there", mend: "run backup first" });
  await runSteps(launch, deployOrder(launch.plan).flatMap((part) => stepsOf(launch, part)));
}

function stepsOf(launch: Launch, part: DeployPart): Step[] {
  if (part === "deploy.migrate") return [migrate(migrateHost(launch.plan))];
  if (perHost(part)) return hostsOf(launch.plan, part).map((host) => hostStep(part, host));
  return customSteps(launch.plan, part).map(({ step, host, id }) => ({
    id,
    async run(launch) {
      await launch.hosts.get(host).run(presetOf(launch.plan).command(contextOf(launch, host), step.run, step.timeout));
      return {};
    },
  }));
}

function hostStep(part: HostPart, host: string): Step {
  return {
    id: `${part}@${host}`,
    async run(launch) {
      const context = contextOf(launch, host);
      const preset = presetOf(launch.plan);
      if (part === "deploy.start") {
        await startServices(context.host, launch.plan.services);
        return { note: launch.plan.services.units.join(", ") };
      }
      if (part === "deploy.health") return { note: await awaitHealth(context.host, launch.plan, launch.release) };
      const strategy = strategyOf(launch.plan);
      if (part === "deploy.fetch") {
        // Written once: a second try finds the new release there, which is not the way back.
        const known = launch.state().steps.get(`deploy.fetch@${host}`)?.facts.previous;
        const previous = known ?? (await strategy.current(context.host, launch.plan));
        await launch.record({ kind: "step", step: `deploy.fetch@${host}`, status: "started", facts: { previous } });
      }
      return (await strategy.parts[part]?.(context, preset)) ?? {};
    },
    ...(part === "deploy.start" || part === "deploy.health" ? { holds: async () => false } : {}),
  };
}

const migrate = (host: string): Step => ({
  id: `deploy.migrate@${host}`,
  async run(launch) {
    const context = contextOf(launch, host);
    const preset = presetOf(launch.plan);
    const pending = await preset.pendingMigrations(context);
    if (pending.length === 0 && launch.state().steps.get(`deploy.migrate@${host}`)?.facts.migrated !== true) return { skipped: true, note: "no migration is pending" };
    // On record before it begins: from here on the way back includes the database.
    await launch.record({ kind: "step", step: `deploy.migrate@${host}`, status: "started", facts: { migrated: true, migrations: pending } });
    await preset.migrate(context);
    const left = await preset.pendingMigrations(context);
    if (left.length > 0) throw new UserError({ what: `${left.length} migrations are still unapplied: ${left.join(", ")}`, where: host, mend: "look at manage.py showmigrations" });
    return { note: pending.join(", ") };
  },
});

export function contextOf(launch: Launch, host: string): DeployContext {
  return { plan: launch.plan, release: launch.release, host: launch.hosts.get(host), directory: releaseDirectory(launch.plan, launch.release) };
}

/** What was live on a host before this launch: the journal says it, never the order of a directory. Null before the deploy. */
export function previousOf(launch: Launch, host: string): Previous | null {
  return (launch.state().steps.get(`deploy.fetch@${host}`)?.facts.previous as Previous | undefined) ?? null;
}
