import { figure } from "../core/text/figures.ts";
import { t } from "../core/text/text.ts";

import { judgeShare } from "../core/watch/wilson.ts";
import { type Judgement, type Verdict, worst } from "../core/verdict.ts";
import { httpRequest } from "../hosts/requests/http-request.ts";
import { type AskJson, askerOf, type Looked, lookUntil, percent, shown, type Trouble } from "./ask-json.ts";
import type { CheckContext } from "./check.ts";
import type { PrometheusCheck, PrometheusQuery } from "./schema.ts";

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

/** What the answer to a query holds: a value by series. `partial`: Prometheus says itself that something is missing. */
type Vector =
  | {
      readonly values: readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[];
      readonly partial: boolean;
    }
  | Trouble;

const pauses = [1, 1, 2, 2, 4, 5];

/** Whether the release that should be running is really being scraped, and keeps within the thresholds of the plan. */
export async function checkPrometheus(check: PrometheusCheck, context: CheckContext): Promise<Judgement> {
  const began = Date.now();
  const deadline = performance.now() + check.wait * 1000;
  const { plan, expected, hosts, previous, signal } = context;
  const ask = askerOf("Prometheus", check, context);
  const wanted: Wanted = {
    version: named(check.version, expected),
    instances: check.instances ?? plan.services.hosts.length,
    previous,
  };
  const since = context.since === undefined ? began : Date.parse(context.since);
  const scraped = await lookUntil(deadline, pauses, signal, () => lookAtScrape(ask, check, since, wanted));
  if (scraped.verdict !== "pass") return scraped;
  const parts = [scraped];
  if (check.canary !== undefined) {
    const moved = await tryCanary(ask, check.canary, {
      hosts,
      signal,
      from: check.canary.from ?? check.from,
      within: check.within,
      deadline,
    });
    if (moved.verdict !== "pass") return moved;
    parts.push(moved);
  }
  if (check.queries.length > 0)
    parts.push(
      await lookUntil(deadline, pauses, signal, async () =>
        together(await Promise.all(check.queries.map((query) => askQuery(ask, query)))),
      ),
    );
  return together(parts);
}

async function lookAtScrape(ask: AskJson, check: PrometheusCheck, since: number, wanted: Wanted): Promise<Looked> {
  const selector = `${check.metric}{${Object.entries({ job: check.job, ...check.labels })
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(",")}}`;
  const asked = Date.now();
  const clock = await query(ask, "time()");
  if ("trouble" in clock) return { ...clock.trouble, final: clock.final };
  // Its clock and ours need not agree: half-way between asking and the answer is the moment it names.
  const ahead = (clock.values[0]?.value ?? Number.NaN) * 1000 - (asked + Date.now()) / 2;
  const targets = await ask("/api/v1/targets?state=active");
  if ("trouble" in targets) return { ...targets.trouble, final: targets.final };
  const found = targetsOf(targets.json, check);
  if (found === null || Number.isNaN(ahead))
    return { verdict: "error", evidence: t`Prometheus: the answer is not of its API` };
  const [values, stamps] = await Promise.all([query(ask, selector), query(ask, `timestamp(${selector})`)]);
  if ("trouble" in values) return { ...values.trouble, final: values.final };
  if ("trouble" in stamps) return { ...stamps.trouble, final: stamps.final };
  if (values.partial || stamps.partial) return partial();
  const stampOf = new Map(stamps.values.map(({ labels, value }) => [keyOf(labels), value * 1000]));
  const series = values.values.map(({ labels, value }) => ({
    version: labels[check.label] ?? "",
    value,
    at: stampOf.get(keyOf(labels)) ?? Number.NaN,
  }));
  return judgeScrape(check, { targets: found, series, since: since + ahead, now: Date.now() + ahead }, wanted);
}

