import { z } from "zod";
import { msg, t } from "../../../core/text/text.ts";
import type { Judgement } from "../../../core/verdict.ts";
import type { Parsed } from "../../../plan/camel-keys.ts";
import { asked as askedKeys, duration, text } from "../../../plan/schema/fields.ts";
import { askerOf, type Trouble } from "../../asking/ask-json.ts";
import { askingAndSending, canaryProblems, curlToAskAndSend } from "../../asking/canary.ts";
import { loginProblems } from "../../asking/login.ts";
import { common } from "../../common-schema.ts";
import type { CheckContext } from "../../context.ts";
import { defineCheck } from "../../define-check.ts";
import { unansweredBy } from "./errors-per-request.ts";
import { checkLog } from "./log-canary.ts";
import type { LogStore } from "./log-store.ts";
import { errorLines, logCanary } from "./log-schema.ts";
import { fieldOf, type LogLine } from "./log-store.ts";

const elasticsearchSchema = z.strictObject({
  kind: z.literal("elasticsearch"),
  ...common,
  ...askedKeys("Elasticsearch or OpenSearch."),
  index: z.string().regex(/^[a-z0-9.*][a-z0-9._*,-]*$/, msg`is not the name of an index`),
  query: text("Query string of the service's lines, such as service.name:clinic.").optional(),
  canary: logCanary,
  "id-field": text("Field that holds the id, or a text with it.").default("message"),
  "time-field": text("Field that holds the time.").default("@timestamp"),
  version: z
    .strictObject({
      field: text("Field that names the version.").default("service.version"),
      is: text("Its value; {tag} and {commit} stand for the release.").default("{tag}"),
    })
    .prefault({}),
  errors: errorLines("Query string").optional(),
  wait: duration("2m"),
});
export type ElasticsearchCheck = Parsed<typeof elasticsearchSchema>;

export const elasticsearch = defineCheck(elasticsearchSchema, {
  cost: "wait",
  title: (check) => t`Requests arrive in ${check.index}`,
  hosts: askingAndSending,
  programs: curlToAskAndSend,
  problems: (check, plan, phase) => [...loginProblems(check, plan), ...canaryProblems(check, plan, phase)],
  unanswered: (check, context) => unansweredBy(check.errors, storeOf(check, context)),
  run: checkElasticsearch,
});

/** Whether requests to the release that should be running arrive in Elasticsearch or OpenSearch. */
export function checkElasticsearch(check: ElasticsearchCheck, context: CheckContext): Promise<Judgement> {
  return checkLog(check, context, storeOf(check, context));
}

function storeOf(check: ElasticsearchCheck, context: CheckContext): LogStore {
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
  return {
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
      const found = hitsOf(answer.json, check);
      if (found === null) return notElasticsearch();
      return "partial" in found ? partial() : found;
    },
    async count(query, fromMs, toMs) {
      const answer = await ask("_count", { query: { bool: { must: matching(query), filter: [time(fromMs, toMs)] } } });
      if ("trouble" in answer) return answer;
      const { count, _shards } = (answer.json ?? {}) as { count?: unknown; _shards?: { failed?: unknown } };
      if (typeof count !== "number") return notElasticsearch();
      return _shards?.failed === 0 ? { count } : partial();
    },
  };
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
