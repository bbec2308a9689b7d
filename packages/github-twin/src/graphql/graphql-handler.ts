import { fields, ok, type Handler } from "../http/call.ts";
import type { Edits } from "../runs/edits.ts";
import type { Repository } from "../repository/repository.ts";
import { execute, type GraphError } from "./execute.ts";
import { parse, type Document } from "./parse.ts";
import { schema } from "./schema.ts";

/** Enough of GraphQL to ask who edited what; anything else gets an error, never an invented answer. */
export function graphqlHandler(repository: Repository, edits: Edits, refusedToRuns: readonly string[]): Handler {
  return async (call) => {
    const { query, variables } = fields(call.body);
    let document: Document;
    try {
      document = parse(String(query), fields(variables));
    } catch (error) {
      return ok({ errors: [{ message: error instanceof Error ? error.message : String(error) }] });
    }
    if (document.kind === "mutation") return ok({ errors: [{ message: "The twin answers queries only" }] });
    const errors: GraphError[] = [];
    const refused = new Set(call.who.grants === null ? [] : refusedToRuns);
    const data = await execute(schema(repository, edits, call.who.login), document.selection, errors, refused);
    // A query that asks for what does not exist is refused as a whole.
    if (errors.some((error) => error.extensions !== undefined)) return ok({ errors });
    return ok(errors.length > 0 ? { data, errors } : { data });
  };
}
