import { type AskJson, lookedOf } from "../../asking/ask-json.ts";
import type { Looked } from "../../asking/look-until.ts";
import { notItsApi, partial, query } from "./api.ts";
import { judgeScrape, type ScrapeFacts, type Wanted } from "./judge-scrape.ts";
import type { PrometheusCheck } from "./schema.ts";

export async function lookAtScrape(
  ask: AskJson,
  check: PrometheusCheck,
  since: number,
  wanted: Wanted,
): Promise<Looked> {
  const asked = Date.now();
  const clock = await query(ask, "time()");
  if ("trouble" in clock) return lookedOf(clock);
  // Its clock and ours need not agree: half-way between asking and the answer is the moment it names.
  const ahead = (clock.values[0]?.value ?? Number.NaN) * 1000 - (asked + Date.now()) / 2;
  const answer = await ask("/api/v1/targets?state=active");
  if ("trouble" in answer) return lookedOf(answer);
  const targets = targetsOf(answer.json, check);
  if (targets === null || Number.isNaN(ahead)) return notItsApi();
  const series = await seriesOf(ask, check);
  if (!Array.isArray(series)) return series as Looked;
  return judgeScrape(check, { targets, series, since: since + ahead, now: Date.now() + ahead }, wanted);
}

/** What was scraped of the metric that names the version, and when. */
async function seriesOf(ask: AskJson, check: PrometheusCheck): Promise<ScrapeFacts["series"] | Looked> {
  const labels = Object.entries({ job: check.job, ...check.labels });
  const selector = `${check.metric}{${labels.map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(",")}}`;
  const [values, stamps] = await Promise.all([query(ask, selector), query(ask, `timestamp(${selector})`)]);
  if ("trouble" in values) return lookedOf(values);
  if ("trouble" in stamps) return lookedOf(stamps);
  if (values.partial || stamps.partial) return partial();
  const stampOf = new Map(stamps.values.map((one) => [keyOf(one.labels), one.value * 1000]));
  return values.values.map((one) => ({
    version: one.labels[check.label] ?? "",
    value: one.value,
    at: stampOf.get(keyOf(one.labels)) ?? Number.NaN,
  }));
}

function keyOf({ __name__, ...labels }: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

interface Target {
  readonly labels?: Readonly<Record<string, string>>;
  readonly health?: string;
  readonly lastScrape?: string;
  readonly lastError?: string;
}

function targetsOf(
  json: unknown,
  { job, labels }: Pick<PrometheusCheck, "job" | "labels">,
): ScrapeFacts["targets"] | null {
  const active = (json as { data?: { activeTargets?: unknown } } | null)?.data?.activeTargets;
  if (!Array.isArray(active)) return null;
  return (active as Target[])
    .filter((target) => Object.entries({ job, ...labels }).every(([name, value]) => target.labels?.[name] === value))
    .map(({ health = "", lastScrape = "", lastError = "" }) => ({
      health,
      lastScrape: Date.parse(lastScrape),
      lastError,
    }));
}
