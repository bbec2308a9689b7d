import { t } from "../core/text.ts";
import { dayBefore, forecastText } from "../stages/day-before.ts";
import { type Action, approved } from "./action.ts";
import { withLaunch } from "./with-launch.ts";

export const action: Action = {
  inputs: approved,
  outputs: ["forecast-seconds", "rollback-seconds"],
  run: (context, inputs) =>
    withLaunch(context, inputs, async (launch) => {
      const forecast = await dayBefore(launch);
      if (forecast === null) return {};
      const rows = forecast.steps.map(({ id, seconds, spread, source }) => `| ${id} | ${seconds.toFixed(1)} | ${(seconds + spread).toFixed(1)} | ${source} |`);
      return {
        outputs: { "forecast-seconds": forecast.launch.seconds.toFixed(1), "rollback-seconds": forecast.rollback.seconds.toFixed(1) },
        summary: t`## Forecast\n\n${forecastText(launch, forecast)}\n\n| step | expected, s | at most, s | from |\n|---|---|---|---|\n${rows.join("\n")}\n`,
      };
    }),
};
