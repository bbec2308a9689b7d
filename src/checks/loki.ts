import { t } from "../core/text/text.ts";
import type { Judgement } from "../core/verdict.ts";
import { askerOf, type Trouble } from "./ask-json.ts";
import type { CheckContext } from "./check.ts";
import { checkLog, type LogLine } from "./log-canary.ts";
import type { LokiCheck } from "./schema.ts";

/** Whether requests to the release that should be running arrive in Loki. */
export function checkLoki(check: LokiCheck, context: CheckContext): Promise<Judgement> {
  const asked = askerOf("Loki", check, context);
  const headers = check.tenant === undefined ? {} : { "x-scope-orgid": check.tenant };
  const ask = (path: string, values: Readonly<Record<string, string>>) =>
    asked(`${path}?${new URLSearchParams(values)}`, { headers });
  return checkLog(check, context, {
    async lines(token, _, fromMs) {
      const answer = await ask("/loki/api/v1/query_range", {
        query: `${check.query} |= ${JSON.stringify(token)}`,
        start: nanoseconds(fromMs),
        end: nanoseconds(Date.now() + 60_000),
        limit: "1000",
        direction: "backward",
      });
      if ("trouble" in answer) return answer;
      const lines = linesOf(answer.json, check);
      return lines === null ? notLoki() : { lines };
    },
    async count(query, fromMs, toMs) {
      const seconds = Math.max(1, Math.ceil((toMs - fromMs) / 1000));
      const answer = await ask("/loki/api/v1/query", {
        query: `sum(count_over_time(${query} [${seconds}s]))`,
        time: nanoseconds(toMs),
      });
      if ("trouble" in answer) return answer;
      const count = countOf(answer.json);
      return count === null ? notLoki() : { count };
    },
  });
}

const notLoki = (): Trouble => ({
  trouble: { verdict: "error", evidence: t`Loki: the answer is not of its API` },
  final: false,
});

function nanoseconds(milliseconds: number): string {
  return `${Math.floor(milliseconds)}000000`;
}

interface Answer {
  readonly status?: unknown;
  readonly data?: { readonly resultType?: unknown; readonly result?: unknown } | null;
}

/** Loki writes every query into its own log, and a gateway before it does: what only quotes our question is no arrival. */
const ownLabels = [
  "app",
  "app_kubernetes_io_name",
  "component",
  "container",
  "container_name",
  "job",
  "name",
  "service",
  "service_name",
  "unit",
];
function isEcho(labels: Readonly<Record<string, unknown>>, line: string): boolean {
  return (
    /query_range|query_hash=|\|=\s*\\*["'`]/.test(line) ||
    ownLabels.some((name) => /(^|[/_-])loki([._-]|$)/.test(String(labels[name] ?? "")))
  );
}

export function linesOf(json: unknown, check: Pick<LokiCheck, "version">): LogLine[] | null {
  const { status, data } = (json ?? {}) as Answer;
  if (status !== "success" || data?.resultType !== "streams" || !Array.isArray(data.result)) return null;
  const lines: LogLine[] = [];
  for (const stream of data.result as { stream?: Record<string, unknown>; values?: unknown }[]) {
    if (!Array.isArray(stream.values)) return null;
    for (const value of stream.values as unknown[]) {
      const text = Array.isArray(value) ? value[1] : undefined;
      if (typeof text !== "string") return null;
      const labels = stream.stream ?? {};
      if (!isEcho(labels, text)) lines.push({ text, version: versionOf(labels, text, check.version) });
    }
  }
  return lines;
}

function versionOf(
  labels: Readonly<Record<string, unknown>>,
  line: string,
  { label, field }: LokiCheck["version"],
): string | null {
  if (label !== undefined) return typeof labels[label] === "string" ? labels[label] : null;
  try {
    return fieldOf(JSON.parse(line), field ?? "");
  } catch {
    return null;
  }
}

/** The value of a field, whether its dots are levels or part of its name. */
export function fieldOf(json: unknown, field: string): string | null {
  const record = json as Record<string, unknown> | null;
  if (typeof record !== "object" || record === null) return null;
  const value = record[field];
  if (typeof value === "string" || typeof value === "number") return String(value);
  const dot = field.indexOf(".");
  return dot < 0 ? null : fieldOf(record[field.slice(0, dot)], field.slice(dot + 1));
}

/** Nothing counted is an empty result in Loki: 0. */
export function countOf(json: unknown): number | null {
  const { status, data } = (json ?? {}) as Answer;
  if (status !== "success" || data?.resultType !== "vector" || !Array.isArray(data.result)) return null;
  if (data.result.length === 0) return 0;
  const value = (data.result[0] as { value?: unknown[] }).value?.[1];
  return typeof value === "string" && Number.isFinite(Number(value)) ? Number(value) : null;
}
