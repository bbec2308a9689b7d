import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { deployMigrate, deployStart } from "../../journal/steps/steps.ts";
import { presetOf } from "../../presets/preset.ts";
import type { Launch } from "../launch/context.ts";
import type { Step } from "../launch/run-steps.ts";
import { startedMeanwhile } from "../window/reopened.ts";
import { contextOf } from "./context.ts";

/** The release's migrations, on the one host that runs them. */
export const migrate = (host: string): Step => ({
  id: deployMigrate.on(host).id,
  async run(launch) {
    const context = contextOf(launch, host);
    const earlier = deployMigrate.on(host).facts(launch.state()).migrated === true;
    await requireStillStopped(launch);
    // On record before it begins: from here on the way back includes the database, until it is known that nothing ran.
    await launch.record({
      kind: "step",
      step: deployMigrate.on(host).id,
      status: "started",
      facts: { migrated: true },
    });
    const { before, left } = await presetOf(launch.plan).migrate(context);
    requireNoneLeft(left, host);
    if (before?.length === 0 && !earlier)
      return { skipped: true, note: t`no migration was pending`, facts: { migrated: false } };
    return { note: (before ?? []).join(", ") };
  },
  still: async (launch) => (await presetOf(launch.plan).pendingMigrations(contextOf(launch, host))).length === 0,
});

function requireNoneLeft(left: readonly string[], host: string): void {
  if (left.length === 0) return;
  throw new UserError({
    code: "migrations-left",
    what: t`${left.length} {0:migration is|migrations are|migrations are} still unapplied: ${left.join(", ")}`,
    where: host,
    mend: t`look at manage.py showmigrations`,
  });
}

/** What ran since the backup may have written, and the way back would not have it. Nothing is migrated yet: going back is free. */
async function requireStillStopped(launch: Launch): Promise<void> {
  if (deployStart.begun(launch.state())) return;
  const running = await startedMeanwhile(launch);
  if (running.length === 0) return;
  throw new UserError({
    code: "services-started",
    what: t`services were started meanwhile, and the backup may lack what they wrote`,
    where: running.join(", "),
    mend: t`was the host restarted? docs/hosts.md has the drop-in that keeps units stopped then; the next launch goes on as usual`,
  });
}
