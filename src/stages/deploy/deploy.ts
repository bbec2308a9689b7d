import { mapLimit } from "../../core/map-limit.ts";
import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { begun, startedAfter } from "../../journal/state.ts";
import { releaseDirectory } from "../../plan/layout.ts";
import { type DeployContext, presetOf, type Previous } from "../../presets/preset.ts";
import { strategyOf } from "../../presets/strategy.ts";
import { everyUnitIs, startServices, unitsOn } from "../../services/manager.ts";
import { wayBackIsThere } from "../backup/backup-record.ts";
import { deployBatches, healthHosts, type HostPart, type HostStep, migrateHost } from "./deploy-order.ts";
import { awaitHealth, healthProblem } from "./health.ts";
import { dnsTlsSteps } from "../dns-tls/dns-tls.ts";
import { type Launch, requireForward } from "../launch/launch.ts";
import { startedMeanwhile } from "../window/maintenance.ts";
import { runLanes, runSteps, type Step } from "../launch/run-steps.ts";

/** The release onto the hosts, batch after batch (deploy-order.ts). With `only`, these hosts alone: others are another job's. */
export async function deploy(launch: Launch, only: readonly string[] = []): Promise<void> {
  await requireForward(launch);
  if (begun(launch.state(), "open.off")) return;
  if (!wayBackIsThere(launch))
    throw new UserError({ what: t`nothing is deployed before the way back is there`, mend: t`run backup first` });
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
      what: t`${first} goes first, and is not through yet (${left[0]?.id})`,
      where: t`input hosts`,
      mend: t`let the job for these hosts need the one with hosts: ${first}`,
    });
}

/** At the end every host is asked which release it has, so that none is forgotten. */
const rollCall: Step = {
  id: "deploy.versions",
  async run(launch) {
    const { plan, release, hosts } = launch;
    const answers = await mapLimit(
      plan.deploy.hosts,
      plan.deploy.batch,
      async (name): Promise<{ readonly name: string; readonly wrong: string | null }> => {
        const { commit } = await strategyOf(plan).current(hosts.get(name), plan);
        if (commit !== release.commit)
          return { name, wrong: t`has ${commit.slice(0, 12)}, not ${release.commit.slice(0, 12)}` };
        return {
          name,
          wrong: healthHosts(plan).includes(name) ? await healthProblem(hosts.get(name), plan, release) : null,
        };
      },
    );
    const wrong = answers.filter((answer) => answer.wrong !== null);
    if (wrong.length > 0)
      throw new UserError(
        wrong.map(({ name, wrong: what }) => ({
          what: what ?? "",
          where: name,
          mend: t`it was deployed, and does not run the release now; look at its service`,
        })),
      );
    return {
      note: t`${release.tag} on ${answers.length === 1 ? answers[0]?.name : t`all ${answers.length} {0:host|hosts|hosts}: ${answers.map(({ name }) => name).join(", ")}`}`,
    };
  },
  holds: async () => false,
};

function stepOf({ id, part, host, own }: HostStep): Step {
  if (part === "deploy.migrate") return migrate(host);
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
    id: `${part}@${host}`,
    async run(launch) {
      const context = contextOf(launch, host);
      const preset = presetOf(launch.plan);
      if (part === "deploy.start") {
        await startServices(context.host, launch.plan.services);
        return { note: unitsOn(launch.plan.services, host).join(", ") };
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
    ...looksOf(part, host),
  };
}

/** How a part on record as done is looked at again. */
function looksOf(part: HostPart, host: string): Pick<Step, "holds" | "still"> {
  switch (part) {
    case "deploy.start":
      return { holds: async (launch) => readRelease(launch, host) && (await serves(launch, host)) };
    case "deploy.health":
      return { holds: async () => false };
    default:
      return { still: (launch) => strategyOf(launch.plan).still(part, contextOf(launch, host), presetOf(launch.plan)) };
  }
}

/** Whether what was started is younger than all that it reads. */
function readRelease(launch: Launch, host: string): boolean {
  const state = launch.state();
  const started = state.steps.get(`deploy.start@${host}`);
  const lanes = deployBatches(launch.plan).flatMap((batch) => batch.lanes.flat());
  const mine = lanes.filter((step) => step.host === host || step.part === "deploy.migrate").map(({ id }) => id);
  const reads = mine.slice(0, mine.indexOf(`deploy.start@${host}`));
  return started !== undefined && startedAfter(state, started, reads);
}

/** Whether what was started with the release still runs, and says so. */
async function serves({ hosts, plan, release }: Launch, host: string): Promise<boolean> {
  return (
    (await everyUnitIs("running", hosts.get(host), plan.services)) &&
    (!healthHosts(plan).includes(host) || (await healthProblem(hosts.get(host), plan, release)) === null)
  );
}

const migrate = (host: string): Step => ({
  id: `deploy.migrate@${host}`,
  async run(launch) {
    const context = contextOf(launch, host);
    const preset = presetOf(launch.plan);
    const [pending] = await Promise.all([preset.pendingMigrations(context), requireStillStopped(launch)]);
    if (pending.length === 0 && launch.state().steps.get(`deploy.migrate@${host}`)?.facts.migrated !== true)
      return { skipped: true, note: t`no migration is pending` };
    // On record before it begins: from here on the way back includes the database.
    await launch.record({
      kind: "step",
      step: `deploy.migrate@${host}`,
      status: "started",
      facts: { migrated: true, migrations: pending },
    });
    await preset.migrate(context);
    const left = await preset.pendingMigrations(context);
    if (left.length > 0)
      throw new UserError({
        what: t`${left.length} {0:migration is|migrations are|migrations are} still unapplied: ${left.join(", ")}`,
        where: host,
        mend: t`look at manage.py showmigrations`,
      });
    return { note: pending.join(", ") };
  },
  still: async (launch) => (await presetOf(launch.plan).pendingMigrations(contextOf(launch, host))).length === 0,
});

/** What ran since the backup may have written, and the way back would not have it. Nothing is migrated yet: going back is free. */
async function requireStillStopped(launch: Launch): Promise<void> {
  if (begun(launch.state(), "deploy.start")) return;
  const running = await startedMeanwhile(launch);
  if (running.length === 0) return;
  throw new UserError({
    code: "services-started",
    what: t`services were started meanwhile, and the backup may lack what they wrote`,
    where: running.join(", "),
    mend: t`was the host restarted? docs/hosts.md has the drop-in that keeps units stopped then; the next launch goes on as usual`,
  });
}

export function contextOf(launch: Launch, host: string): DeployContext {
  return {
    plan: launch.plan,
    release: launch.release,
    host: launch.hosts.get(host),
    directory: releaseDirectory(launch.plan, launch.release),
  };
}

/** What was live on a host before this launch: the journal says it, never the order of a directory. Null before the deploy. */
export function previousOf(launch: Launch, host: string): Previous | null {
  return (launch.state().steps.get(`deploy.fetch@${host}`)?.facts.previous as Previous | undefined) ?? null;
}
