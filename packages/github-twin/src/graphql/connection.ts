import { GraphFailure } from "./graph-failure.ts";

export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
}

const mostRecords = 100;

/** One page of a list, as GitHub cuts it; `name` is what it calls the list in its refusals. */
export function connection(name: string, all: readonly object[], { first, last, after }: PageArguments): object {
  assertBounds(name, first ?? undefined, last ?? undefined);
  const start = after == null ? 0 : Number(Buffer.from(after, "base64url").toString());
  const rest = all.slice(start);
  const nodes = first == null ? rest.slice(-(last ?? 0)) : rest.slice(0, first);
  const end = start + nodes.length;
  return {
    totalCount: all.length,
    nodes,
    pageInfo: {
      hasNextPage: first != null && end < all.length,
      endCursor: nodes.length === 0 ? null : Buffer.from(String(end)).toString("base64url"),
    },
  };
}

function assertBounds(name: string, first: number | undefined, last: number | undefined): void {
  if (first === undefined && last === undefined)
    throw new GraphFailure(
      "MISSING_PAGINATION_BOUNDARIES",
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    );
  if (Math.max(first ?? 0, last ?? 0) > mostRecords)
    throw new GraphFailure(
      "EXCESSIVE_PAGINATION",
      `Requesting more than ${mostRecords} records on the \`${name}\` connection exceeds the limit.`,
    );
}
