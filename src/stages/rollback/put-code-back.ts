import { t } from "../../core/text/text.ts";
import { begun } from "../../journal/state.ts";
import { deployKeep, deployStatic, rollbackCode, rollbackOpen } from "../../journal/steps/steps.ts";
import { putFilesBack } from "../../presets/strategies/kept/kept.ts";
import { presetOf } from "../../presets/preset.ts";
import { strategyOf } from "../../presets/strategy.ts";
import { contextOf, previousOf } from "../deploy/context.ts";
import { partSteps } from "../deploy/part-steps.ts";
import type { Step } from "../launch/run-steps.ts";
import { needless, type OwnBack } from "./back-order.ts";

export const code = (host: string): Step => ({
  id: rollbackCode.on(host).id,
  async run(launch) {
    const previous = previousOf(launch, host);
    const strategy = strategyOf(launch.plan);
    const state = launch.state();
    // Before that part began, only the record of what was live was written.
    const changed = previous !== null && begun(state, partSteps[strategy.touches].on(host).id);
    const kept = begun(state, deployKeep.on(host).id);
    if (!changed && !kept) return { skipped: true, note: t`the code was not touched yet` };
    const context = contextOf(launch, host);
    const collect = begun(state, deployStatic.on(host).id);
    const back = changed ? await strategy.back(context, presetOf(launch.plan), previous, collect) : {};
    const built = kept ? await putFilesBack(context) : null;
    return { note: [back.note, built].filter(Boolean).join("; ") };
  },
  // Who tries again looks at all of it again: what was missing may have been put there by hand since.
  still: async (launch) => rollbackOpen.begun(launch.state()),
});

/** A step of the plan's own, undone in the way that the plan says. */
export const own = (step: OwnBack): Step => ({
  id: step.id,
  async run(launch) {
    const note = needless(launch.state(), step);
    if (note !== null) return { skipped: true, note };
    const context = contextOf(launch, step.host);
    const directory = previousOf(launch, step.host)?.directory ?? context.directory;
    await context.host.run(presetOf(launch.plan).command({ ...context, directory }, step.run, step.timeout));
    return {};
  },
  still: async (launch) => rollbackOpen.begun(launch.state()),
});
