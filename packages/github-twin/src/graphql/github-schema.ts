import { readFileSync } from "node:fs";
import { buildSchema, type GraphQLSchema } from "graphql";

let built: GraphQLSchema | undefined;

/** GitHub's published schema. Reading it takes about 0.3 s, so that it is read when the first query comes. */
export function githubSchema(): GraphQLSchema {
  if (built === undefined) {
    // The package's entry would parse the same schema once more, as 5 MB of JSON.
    const entry = import.meta.resolve("@octokit/graphql-schema");
    const text = readFileSync(new URL("schema.graphql", entry), "utf8");
    built = buildSchema(text, { assumeValid: true, assumeValidSDL: true, noLocation: true });
  }
  return built;
}
