import { figure } from "../core/text/figures.ts";
import { inWords, msg, t } from "../core/text/text.ts";
import { dayBefore } from "../stages/day-before/day-before.ts";
import { forecastText } from "../stages/day-before/steps/forecast.ts";
import { type Action, approved } from "./runner/action.ts";
import { withLaunch } from "./runner/with-launch.ts";

/** Where an expected time comes from. */
const sources = { measured: msg`measured the day before`, history: msg`earlier launches`, usual: msg`a usual value` };

export const action: Action = {
  inputs: approved,
  outputs: ["forecast-seconds", "rollback-seconds"],
  run: (context, inputs) =>
    withLaunch(context, inputs, async (launch) => {
      const forecast = await dayBefore(launch);
      if (forecast === null) return {};
      const rows = forecast.steps.map(
        ({ id, seconds, spread, source }) =>
          `| ${id} | ${figure(seconds, 1)} | ${figure(seconds + spread, 1)} | ${inWords(sources[source])} |`,
      );
      return {
        outputs: {
          "forecast-seconds": forecast.launch.seconds.toFixed(1),
          "rollback-seconds": forecast.rollback.seconds.toFixed(1),
        },
        summary: t`## Forecast\n\n${forecastText(launch, forecast)}\n\n| step | expected, s | at most, s | from |\n|---|---|---|---|\n${rows.join("\n")}\n`,
      };
    }),
};
