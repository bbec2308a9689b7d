import { checkAnswer, checkRequest } from "../contract/contract.ts";
import { assertAccess } from "../people/access.ts";
import { ApiError } from "./api-error.ts";
import type { GraphqlHandler } from "../graphql/graphql-handler.ts";
import { fields, type ApiAnswer, type Handlers } from "./call.ts";
import type { Identities, Identity } from "../people/identities.ts";
import type { Incoming } from "./incoming.ts";
import type { RateLimit } from "./rate-limit.ts";
import { findOperation, type Match } from "./routes.ts";

export interface Outcome {
  readonly answer: ApiAnswer;
  readonly operation: string | null;
  readonly login: string | null;
  readonly problems: readonly string[];
}

export interface Responder {
  readonly handlers: Handlers;
  readonly graphql: GraphqlHandler;
  readonly identities: Identities;
  readonly limit: RateLimit;
  readonly repository: string;
  /** Whether the repository has issues. */
  readonly issues: boolean;
}

const json = "application/json";

function identify({ identities }: Responder, token: string | null): Identity {
  if (token === null) throw new ApiError(401, "Requires authentication");
  const who = identities.byToken(token);
  if (who === undefined) throw new ApiError(401, "Bad credentials");
  return who;
}

/** A request, and what became known of it on the way to its answer. */
interface Exchange {
  readonly request: Incoming;
  readonly graphql: boolean;
  readonly match: Match | null;
  readonly operation: string | null;
  readonly problems: string[];
  login: string | null;
  /** How much of the rate limit is left. */
  headers: Readonly<Record<string, string>>;
}

/** From a request to its answer, with all that is wrong about either of them. */
export async function respond(responder: Responder, request: Incoming): Promise<Outcome> {
  const exchange = exchangeOf(request);
  const { match, operation, problems } = exchange;
  const answer = await answerTo(responder, exchange).catch((error: unknown) => answerOf(error, exchange));
  const type = answer.type?.split(";")[0] ?? json;
  if (match !== null) problems.push(...checkAnswer(match.operation, answer.status, type, answer.body ?? answer.text));
  const { headers, login } = exchange;
  return { answer: { ...answer, headers: { ...headers, ...answer.headers } }, operation, login, problems };
}

function exchangeOf(request: Incoming): Exchange {
  const graphql = request.path === "/graphql" && request.method === "POST";
  const match = graphql ? null : findOperation(request.method, request.path);
  const operation = graphql ? "graphql" : (match?.operation.operationId ?? null);
  return { request, graphql, match, operation, problems: [], login: null, headers: {} };
}

async function answerTo(responder: Responder, exchange: Exchange): Promise<ApiAnswer> {
  const { request, graphql, match, operation, problems } = exchange;
  const { method, path, search, body } = request;
  const refused = inspect(request, match, graphql, problems);
  const who = identify(responder, request.token);
  exchange.login = who.login;
  // Asking for the rate limit does not count against it.
  if (operation !== "rate-limit/get") exchange.headers = responder.limit.count(who);
  if (operation === null) throw new ApiError(404, "Not Found");
  if (request.malformed) throw new ApiError(400, "Problems parsing JSON");
  assertRepository(responder, match);
  assertAccess(who, operation, method, graphql || path.startsWith("/repos/"));
  if (!responder.issues && operation.startsWith("issues/"))
    throw new ApiError(410, "Issues has been disabled in this repository.");
  if (refused !== undefined) throw new ApiError(422, `Invalid request.\n\n${refused}`);
  const call = { method, path, search, operation, params: match?.params ?? {}, body, accept: request.accept, who };
  if (graphql) {
    const asked = await responder.graphql(call);
    problems.push(...asked.problems);
    return asked.answer;
  }
  const handler = responder.handlers[operation];
  if (handler === undefined) {
    problems.push(`${operation} request: the twin does not know this operation`);
    throw new ApiError(404, "Not Found");
  }
  return handler(call);
}

function answerOf(error: unknown, { request, operation, problems }: Exchange): ApiAnswer {
  if (error instanceof ApiError) return error.answer();
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  problems.push(`${operation ?? request.path}: the twin failed: ${detail}`);
  return { status: 500, body: { message: "Server Error" } };
}

/** Collects what is wrong with the request; returns what GitHub would refuse it for. */
function inspect(request: Incoming, match: Match | null, graphql: boolean, problems: string[]): string | undefined {
  const { method, path, search, body } = request;
  if (request.agent === "") problems.push(`${method} ${path} request: GitHub wants a user-agent header`);
  if (request.malformed) problems.push(`${method} ${path} request: the body is not JSON`);
  if (graphql) {
    if (typeof fields(body).query !== "string") problems.push("graphql request: /query must be string");
    for (const key of Object.keys(fields(body)))
      if (!["query", "variables", "operationName"].includes(key))
        problems.push(`graphql request: / "${key}" is not in the description`);
    return undefined;
  }
  if (match === null) {
    problems.push(`${method} ${path} request: no such operation in the description`);
    return undefined;
  }
  const found = request.malformed ? [] : checkRequest(match, search, body);
  problems.push(...found.map((problem) => problem.text));
  return found.find((problem) => problem.refused)?.text;
}

function assertRepository({ repository }: Responder, match: Match | null): void {
  const { owner, repo } = match?.params ?? {};
  if (owner === undefined || repo === undefined) return;
  if (`${owner}/${repo}`.toLowerCase() !== repository.toLowerCase()) throw new ApiError(404, "Not Found");
}