/** Judges the targets first, then what was scraped from them. */
export function judgeScrape(
  check: Pick<PrometheusCheck, "job" | "metric" | "label">,
  { targets, series, since, now }: ScrapeFacts,
  { version, instances, previous }: Wanted,
): Judgement {
  const of = t`of job ${check.job}`;
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
  if (early.length > 0)
    return {
      verdict: "inconclusive",
      evidence: t`${early.length} of ${targets.length} targets ${of} not scraped since the release was started`,
    };
  if (series.length === 0) return { verdict: "inconclusive", evidence: t`no series ${check.metric} ${of}` };
  const others = series.filter((one) => one.version !== version);
  if (others.length > 0)
    return {
      verdict: "fail",
      evidence: t`${others.length} of ${series.length} series ${check.metric} of ${[...new Set(others.map((one) => (one.version === "" ? t`no ${check.label}` : shown(one.version, [previous]))))].join(", ")}, not of ${version}`,
    };
  if (series.some(({ value }) => !Number.isFinite(value)))
    return { verdict: "inconclusive", evidence: t`${check.metric} has no number` };
  if (series.length !== instances)
    return {
      verdict: series.length < instances ? "inconclusive" : "fail",
      evidence: t`${series.length} series ${check.metric} of ${version}, and the service has ${instances} instances`,
    };
  const old = series.filter(({ at }) => !(at > since));
  if (old.length > 0)
    return {
      verdict: "inconclusive",
      evidence: t`${old.length} of ${series.length} samples of ${check.metric} from before the release was started`,
    };
  const age = Math.max(...targets.map(({ lastScrape }) => now - lastScrape)) / 1000;
  return {
    verdict: "pass",
    evidence: t`${targets.length} of ${instances} targets up, scraped ${figure(Math.max(age, 0), 1)} s ago; all of ${version}`,
  };
}

