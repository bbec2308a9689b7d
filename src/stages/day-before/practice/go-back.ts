import { rollbackCode } from "../../../journal/steps/steps.ts";
import { performance } from "node:perf_hooks";
import { t } from "../../../core/text/text.ts";
import { putFilesBack } from "../../../presets/strategies/kept/kept.ts";
import { type DeployContext, presetOf } from "../../../presets/preset.ts";
import { strategyOf } from "../../../presets/strategy.ts";
import type { Launch } from "../../launch/context.ts";
import { ownBack } from "../../rollback/back-order.ts";
import { listed, named, runOwn } from "./own-step.ts";
import { mark, unlikeLive } from "./practice-files.ts";
import { type Practice, sealedContext } from "./practice.ts";

/** Back to what served, as a rollback does it. The note for the checklist. */
export async function goBack(launch: Launch, practice: Practice): Promise<string> {
  const { previous, measured } = practice;
  const context = sealedContext(practice);
  const { plan } = launch;
  const preset = presetOf(plan);
  const host = context.host.name;
  const began = performance.now();
  await named(rollbackCode.on(host).id, () => strategyOf(plan).back(context, preset, previous, practice.collects));
  const kept = await named(rollbackCode.on(host).id, () => putFilesBack(context));
  measured.set(rollbackCode.on(host).id, (performance.now() - began) / 1000);
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
          t`⚠️ ${left.length} \
{0:file that steps wrote is not as it was|files that steps wrote are not as they were|files that steps wrote are not as they were}${which}`,
        ]),
  ];
}

/** The release before, where it lies. */
export function beforeContext({ context, previous }: Practice): DeployContext {
  return { ...context, directory: previous.directory ?? context.directory };
}
