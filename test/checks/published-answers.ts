import { Ajv2020 } from "ajv/dist/2020.js";

/** The answers of the vendors' published APIs, as far as a check reads them. */
const string = { type: "string" };
const labels = { type: "object", additionalProperties: string };

const schemas = {
  /** Loki: GET /loki/api/v1/query_range of lines. */
  lokiStreams: {
    type: "object",
    required: ["status", "data"],
    properties: {
      status: { const: "success" },
      data: {
        type: "object",
        required: ["resultType", "result"],
        properties: {
          resultType: { const: "streams" },
          result: {
            type: "array",
            items: {
              type: "object",
              required: ["stream", "values"],
              properties: {
                stream: labels,
                values: {
                  type: "array",
                  items: {
                    type: "array",
                    prefixItems: [{ type: "string", pattern: "^\\d{19}$" }, string],
                    minItems: 2,
                  },
                },
              },
            },
          },
        },
      },
    },
  },
  /** Loki: GET /loki/api/v1/query of a number. */
  lokiVector: {
    type: "object",
    required: ["status", "data"],
    properties: {
      status: { const: "success" },
      data: {
        type: "object",
        required: ["resultType", "result"],
        properties: {
          resultType: { const: "vector" },
          result: {
            type: "array",
            items: {
              type: "object",
              required: ["metric", "value"],
              properties: {
                metric: labels,
                value: { type: "array", prefixItems: [{ type: "number" }, string], minItems: 2, maxItems: 2 },
              },
            },
          },
        },
      },
    },
  },
  /** Elasticsearch and OpenSearch: POST /INDEX/_search. */
  search: {
    type: "object",
    required: ["took", "timed_out", "_shards", "hits"],
    properties: {
      took: { type: "integer" },
      timed_out: { type: "boolean" },
      _shards: {
        type: "object",
        required: ["total", "successful", "failed"],
        properties: {
          total: { type: "integer" },
          successful: { type: "integer" },
          skipped: { type: "integer" },
          failed: { type: "integer" },
        },
      },
      hits: {
        type: "object",
        required: ["hits"],
        properties: {
          total: {},
          max_score: { type: ["number", "null"] },
          hits: {
            type: "array",
            items: {
              type: "object",
              required: ["_index", "_id", "_source"],
              properties: { _index: string, _id: string, _source: { type: "object" } },
            },
          },
        },
      },
    },
  },
  /** Elasticsearch and OpenSearch: POST /INDEX/_count. */
  count: {
    type: "object",
    required: ["count", "_shards"],
    properties: {
      count: { type: "integer", minimum: 0 },
      _shards: { type: "object", required: ["total", "successful", "failed"] },
    },
  },
  /** Grafana: GET /api/health. */
  grafanaHealth: {
    type: "object",
    required: ["database"],
    properties: { database: { enum: ["ok", "failing"] }, version: string, commit: string },
  },
  /** Grafana: POST /api/annotations. */
  annotationMade: {
    type: "object",
    required: ["id", "message"],
    properties: { id: { type: "integer" }, message: string },
  },
  /** Grafana: GET /api/annotations/ID. */
  annotation: {
    type: "object",
    required: ["id", "time", "timeEnd", "tags", "text"],
    properties: {
      id: { type: "integer" },
      time: { type: "integer" },
      timeEnd: { type: "integer" },
      tags: { type: "array", items: string },
      text: string,
    },
  },
} as const;

const ajv = new Ajv2020({ strict: false });

/** Why an answer is not of the published shape; null when it is. */
export function against(name: keyof typeof schemas, answer: unknown): string | null {
  return ajv.validate(schemas[name], answer) ? null : ajv.errorsText();
}
