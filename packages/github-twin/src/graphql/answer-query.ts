import {
  type DocumentNode,
  execute,
  getOperationAST,
  type GraphQLError,
  type GraphQLFieldResolver,
  parse,
  validate,
} from "graphql";
import type { Fields } from "../http/call.ts";
import { GraphFailure } from "./graph-failure.ts";
import { githubSchema } from "./github-schema.ts";

export interface Query {
  readonly text: string;
  readonly variables: Fields;
  readonly operation: string | undefined;
  /** Fields that the caller is refused. */
  readonly refused: ReadonlySet<string>;
  /** The fields of `Query`: values, or functions that are called when the query names them. */
  readonly root: object;
}

export interface QueryAnswer {
  readonly body: object;
  /** What is wrong with the query: what GitHub's schema does not have, and what this twin does not know of it. */
  readonly problems: readonly string[];
}

/** Held to GitHub's schema before it is answered. */
export async function answerQuery(query: Query): Promise<QueryAnswer> {
  let document: DocumentNode;
  try {
    document = parse(query.text, { noLocation: true });
  } catch (error) {
    return refusal([`Parse error: ${error instanceof Error ? error.message : String(error)}`]);
  }
  const wrong = validate(githubSchema(), document);
  if (wrong.length > 0) return { body: { errors: wrong.map(invalid) }, problems: wrong.map(({ message }) => message) };
  if (getOperationAST(document, query.operation)?.operation !== "query")
    return refusal(["The twin answers queries only"]);
  const { data, errors = [] } = await execute({
    schema: githubSchema(),
    document,
    rootValue: query.root,
    variableValues: query.variables,
    operationName: query.operation ?? null,
    fieldResolver: fieldOf(query.refused),
  });
  const broken = errors.find(({ originalError }) => originalError !== undefined && !isTold(originalError));
  if (broken?.originalError !== undefined) throw broken.originalError;
  const unknown = errors.filter(({ originalError }) => !(originalError instanceof GraphFailure));
  // Never half an answer to a query that asks for more than is known here.
  if (unknown.length > 0) return refusal(unknown.map(({ message }) => message));
  return { body: errors.length > 0 ? { data, errors: errors.map(failed) } : { data }, problems: [] };
}

class UnknownField extends Error {}

function isTold(error: Error): boolean {
  return error instanceof GraphFailure || error instanceof UnknownField || error.name === "GraphQLError";
}

function fieldOf(refused: ReadonlySet<string>): GraphQLFieldResolver<Fields, unknown> {
  return (source, args, _context, { fieldName, parentType }) => {
    if (refused.has(fieldName)) throw new GraphFailure("FORBIDDEN", "Resource not accessible by integration");
    const field = source[fieldName];
    // GitHub has it, since the query is valid; to make something up would hide that nobody wrote it here.
    if (field === undefined) throw new UnknownField(`The twin does not know ${parentType.name}.${fieldName}`);
    return typeof field === "function" ? (field as (given: unknown) => unknown)(args) : field;
  };
}

function refusal(messages: readonly string[]): QueryAnswer {
  return { body: { errors: messages.map((message) => ({ message })) }, problems: messages };
}

/** In GitHub's words where it has others. */
function invalid({ message }: GraphQLError): object {
  const [, fieldName, typeName] = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(message) ?? [];
  if (fieldName === undefined) return { message };
  return {
    message: `Field '${fieldName}' doesn't exist on type '${typeName}'`,
    extensions: { code: "undefinedField", typeName, fieldName },
  };
}

function failed({ originalError, path, message }: GraphQLError): object {
  return { ...(originalError instanceof GraphFailure ? { type: originalError.type } : {}), path, message };
}
