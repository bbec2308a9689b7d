import type { Problem } from "../../../core/errors.ts";
import type { JsonRow } from "../json-rows.ts";

/** What a look is told of the launch. */
export interface LookContext {
  /** The service's database. */
  readonly database: string;
  /** Whether the launch clones it. */
  readonly copy: boolean;
  /** Whether the launch closes it to everybody for a moment, to clone or rename it; unless said otherwise it does. */
  readonly closed?: boolean;
  /** Whether a provider makes databases, with their extensions. */
  readonly provided?: boolean;
}

/** One question to the server before a launch, and what its answer means: a line of the registry, and a file by topic. */
export interface Look {
  /** Told by every row of the answer; unique among the looks. */
  readonly kind: string;
  /** Where it is asked: in the database `postgres`, or inside the service's own. */
  readonly asked: "server" | "inside";
  /**
   * psql script that only reads. Every row of its answer is one JSON object with `kind`. It is given the database's name
   * as :'name', the names that the launch will give as the JSON list :'names', as :seconds the age from which a
   * transaction is in the way, and as :jobs how many a dump has.
   */
  readonly sql: string;
  /** Is only called when there are rows. */
  readonly problems: (rows: readonly JsonRow[], context: LookContext) => readonly Problem[];
}

/** `Row` is what its SQL prints beside `kind`. */
export function defineLook<Row>(
  look: Omit<Look, "problems"> & {
    readonly problems: (rows: readonly Row[], context: LookContext) => readonly Problem[];
  },
): Look {
  return look as Look;
}
