import { type ApiAnswer, type Call, fields, ok } from "../http/call.ts";
import type { Edits } from "../runs/edits.ts";
import type { Repository } from "../repository/repository.ts";
import { queryRoot } from "./query-root.ts";

export type GraphqlHandler = (
  call: Call,
) => Promise<{ readonly answer: ApiAnswer; readonly problems: readonly string[] }>;

/** Enough of GraphQL to ask who edited what; anything else gets an error, never an invented answer. */
export function graphqlHandler(repository: Repository, edits: Edits, refusedToRuns: readonly string[]): GraphqlHandler {
  return async (call) => {
    // The library and GitHub's schema are large, and most who start a twin ask nothing of this kind.
    const { answerQuery } = await import("./answer-query.ts");
    const { query, variables, operationName } = fields(call.body);
    const { body, problems } = await answerQuery({
      text: String(query),
      variables: fields(variables),
      operation: typeof operationName === "string" ? operationName : undefined,
      refused: new Set(call.who.grants === null ? [] : refusedToRuns),
      root: queryRoot(repository, edits, call.who.login),
    });
    return { answer: ok(body), problems: problems.map((problem) => `graphql request: ${problem}`) };
  };
}
