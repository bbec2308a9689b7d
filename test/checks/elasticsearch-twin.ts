import type { TestContext } from "node:test";
import { serve } from "./serve.ts";

interface Document {
  readonly index: string;
  readonly source: Readonly<Record<string, unknown>>;
}

export interface ElasticsearchTwin {
  /** HOST:PORT. */
  readonly address: string;
  add(source: Readonly<Record<string, unknown>>, index?: string): void;
  /** The last answer. */
  last(): unknown;
}

interface Query {
  readonly query: {
    readonly bool: {
      readonly must: readonly { readonly query_string: { readonly query: string } }[];
      readonly filter: readonly {
        readonly range: Readonly<Record<string, { readonly gte: string; readonly lte: string }>>;
      }[];
      readonly should?: readonly { readonly match_phrase: Readonly<Record<string, string>> }[];
      readonly minimum_should_match?: number;
    };
  };
}

/** The part of the published _search and _count APIs that the check asks; a query string is FIELD:VALUE. */
export async function elasticsearchTwin(t: Pick<TestContext, "after">): Promise<ElasticsearchTwin> {
  const documents: Document[] = [];
  let last: unknown;
  const address = await serve(t, (request, answer) => {
    let body = "";
    request.on("data", (part: Buffer) => (body += part.toString()));
    request.on("end", () => {
      const say = (status: number, json: object) =>
        void answer
          .writeHead(status, {
            "content-type": "application/json; charset=UTF-8",
            "X-elastic-product": "Elasticsearch",
          })
          .end(JSON.stringify((last = json)));
      const [, index = "", api] = (request.url ?? "").split("/");
      const wanted = new RegExp(`^${index.replaceAll(".", "\\.").replaceAll("*", ".*")}$`);
      if (!index.includes("*") && !documents.some((one) => one.index === index)) {
        const reason = {
          type: "index_not_found_exception",
          reason: `no such index [${index}]`,
          "resource.type": "index_or_alias",
          "resource.id": index,
          index_uuid: "_na_",
          index,
        };
        return say(404, { error: { root_cause: [reason], ...reason }, status: 404 });
      }
      const { bool } = (JSON.parse(body) as Query).query;
      if (bool.must.some(({ query_string }) => !/^[\w.@]+:\S+$/.test(query_string.query))) {
        const reason = {
          type: "query_shard_exception",
          reason: `Failed to parse query [${bool.must[0]?.query_string.query}]`,
        };
        return say(400, {
          error: {
            root_cause: [reason],
            type: "search_phase_execution_exception",
            reason: "all shards failed",
            phase: "query",
            grouped: true,
            failed_shards: [],
          },
          status: 400,
        });
      }
      const found = documents.filter(({ index: of, source }) => {
        const at = String(source["@timestamp"]);
        return (
          wanted.test(of) &&
          bool.filter.every(({ range }) => Object.values(range).every(({ gte, lte }) => at >= gte && at <= lte)) &&
          bool.must.every(
            ({ query_string: { query } }) =>
              String(source[query.slice(0, query.indexOf(":"))]) === query.slice(query.indexOf(":") + 1),
          ) &&
          (bool.should === undefined ||
            bool.should.some(({ match_phrase }) =>
              Object.entries(match_phrase).every(([field, text]) => JSON.stringify(source[field] ?? "").includes(text)),
            ))
        );
      });
      const _shards = { total: 1, successful: 1, skipped: 0, failed: 0 };
      if (api === "_count") return say(200, { count: found.length, _shards });
      say(200, {
        took: 2,
        timed_out: false,
        _shards,
        hits: {
          max_score: found.length === 0 ? null : 1.2,
          hits: found.map(({ index: of, source }, number) => ({
            _index: of,
            _id: String(number),
            _score: 1.2,
            _source: source,
          })),
        },
      });
    });
  });
  return {
    address,
    add: (source, index = "logs-clinic") =>
      void documents.push({ index, source: { "@timestamp": new Date().toISOString(), ...source } }),
    last: () => last,
  };
}
