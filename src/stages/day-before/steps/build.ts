import { dayBeforeBuild, deployFetch } from "../../../journal/steps/steps.ts";
import { mapLimit } from "../../../core/map-limit.ts";
import { t } from "../../../core/text/text.ts";
import { filesOf } from "../../../plan/files-layout.ts";
import { fetchAhead } from "../../../presets/git.ts";
import { type DeployContext, presetOf } from "../../../presets/preset.ts";
import { changedByBuild, fetchComplete } from "../../../presets/strategies/tree/tree.ts";
import { strategyOf } from "../../../presets/strategy.ts";
import { contextOf } from "../../deploy/context.ts";
import { migrateHost } from "../../deploy/deploy-order.ts";
import { secondsByStep } from "../../deploy/part-steps.ts";
import type { Launch } from "../../launch/context.ts";
import type { DayStep } from "../day-step.ts";
import { practiceDirectory, trialDirectory } from "../directories.ts";
import type { Measured } from "../measured.ts";
import { goForward, practisedSteps } from "../practice/go-forward.ts";
import { openPractice, type Practice, practiceProblem } from "../practice/practice.ts";

/** The release as it was built, and the copy it goes forward and back on. */
export interface Built {
  readonly context: DeployContext;
  readonly practice: Practice | null;
  /** Why there is no practice; null when the plan has none, or there is one. */
  readonly unpractised: string | null;
}

export const build = (measured: Measured): DayStep<Built> => ({
  id: dayBeforeBuild.id,
  async run(launch) {
    const { plan } = launch;
    const unpractised = await whyUnpractised(launch);
    if (!strategyOf(plan).ownDirectory) await fetchOnAll(launch, measured);
    const practising = plan.prepare.trial !== undefined && unpractised === null;
    // With a directory for every release it is built where it will serve from; else on the copy, as the window will do it.
    const aside = strategyOf(plan).ownDirectory || !practising ? await buildAside(launch, measured) : null;
    const practice = practising ? await openTrial(launch, measured) : null;
    const context = practice?.context ?? {
      ...contextOf(launch, migrateHost(plan)),
      directory: trialDirectory(launch),
    };
    const note = aside ?? t`${launch.release.tag} on a copy of what serves`;
    return {
      done: { note: `${note}${await changesText(context)}` },
      hands: { context, practice, unpractised },
    };
  },
});

/** A build that changes what git has is no mistake, but nobody should find out at night. */
async function changesText({ host, plan, directory }: DeployContext): Promise<string> {
  const files = await changedByBuild(host, plan, directory);
  if (files.length === 0) return "";
  const more = files.length > 3 ? ", …" : "";
  return t`; the build changes ${files.length} tracked {0:file|files|files}: ${files.slice(0, 3).join(", ")}${more}`;
}

/** A checkout's own release lies on every host before the window, which then fetches nothing. */
async function fetchOnAll(launch: Launch, measured: Measured): Promise<void> {
  const { plan } = launch;
  await mapLimit(plan.deploy.hosts, plan.deploy.batch, async (host) => {
    const context = contextOf(launch, host);
    measured.add([host], [[deployFetch.id, await fetchAhead(context)]]);
    await fetchComplete(context.host, plan, launch.release.commit);
  });
}

/** Why the way back is not practised; null when it is. */
async function whyUnpractised(launch: Launch): Promise<string | null> {
  const noPractice = presetOf(launch.plan).noPractice();
  if (noPractice !== null) return noPractice;
  const problem = await practiceProblem(launch);
  return problem === null ? null : t`${migrateHost(launch.plan)} cannot show a command another folder (${problem})`;
}

/** Builds the release without anything that serves: on every host where that is its place, else once, as a clone aside. */
async function buildAside(launch: Launch, measured: Measured): Promise<string> {
  const { plan } = launch;
  const preset = presetOf(plan);
  const inPlace = !strategyOf(plan).ownDirectory;
  const on = inPlace ? [migrateHost(plan)] : plan.deploy.hosts;
  const directory = trialDirectory(launch);
  const built = await Promise.all(
    on.map(async (host) => ({
      host,
      ...(await strategyOf(plan).build({ ...contextOf(launch, host), directory }, preset)),
    })),
  );
  for (const { host, took } of built) measured.add(inPlace ? plan.deploy.hosts : [host], secondsByStep(took));
  return [...new Set(built.map(({ note }) => note))].join("; ");
}

/** The copy that the release goes forward and back on, with what comes before its migrations and needs no database. */
async function openTrial(launch: Launch, measured: Measured): Promise<Practice> {
  const { plan } = launch;
  const live = contextOf(launch, migrateHost(plan));
  const uploads = filesOf(plan).filter(({ host }) => host === live.host.name);
  const leftOut = uploads.map(({ directory }) => directory);
  const practice = await openPractice(launch, practiceDirectory(launch), leftOut);
  const parts = practisedSteps(launch, "before").filter(({ own }) => own === undefined);
  await goForward(launch, practice, parts);
  for (const { part, id } of parts) measured.add(plan.deploy.hosts, [[part, practice.measured.get(id) ?? 0]]);
  return practice;
}
