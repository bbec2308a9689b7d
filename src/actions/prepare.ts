import { figure } from "../core/text/figures.ts";
import { inWords, msg, t } from "../core/text/text.ts";
import { dayBefore } from "../stages/day-before/day-before.ts";
import { forecastText } from "../stages/day-before/steps/forecast.ts";
import { launchAction } from "./runner/launch-action.ts";

type Forecast = NonNullable<Awaited<ReturnType<typeof dayBefore>>>;

/** Where an expected time comes from. */
const sources = { measured: msg`measured the day before`, history: msg`earlier launches`, usual: msg`a usual value` };

export const action = launchAction({
  outputs: ["forecast-seconds", "rollback-seconds"],
  async run(launch) {
    const forecast = await dayBefore(launch);
    if (forecast === null) return {};
    return {
      outputs: {
        "forecast-seconds": forecast.launch.seconds.toFixed(1),
        "rollback-seconds": forecast.rollback.seconds.toFixed(1),
      },
      summary: summaryOf(forecastText(launch, forecast), forecast),
    };
  },
});

function summaryOf(told: string, { steps }: Forecast): string {
  const rows = steps.map(
    ({ id, seconds, spread, source }) =>
      `| ${id} | ${figure(seconds, 1)} | ${figure(seconds + spread, 1)} | ${inWords(sources[source])} |`,
  );
  return t`## Forecast

${told}

| step | expected, s | at most, s | from |
|---|---|---|---|
${rows.join("\n")}
`;
}
