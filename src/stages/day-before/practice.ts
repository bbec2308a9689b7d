import { performance } from "node:perf_hooks";
import type { Command } from "../../core/command.ts";
import { CommandError, errorLine, StepError, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { mounted, mountProblem } from "../../hosts/folders/mounted.ts";
import { releaseDirectory } from "../../plan/layout.ts";
import { practised } from "../../plan/practised.ts";
import { outsideAside } from "../../presets/strategies/aside/aside.ts";
import { putFilesBack } from "../../presets/strategies/kept/kept.ts";
import { type DeployContext, presetOf, type Previous } from "../../presets/preset.ts";
import type { CustomStep } from "../../presets/schema.ts";
import { type PlacePart, strategyOf } from "../../presets/strategy.ts";
import { contextOf } from "../deploy/context.ts";
import { deployBatches, type HostStep, migrateHost } from "../deploy/deploy-order.ts";
import type { Launch } from "../launch/launch.ts";
import { ownBack } from "../rollback/back-order.ts";
import { differing, mark, unlikeLive, written } from "./practice-files.ts";

/** The release goes forward and back on a copy of what serves, which only its own commands see, at the live paths. */
export interface Practice {
  /** Commands on its host see the copy. Its trial is there once there is a scratch database. */
  readonly context: DeployContext;
  readonly previous: Previous;
  /** Where the copy and the notes about it lie. */
  readonly directory: string;
  /** Seconds by step of the launch. */
  readonly measured: Map<string, number>;
  /** Folder whose files are compared; absolute. */
  readonly watched: string;
  readonly real: Host;
  /** Whether there is a copy of where the static files go. Else they are only looked at. */
  readonly collects: boolean;
  /** Commands on it see the copy too, and can write nothing else. */
  readonly sealed: Host;
}

/** Why a host cannot practise; null when it can. */
export async function practiceProblem(launch: Launch): Promise<string | null> {
  const { plan, hosts } = launch;
  const { runAs: user } = plan.deploy;
  return mountProblem(hosts.get(migrateHost(plan)), user === undefined ? {} : { user });
}

export async function openPractice(launch: Launch, directory: string, leftOut: readonly string[]): Promise<Practice> {
  const { plan, release } = launch;
  const live = contextOf(launch, migrateHost(plan));
  const strategy = strategyOf(plan);
  const previous = await strategy.current(live.host, plan);
  const mounts = await strategy.aside(live, previous, directory, leftOut);
  const statics = await presetOf(plan).staticElsewhere(live);
  const elsewhere = await outsideAside(live, statics, directory);
  const shown = [...mounts, ...elsewhere];
  const context = { ...live, host: mounted(live.host, shown), directory: releaseDirectory(plan, release) };
  // What it notes about the steps lies beside the copy.
  const notes = { from: directory, at: directory };
  const sealed = mounted(live.host, [notes, ...shown], { sealed: true });
  return {
    ...{ context, sealed, real: live.host },
    ...{ previous, directory, watched: plan.deploy.directory },
    collects: statics === null || elsewhere.some(({ at }) => `${statics}/`.startsWith(`${at}/`)),
    measured: new Map(),
  };
}

/** The same, where nothing but the copy can be written: for commands that others wrote. */
function sealedContext({ context, sealed }: Practice): DeployContext {
  return { ...context, host: sealed };
}

/** What happens on the host that migrates: before the migrations, or after them and up to the start. */
export function practisedSteps(launch: Pick<Launch, "plan">, which: "before" | "after"): HostStep[] {
  const { plan } = launch;
  const host = migrateHost(plan);
  const lane = deployBatches(plan).flatMap(({ lanes }) => lanes.flat().filter((step) => step.host === host));
  const migrate = lane.findIndex(({ part }) => part === "deploy.migrate");
  const start = lane.findIndex(({ part }) => part === "deploy.start" || part === "deploy.health");
  const early = ["deploy.fetch", "deploy.build"];
  return which === "before"
    ? lane.slice(0, migrate).filter(({ part }) => !early.includes(part))
    : lane.slice(migrate + 1, start === -1 ? undefined : start).filter(({ part }) => part !== "after-start");
}

/** The deploy's own steps, one after another, as the window will do them. Throws with the step that fails. */
export async function goForward(launch: Launch, practice: Practice, steps: readonly HostStep[]): Promise<void> {
  for (const step of steps) {
    const began = performance.now();
    await named(step.id, () =>
      step.own === undefined ? place(practice, step.part as PlacePart) : tryStep(launch, practice, step.own),
    );
    const seconds = (performance.now() - began) / 1000;
    // A step that is run twice takes half of it.
    const tries = step.own !== undefined && asked(launch, step.own) ? 2 : 1;
    practice.measured.set(step.id, seconds / tries);
    launch.log.info(t`on the trial: ${step.id}`);
  }
}

async function place(practice: Practice, part: PlacePart): Promise<void> {
  // What installs writes to its caches as well, as it does at night.
  const context = part === "deploy.environment" ? practice.context : sealedContext(practice);
  const preset = presetOf(context.plan);
  if (part === "deploy.static" && !practice.collects) await preset.static(context, "look");
  else await strategyOf(context.plan).parts[part]?.(context, preset);
}

/** Whether the day before has to find out what becomes of a step on the way back. */
function asked({ plan }: Pick<Launch, "plan">, step: CustomStep): boolean {
  return step.onRollback === undefined && practised(plan, step);
}

async function tryStep(launch: Launch, practice: Practice, step: CustomStep): Promise<void> {
  if (!practised(launch.plan, step)) return;
  const context = sealedContext(practice);
  const run = () => runOwn(practice, presetOf(launch.plan).command(context, step.run, step.timeout));
  await mark(practice);
  await run();
  const first = await written(practice);
  if (!asked(launch, step)) return;
  await run();
  const other = differing(first, await written(practice));
  if (other.length > 0) throw await notRepeatable(launch, practice, step, other);
}

async function notRepeatable(launch: Launch, practice: Practice, { id }: CustomStep, other: readonly string[]) {
  const which = await listed(launch, `practice-${id}`, other);
  return new UserError({
    code: "step-not-repeatable",
    what: t`the step "${id}" made other files when it was run a second time (${other.length}${which}), so nobody knows whether it may be run again on the way back`,
    where: practice.context.host.name,
    mend: t`add on-rollback: to it (again, skip, or other words), and deploy.keep for files that it builds`,
  });
}

/** Names of files stay on the control host, as what failed commands say does; told is where they can be read. */
async function listed({ journal, release }: Launch, name: string, files: readonly string[]): Promise<string> {
  const at = await journal.keepLog(release.id, name, `${files.join("\n")}\n`).catch(() => null);
  return at === null ? "" : t`, named in ${at}`;
}

/** A step of the plan's own. What it may not write is named, with what to say about it. */
async function runOwn({ sealed, directory }: Practice, asked: Command): Promise<void> {
  const finished = await sealed.attempt({ ...asked, env: { ...asked.env, TMPDIR: `${directory}/tmp` } });
  if (finished.code === 0 && !finished.timedOut) return;
  if (!/read-only file system|EROFS/i.test(finished.stderr)) throw new CommandError(sealed, asked, finished);
  throw new UserError(
    {
      code: "step-writes-elsewhere",
      what: t`it writes outside of the release's directory, which the day before does not allow: that is live`,
      where: sealed.name,
      mend: t`name the folder in prepare.trial.scratch, and the practice shows the step a copy of it; or say practice: false and on-rollback: for the step. What it said is on the control host`,
    },
    { cause: new CommandError(sealed, asked, finished) },
  );
}

/** Back to what served, as a rollback does it. The note for the checklist. */
export async function goBack(launch: Launch, practice: Practice): Promise<string> {
  const { previous, measured } = practice;
  const context = sealedContext(practice);
  const { plan } = launch;
  const preset = presetOf(plan);
  const host = context.host.name;
  const began = performance.now();
  await named(`rollback.code@${host}`, () => strategyOf(plan).back(context, preset, previous, practice.collects));
  const kept = await named(`rollback.code@${host}`, () => putFilesBack(context));
  measured.set(`rollback.code@${host}`, (performance.now() - began) / 1000);
  const old = beforeContext(practice);
  await mark(practice);
  for (const own of ownBack(plan, "before-start").filter((one) => one.host === host && one.practice)) {
    const started = performance.now();
    await named(own.id, () => runOwn(practice, preset.command(old, own.run, own.timeout)));
    measured.set(own.id, (performance.now() - started) / 1000);
  }
  return [previous.tag, kept, ...(await unlikeText(launch, practice))].filter((text) => text !== null).join("; ");
}

/** What a step of the way back made anew is its work; anything else is left of the release that was taken back. */
async function unlikeText(launch: Launch, practice: Practice): Promise<string[]> {
  const { anew, left } = await unlikeLive(practice);
  const which = left.length === 0 ? "" : await listed(launch, "practice-left", left);
  return [
    ...(anew.length === 0 ? [] : [t`${anew.length} built anew, and not as before`]),
    ...(left.length === 0
      ? []
      : [
          t`⚠️ ${left.length} {0:file that steps wrote is not as it was|files that steps wrote are not as they were|files that steps wrote are not as they were}${which}`,
        ]),
  ];
}

/** The release before, where it lies. */
export function beforeContext({ context, previous }: Practice): DeployContext {
  return { ...context, directory: previous.directory ?? context.directory };
}

/** A step of the launch that fails on the trial is told by its name. */
async function named<T>(step: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StepError || (error instanceof UserError && error.problems.some(({ code }) => code)))
      throw error;
    throw new UserError(
      {
        code: "practice-failed",
        what: t`${step} fails on the trial: ${errorLine(error)}`,
        mend: t`mend it by day; nothing that serves was touched`,
      },
      { cause: error },
    );
  }
}
