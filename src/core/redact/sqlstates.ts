import { rowConditions } from "./sqlstates/rows.ts";
import { serverConditions } from "./sqlstates/server.ts";
import { statementConditions } from "./sqlstates/statements.ts";

/** PostgreSQL's codes and their names, from its errcodes.txt. A name says the same in every language. */
export const sqlstates: ReadonlyMap<string, string> = new Map(
  [rowConditions, statementConditions, serverConditions].flatMap((list) =>
    list
      .trim()
      .split("\n")
      .map((line): [string, string] => [line.slice(0, 5), line.slice(6)]),
  ),
);

/** As psycopg names its exceptions: `UniqueViolation`. */
export const sqlstateClasses: ReadonlySet<string> = new Set(
  [...sqlstates.values()].map((name) =>
    name.replaceAll(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
  ),
);