/** What went wrong, without the address that was asked, which may hold a key. */
function reason(lastError: string): string {
  const text = lastError.replace(/^.*": /s, "").slice(0, 100);
  return text === "" || /https?:/.test(text) ? "" : ` (${text})`;
}

interface CanaryContext extends Pick<CheckContext, "hosts" | "signal"> {
  readonly from: string | undefined;
  readonly within: number;
  readonly deadline: number;
}

/** A few requests to the service, which a counter has to count. */
async function tryCanary(
  ask: AskJson,
  canary: NonNullable<PrometheusCheck["canary"]>,
  { hosts, signal, from, within, deadline }: CanaryContext,
): Promise<Judgement> {
  const before = await counterOf(ask, canary.counter);
  if (typeof before === "object" && before !== null) return before;
  for (let n = 0; n < canary.requests; n++) {
    const answer = await httpRequest(from === undefined ? null : hosts.get(from), { url: canary.url, within });
    if (answer.unasked === true) return { verdict: "error", evidence: answer.error ?? t`not asked` };
    if (answer.status === 0 || answer.status >= 500)
      return {
        verdict: "fail",
        evidence: t`the canary got ${answer.status === 0 ? t`no answer: ${answer.error}` : t`status ${answer.status}`}`,
      };
  }
  const sent = performance.now();
  return lookUntil(deadline, pauses, signal, async () => {
    const now = await counterOf(ask, canary.counter);
    if (typeof now === "object" && now !== null) return now;
    return judgeCanary(canary.requests, before, now, (performance.now() - sent) / 1000);
  });
}

/** `before` is null while a new release has not counted anything yet. */
export function judgeCanary(requests: number, before: number | null, now: number | null, seconds: number): Judgement {
  if (now === null) return { verdict: "inconclusive", evidence: t`the canary's counter has no series` };
  const moved = now - (before ?? 0);
  if (moved < 0)
    return { verdict: "fail", evidence: t`the canary's counter fell: what counts was started again meanwhile` };
  if (moved < requests)
    return {
      verdict: "fail",
      evidence: t`${requests} canary requests moved the counter by ${moved}, seen for ${figure(seconds, 1)} s`,
    };
  return { verdict: "pass", evidence: t`${requests} canary requests counted after ${figure(seconds, 1)} s` };
}

/** What a counter of the plan says now; null when it has no series, undefined when it could not be asked for. */
export async function counterNow(ask: AskJson, expr: string): Promise<number | null | undefined> {
  const found = await counterOf(ask, expr);
  return typeof found === "number" || found === null ? found : undefined;
}

async function counterOf(ask: AskJson, expr: string): Promise<number | null | Looked> {
  const found = await query(ask, expr);
  if ("trouble" in found) return { ...found.trouble, final: found.final };
  if (found.partial) return partial();
  if (found.values.length > 1)
    return {
      verdict: "error",
      evidence: t`the canary's counter has ${found.values.length} series; sum them in the plan`,
      final: true,
    };
  const value = found.values[0]?.value ?? null;
  return value !== null && !Number.isFinite(value)
    ? { verdict: "inconclusive", evidence: t`the canary's counter has no number` }
    : value;
}

async function askQuery(ask: AskJson, one: PrometheusQuery): Promise<Looked> {
  const name = one.name ?? one.expr ?? one.bad ?? "";
  const wanted = [one.expr ?? one.bad, one.samples ?? one.all].filter((expr) => expr !== undefined);
  const [first, second] = await Promise.all(wanted.map((expr) => query(ask, expr)));
  for (const found of [first, second]) {
    if (found !== undefined && "trouble" in found)
      return { verdict: found.trouble.verdict, evidence: `${name}: ${found.trouble.evidence}`, final: found.final };
    if (found?.partial === true) return { ...partial(), evidence: `${name}: ${partial().evidence}` };
  }
  const numbers = (found: typeof first) =>
    found !== undefined && "values" in found ? found.values.map(({ value }) => value) : undefined;
  const judged = judgeQuery(one, numbers(first) ?? [], numbers(second));
  // A threshold that is broken once is broken: waiting for a better moment is no proof.
  return {
    verdict: judged.verdict,
    evidence: `${name}: ${judged.evidence}`,
    ...(judged.verdict === "fail" ? { final: true } : {}),
  };
}

/** `second`: what stands behind the first, number by number: all requests, or how many samples there were. */
export function judgeQuery(one: PrometheusQuery, first: readonly number[], second?: readonly number[]): Judgement {
  if (one.bad !== undefined) return judgeRatio(one, first, second ?? []);
  if (first.length === 0) return { verdict: "inconclusive", evidence: t`no data` };
  if (first.some((value) => !Number.isFinite(value))) return { verdict: "inconclusive", evidence: t`no number` };
  if (one.samples !== undefined) {
    const [samples, ...more] = second ?? [];
    if (more.length > 0)
      return { verdict: "error", evidence: t`samples has ${more.length + 1} series; sum them in the plan` };
    if (samples === undefined || !(samples >= one.leastSamples))
      return {
        verdict: "inconclusive",
        evidence: t`${number(samples ?? 0)} {0:sample|samples|samples}, and the plan wants ${one.leastSamples}`,
      };
  }
  const [most, least] = [one.atMost, one.atLeast];
  const high = Math.max(...first);
  const low = Math.min(...first);
  if (most !== undefined && high > most) return { verdict: "fail", evidence: t`${number(high)}, at most ${most}` };
  if (least !== undefined && low < least) return { verdict: "fail", evidence: t`${number(low)}, at least ${least}` };
  return {
    verdict: "pass",
    evidence: `${number(most === undefined ? low : high)}${most === undefined ? "" : t`, at most ${most}`}${least === undefined ? "" : t`, at least ${least}`}`,
  };
}

function judgeRatio(one: PrometheusQuery, first: readonly number[], second: readonly number[]): Judgement {
  if (first.length > 1 || second.length > 1)
    return { verdict: "error", evidence: t`more than one series; sum them in the plan` };
  const [bad] = first.map(Math.round);
  const [all] = second.map(Math.round);
  if (all === undefined || Number.isNaN(all))
    return { verdict: "inconclusive", evidence: t`no data about all requests` };
  if (bad === undefined || Number.isNaN(bad))
    return {
      verdict: "inconclusive",
      evidence: t`no data about bad ones; where none is usual, write (…) or vector(0)`,
    };
  return judgeErrorShare(bad, all, limitOf(one));
}

/** The share of bad ones against a limit, by the interval of Wilson. */
export function judgeErrorShare(bad: number, all: number, limit: number): Judgement {
  const told = t`${bad} bad of ${all}, at most ${percent(limit)}`;
  if (bad > all || bad < 0 || !Number.isFinite(bad) || !Number.isFinite(all))
    return { verdict: "error", evidence: t`${told}: these do not belong together` };
  const verdict: Verdict = judgeShare(bad, all, limit);
  return { verdict, evidence: verdict === "inconclusive" ? t`${told}: too few to tell` : told };
}

function limitOf(one: PrometheusQuery): number {
  return one.atMost ?? one.burn * (1 - (one.slo ?? 100) / 100);
}

const partial = (): Looked => ({ verdict: "inconclusive", evidence: t`Prometheus says that its answer is not whole` });

function together(parts: readonly Looked[]): Looked {
  const verdict = worst(parts.map((part) => part.verdict));
  const told =
    verdict === "pass"
      ? parts
      : parts
          .filter((part) => part.verdict !== "pass")
          .toSorted((a, b) => (a.verdict === verdict ? 0 : 1) - (b.verdict === verdict ? 0 : 1));
  return {
    verdict,
    evidence: told.map(({ evidence }) => evidence).join("; "),
    ...(parts.some(({ final }) => final === true) ? { final: true } : {}),
  };
}

/** By POST: an expression may be longer than an address. */
async function query(ask: AskJson, expr: string): Promise<Vector> {
  const answer = await ask("/api/v1/query", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ query: expr }).toString(),
  });
  if ("trouble" in answer) return answer;
  return (
    vectorOf(answer.json) ?? {
      trouble: { verdict: "error", evidence: t`Prometheus: the answer is not of its API` },
      final: false,
    }
  );
}

