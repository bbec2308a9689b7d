import { t } from "../core/text/text.ts";
import type { Judgement } from "../core/verdict.ts";
import { askerOf, type Trouble } from "./ask-json.ts";
import type { CheckContext } from "./check.ts";
import { checkLog, type LogLine } from "./log-canary.ts";
import { fieldOf } from "./loki.ts";
import type { ElasticsearchCheck } from "./schema.ts";

/** Whether requests to the release that should be running arrive in Elasticsearch or OpenSearch. */
export function checkElasticsearch(check: ElasticsearchCheck, context: CheckContext): Promise<Judgement> {
  const asked = askerOf("Elasticsearch", check, context);
  const ask = (path: string, body: object) =>
    asked(`/${check.index}/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const time = (from: number, to: number) => ({
    range: { [check.timeField]: { gte: new Date(from).toISOString(), lte: new Date(to).toISOString() } },
  });
  const matching = (query: string | undefined) => (query === undefined ? [] : [{ query_string: { query } }]);
  return checkLog(check, context, {
    async lines(_, ids, fromMs) {
      const answer = await ask("_search", {
        size: 1000,
        track_total_hits: false,
        _source: [check.idField, check.version.field],
        query: {
          bool: {
            must: matching(check.query),
            filter: [time(fromMs, Date.now() + 60_000)],
            should: ids.map((id) => ({ match_phrase: { [check.idField]: id } })),
            minimum_should_match: 1,
          },
        },
      });
      if ("trouble" in answer) return answer;
      const lines = hitsOf(answer.json, check);
      return lines === null ? notElasticsearch() : "partial" in lines ? partial() : { lines: lines.lines };
    },
    async count(query, fromMs, toMs) {
      const answer = await ask("_count", { query: { bool: { must: matching(query), filter: [time(fromMs, toMs)] } } });
      if ("trouble" in answer) return answer;
      const { count, _shards } = (answer.json ?? {}) as { count?: unknown; _shards?: { failed?: unknown } };
      if (typeof count !== "number") return notElasticsearch();
      return _shards?.failed === 0 ? { count } : partial();
    },
  });
}

const notElasticsearch = (): Trouble => ({
  trouble: { verdict: "error", evidence: t`Elasticsearch: the answer is not of its API` },
  final: false,
});
const partial = (): Trouble => ({
  trouble: { verdict: "inconclusive", evidence: t`Elasticsearch says that its answer is not whole` },
  final: false,
});

interface Answer {
  readonly timed_out?: unknown;
  readonly _shards?: { readonly failed?: unknown };
  readonly hits?: { readonly hits?: unknown };
}

export function hitsOf(
  json: unknown,
  check: Pick<ElasticsearchCheck, "version" | "idField">,
): { readonly lines: LogLine[] } | { readonly partial: true } | null {
  const { timed_out, _shards, hits } = (json ?? {}) as Answer;
  if (!Array.isArray(hits?.hits) || typeof timed_out !== "boolean") return null;
  if (timed_out || _shards?.failed !== 0) return { partial: true };
  return {
    lines: (hits.hits as { _source?: unknown }[]).map(({ _source }) => ({
      text: fieldOf(_source, check.idField) ?? "",
      version: fieldOf(_source, check.version.field),
    })),
  };
}
