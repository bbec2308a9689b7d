import { dayBeforeForecast, deployMigrate } from "../../../journal/steps/steps.ts";
import { DateTime } from "luxon";
import { showDuration } from "../../../core/text/figures.ts";
import { t } from "../../../core/text/text.ts";
import { atMost, lastSafeMoment } from "../../../core/window/gate.ts";
import { migrateHost } from "../../deploy/deploy-order.ts";
import { type Forecast, historyOf, makeForecast, usualSeconds } from "../../launch/forecast.ts";
import type { Launch } from "../../launch/context.ts";
import type { Step } from "../../launch/run-steps.ts";
import type { Measured } from "../measured.ts";
import { engineOf } from "../../engine/registry.ts";
import { ifPostgresql } from "../../../plan/engine/engine.ts";

export const forecast = (measured: Measured): Step => ({
  id: dayBeforeForecast.id,
  async run(launch) {
    const { plan } = launch;
    const bytes = await engineOf(plan).bytes(launch);
    const entries = await launch.journal.read();
    measured.spreadTo(launch.phases.flatMap(({ lines }) => lines.map(({ id }) => id)));
    const made = makeForecast(launch.phases, {
      measured,
      history: historyOf(entries, launch.release.id),
      usual: usualSeconds(plan, bytes),
      dumpAfter: ifPostgresql(plan)?.backup.dump === "after-migration" ? deployMigrate.on(migrateHost(plan)).id : null,
    });
    return { note: forecastText(launch, made), facts: { forecast: made } };
  },
});

/** In words, for the checklist and for those who approve. */
export function forecastText(
  { release, plan }: Pick<Launch, "release" | "plan">,
  { launch, rollback }: Forecast,
): string {
  const window = {
    start: DateTime.fromISO(release.window.start, { zone: plan.timezone }),
    end: DateTime.fromISO(release.window.end, { zone: plan.timezone }),
  };
  const fits = atMost(launch) + atMost(rollback) <= window.end.diff(window.start).as("seconds");
  const [closed, closedMost] = [launch.seconds, atMost(launch)].map(showDuration);
  const [back, backMost] = [rollback.seconds, atMost(rollback)].map(showDuration);
  const until = lastSafeMoment(window, rollback).toFormat("HH:mm:ss");
  const misfit = fits ? "" : t`; this does NOT fit into the window`;
  return t`closed for ${closed} (at most ${closedMost}), the way back ${back} (at most ${backMost}); \
a rollback fits until ${until}${misfit}`;
}
