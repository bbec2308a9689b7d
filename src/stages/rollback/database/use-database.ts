import { t } from "../../../core/text/text.ts";
import { wordsWith } from "../../../database/provider/command.ts";
import type { SwitchPlan } from "../../../database/provider/schema.ts";
import { rollbackDatabase, rollbackOpen, rollbackUse } from "../../../journal/steps/steps.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import { presetOf } from "../../../presets/preset.ts";
import { contextOf, previousOf } from "../../deploy/context.ts";
import type { Step } from "../../launch/run-steps.ts";
import { ifPostgresql } from "../../../plan/engine/engine.ts";

/** Where databases are not renamed, the service is let use the one that was put back, once its code is back. */
export function useSteps(plan: Plan): readonly Step[] {
  const over = ifPostgresql(plan)?.switch;
  return over === undefined ? [] : plan.deploy.hosts.map((host) => use(over, host));
}

const use = (over: SwitchPlan, host: string): Step => ({
  id: rollbackUse.on(host).id,
  async run(launch) {
    const { uses } = rollbackDatabase.facts(launch.state());
    if (typeof uses !== "string")
      return { skipped: true, note: t`the service's database is the one that it had before` };
    const context = contextOf(launch, host);
    const directory = previousOf(launch, host)?.directory ?? context.directory;
    const words = wordsWith(over.use, { database: uses });
    await context.host.run(presetOf(launch.plan).command({ ...context, directory }, words, over.timeout));
    return { note: uses };
  },
  // What wrote the setting once may have been undone since by hand, or by the code that was put back once more.
  still: async (launch) => rollbackOpen.begun(launch.state()),
});