export function vectorOf(json: unknown): Extract<Vector, { values: unknown }> | null {
  const { status, data, warnings } = (json ?? {}) as {
    status?: unknown;
    data?: { resultType?: unknown; result?: unknown };
    warnings?: unknown;
  };
  if (status !== "success" || data === undefined || data === null) return null;
  // Remarks about the query's style are no warnings about the data.
  const partial = Array.isArray(warnings) && warnings.some((warning) => !String(warning).startsWith("PromQL info"));
  const numberOf = (pair: unknown): number | null =>
    Array.isArray(pair) && typeof pair[1] === "string" ? parse(pair[1]) : null;
  const raw =
    data.resultType === "scalar"
      ? [{ metric: {}, value: data.result }]
      : data.resultType === "vector" && Array.isArray(data.result)
        ? (data.result as { metric?: unknown; value?: unknown }[])
        : null;
  if (raw === null) return null;
  const values = raw.map(({ metric, value }) => ({
    labels: (metric ?? {}) as Record<string, string>,
    value: numberOf(value),
  }));
  if (values.some(({ value }) => value === null)) return null;
  return { values: values.map(({ labels, value }) => ({ labels, value: value ?? Number.NaN })), partial };
}

function parse(text: string): number {
  return text === "+Inf" ? Number.POSITIVE_INFINITY : text === "-Inf" ? Number.NEGATIVE_INFINITY : Number(text);
}

function targetsOf(
  json: unknown,
  { job, labels }: Pick<PrometheusCheck, "job" | "labels">,
): ScrapeFacts["targets"] | null {
  const active = (json as { data?: { activeTargets?: unknown } } | null)?.data?.activeTargets;
  if (!Array.isArray(active)) return null;
  return (active as { labels?: Record<string, string>; health?: string; lastScrape?: string; lastError?: string }[])
    .filter((target) => Object.entries({ job, ...labels }).every(([name, value]) => target.labels?.[name] === value))
    .map(({ health = "", lastScrape = "", lastError = "" }) => ({
      health,
      lastScrape: Date.parse(lastScrape),
      lastError,
    }));
}

function keyOf({ __name__, ...labels }: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function named(text: string, { tag, commit }: CheckContext["expected"]): string {
  return text.replaceAll("{tag}", tag).replaceAll("{commit}", commit);
}

function number(value: number): string {
  return String(Number(value.toPrecision(4)));
}
