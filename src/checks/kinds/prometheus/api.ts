import { t } from "../../../core/text/text.ts";
import type { AskJson, Trouble } from "../../asking/ask-json.ts";
import type { Looked } from "../../asking/look-until.ts";

export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** What the answer to a query holds: a value by series. `partial`: Prometheus says itself that something is missing. */
export interface Vector {
  readonly values: readonly Series[];
  readonly partial: boolean;
}

export const partial = (): Looked => ({
  verdict: "inconclusive",
  evidence: t`Prometheus says that its answer is not whole`,
});

export const notItsApi = (): Looked => ({
  verdict: "error",
  evidence: t`Prometheus: the answer is not of its API`,
});

/** By POST: an expression may be longer than an address. */
export async function query(ask: AskJson, expr: string): Promise<Vector | Trouble> {
  const answer = await ask("/api/v1/query", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ query: expr }).toString(),
  });
  if ("trouble" in answer) return answer;
  return vectorOf(answer.json) ?? { trouble: notItsApi(), final: false };
}

interface Answer {
  readonly status?: unknown;
  readonly data?: { readonly resultType?: unknown; readonly result?: unknown } | null;
  readonly warnings?: unknown;
}

export function vectorOf(json: unknown): Vector | null {
  const { status, data, warnings } = (json ?? {}) as Answer;
  if (status !== "success" || data === undefined || data === null) return null;
  const values = rawOf(data)?.map(({ metric, value }) => ({
    labels: (metric ?? {}) as Record<string, string>,
    value: numberOf(value),
  }));
  if (values === undefined || values.some(({ value }) => value === null)) return null;
  return {
    values: values.map(({ labels, value }) => ({ labels, value: value ?? Number.NaN })),
    // Remarks about the query's style are no warnings about the data.
    partial: Array.isArray(warnings) && warnings.some((warning) => !String(warning).startsWith("PromQL info")),
  };
}

function rawOf({
  resultType,
  result,
}: NonNullable<Answer["data"]>): { metric?: unknown; value?: unknown }[] | undefined {
  if (resultType === "scalar") return [{ metric: {}, value: result }];
  return resultType === "vector" && Array.isArray(result) ? result : undefined;
}

function numberOf(pair: unknown): number | null {
  return Array.isArray(pair) && typeof pair[1] === "string" ? parse(pair[1]) : null;
}

function parse(text: string): number {
  if (text === "+Inf") return Number.POSITIVE_INFINITY;
  return text === "-Inf" ? Number.NEGATIVE_INFINITY : Number(text);
}
