import { performance } from "node:perf_hooks";
import { UserError } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import { practised } from "../../../plan/practised.ts";
import { presetOf } from "../../../presets/preset.ts";
import type { CustomStep } from "../../../presets/schema.ts";
import { type PlacePart, strategyOf } from "../../../presets/strategy.ts";
import { deployBatches, type HostStep, migrateHost } from "../../deploy/deploy-order.ts";
import type { Launch } from "../../launch/context.ts";
import { listed, named, runOwn } from "./own-step.ts";
import { differing, mark, written } from "./practice-files.ts";
import { type Practice, sealedContext } from "./practice.ts";

/** What happens on the host that migrates: before the migrations, or after them and up to the start. */
export function practisedSteps(launch: Pick<Launch, "plan">, which: "before" | "after"): HostStep[] {
  const { plan } = launch;
  const host = migrateHost(plan);
  const lane = deployBatches(plan).flatMap(({ lanes }) => lanes.flat().filter((step) => step.host === host));
  const migrate = lane.findIndex(({ part }) => part === "migrate");
  const start = lane.findIndex(({ part }) => part === "start" || part === "health");
  const early = ["fetch", "build"];
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
  const context = part === "environment" ? practice.context : sealedContext(practice);
  const preset = presetOf(context.plan);
  if (part === "static" && !practice.collects) await preset.static(context, "look");
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
    what: t`the step "${id}" made other files when it was run a second time (${other.length}${which}), so nobody \
knows whether it may be run again on the way back`,
    where: practice.context.host.name,
    mend: t`add on-rollback: to it (again, skip, or other words), and deploy.keep for files that it builds`,
  });
}
