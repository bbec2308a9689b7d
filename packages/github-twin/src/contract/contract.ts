import { component, follow, type Operation, type OpenApiSchema, type Response } from "./description.ts";
import type { Match } from "../http/routes.ts";
import { checkSchema } from "./schema-check.ts";

export interface RequestProblem {
  readonly text: string;
  /** GitHub passes over what it does not know, and refuses what it cannot use. */
  readonly refused: boolean;
}

const json = "application/json";

function checkText(match: Match, search: URLSearchParams): readonly RequestProblem[] {
  const id = match.operation.operationId;
  const problems: RequestProblem[] = [];
  const byName = new Map(match.parameters.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter]));
  const values = [
    ...Object.entries(match.params).map(([name, value]) => ["path", name, [value]] as const),
    ...[...new Set(search.keys())].map((name) => ["query", name, search.getAll(name)] as const),
  ];
  for (const [place, name, all] of values) {
    const parameter = byName.get(`${place} ${name}`);
    if (parameter === undefined) {
      problems.push({ text: `${id} request: ${place} parameter "${name}" is not in the description`, refused: false });
      continue;
    }
    const value = all.length > 1 ? all : all[0];
    for (const found of checkSchema(wrap(parameter.schema), { value }, "text"))
      problems.push({ text: `${id} request: ${place} parameter "${name}" ${found.text}`, refused: true });
  }
  for (const parameter of match.parameters)
    if (parameter.in === "query" && parameter.required === true && !search.has(parameter.name))
      problems.push({ text: `${id} request: query parameter "${parameter.name}" is missing`, refused: true });
  return problems;
}

const wrapped = new WeakMap<OpenApiSchema, OpenApiSchema>();

/** Ajv can only coerce a value that has a parent. */
function wrap(schema: OpenApiSchema): OpenApiSchema {
  const known = wrapped.get(schema) ?? { type: "object", properties: { value: schema } };
  wrapped.set(schema, known);
  return known;
}

export function checkRequest(match: Match, search: URLSearchParams, body: unknown): readonly RequestProblem[] {
  const { operationId, requestBody } = match.operation;
  const problems = [...checkText(match, search)];
  if (body === undefined) {
    if (requestBody?.required === true)
      problems.push({ text: `${operationId} request: the body is missing`, refused: true });
    return problems;
  }
  const schema = requestBody?.content[json]?.schema;
  if (schema === undefined) {
    // Octokit sends an empty object with some calls that take none.
    const empty = typeof body === "object" && body !== null && Object.keys(body).length === 0;
    if (!empty) problems.push({ text: `${operationId} request: takes no body`, refused: false });
    return problems;
  }
  for (const found of checkSchema(schema, body, "request"))
    problems.push({ text: `${operationId} request: ${found.path} ${found.text}`, refused: !found.unknownKey });
  return problems;
}

export function checkAnswer(operation: Operation, status: number, type: string, body: unknown): readonly string[] {
  const id = operation.operationId;
  const described = operation.responses[String(status)];
  if (described === undefined && status < 400) return [`${id} answer: status ${status} is not in the description`];
  const content = described === undefined ? undefined : follow<Response>(described).content;
  const schema =
    status >= 400 && content?.[json]?.schema === undefined
      ? (component("basic-error", "schemas") as OpenApiSchema)
      : (content?.[type]?.schema ?? (type === json ? content?.[json]?.schema : undefined));
  if (schema === undefined)
    return body === undefined || type !== json
      ? []
      : [`${id} answer ${status}: has a body where the description has none`];
  if (body === undefined) return [`${id} answer ${status}: the body is missing`];
  return checkSchema(schema, body, "answer").map((found) => `${id} answer ${status}: ${found.path} ${found.text}`);
}
