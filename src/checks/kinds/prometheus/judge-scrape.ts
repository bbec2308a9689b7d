import { figure } from "../../../core/text/figures.ts";
import { t } from "../../../core/text/text.ts";
import type { Judgement } from "../../../core/verdict.ts";
import { shown } from "../../asking/shown.ts";
import type { PrometheusCheck } from "./schema.ts";

/** Times are milliseconds on Prometheus' own clock. */
export interface ScrapeFacts {
  readonly targets: readonly { readonly health: string; readonly lastScrape: number; readonly lastError: string }[];
  readonly series: readonly { readonly version: string; readonly value: number; readonly at: number }[];
  /** When what should be running was started. */
  readonly since: number;
  readonly now: number;
}

export interface Wanted {
  readonly version: string;
  readonly instances: number;
  readonly previous?: string | undefined;
}

type Asked = Pick<PrometheusCheck, "job" | "metric" | "label">;

/** Judges the targets first, then what was scraped from them. */
export function judgeScrape(check: Asked, facts: ScrapeFacts, wanted: Wanted): Judgement {
  return targetProblem(check, facts, wanted) ?? seriesProblem(check, facts, wanted) ?? wellScraped(facts, wanted);
}

function targetProblem({ job }: Asked, { targets, since }: ScrapeFacts, { instances }: Wanted): Judgement | null {
  const of = t`of job ${job}`;
  if (targets.length === 0) return { verdict: "fail", evidence: t`Prometheus scrapes no target ${of}` };
  const down = targets.filter(({ health }) => health === "down");
  if (down.length > 0)
    return {
      verdict: "fail",
      evidence: t`${down.length} of ${targets.length} targets ${of} down${reason(down[0]?.lastError ?? "")}`,
    };
  if (targets.length !== instances)
    return {
      verdict: "fail",
      evidence: t`${targets.length} {0:target|targets|targets} ${of}, and the service has ${instances} instances`,
    };
  const early = targets.filter(({ health, lastScrape }) => health !== "up" || !(lastScrape > since));
  if (early.length === 0) return null;
  return {
    verdict: "inconclusive",
    evidence: t`${early.length} of ${targets.length} targets ${of} not scraped since the release was started`,
  };
}

/** What went wrong, without the address that was asked, which may hold a key. */
function reason(lastError: string): string {
  const text = lastError.replace(/^.*": /s, "").slice(0, 100);
  return text === "" || /https?:/.test(text) ? "" : ` (${text})`;
}

function seriesProblem(check: Asked, { series, since }: ScrapeFacts, wanted: Wanted): Judgement | null {
  const { metric } = check;
  const { version, instances } = wanted;
  if (series.length === 0)
    return { verdict: "inconclusive", evidence: t`no series ${metric} ${t`of job ${check.job}`}` };
  const others = series.filter((one) => one.version !== version);
  if (others.length > 0)
    return {
      verdict: "fail",
      evidence: t`${others.length} of ${series.length} series ${metric} of ${named(check, others, wanted)}, not of ${version}`,
    };
  if (series.some(({ value }) => !Number.isFinite(value)))
    return { verdict: "inconclusive", evidence: t`${metric} has no number` };
  if (series.length !== instances)
    return {
      verdict: series.length < instances ? "inconclusive" : "fail",
      evidence: t`${series.length} series ${metric} of ${version}, and the service has ${instances} instances`,
    };
  const old = series.filter(({ at }) => !(at > since));
  if (old.length === 0) return null;
  return {
    verdict: "inconclusive",
    evidence: t`${old.length} of ${series.length} samples of ${metric} from before the release was started`,
  };
}

function named({ label }: Asked, series: ScrapeFacts["series"], { previous }: Wanted): string {
  const names = series.map(({ version }) => (version === "" ? t`no ${label}` : shown(version, [previous])));
  return [...new Set(names)].join(", ");
}

function wellScraped({ targets, now }: ScrapeFacts, { instances, version }: Wanted): Judgement {
  const age = Math.max(...targets.map(({ lastScrape }) => now - lastScrape)) / 1000;
  return {
    verdict: "pass",
    evidence: t`${targets.length} of ${instances} targets up, scraped ${figure(Math.max(age, 0), 1)} s ago; all of ${version}`,
  };
}
