import type { MachineFacts } from "../../production/facts.ts";
import type { Program } from "../../production/processes/program.ts";
import type { Found } from "../../production/traffic/lost.ts";

/** The database of a rehearsed application. */
export interface RehearsedDatabase {
  readonly about: string;
  start(facts: MachineFacts, started: (program: Program) => void): Promise<void>;
  /** Lines of the service's settings that lead to it. */
  settings(facts: MachineFacts): readonly string[];
  /** What the server does each night, done once. */
  nightly(facts: MachineFacts): Promise<void>;
  /** Where these bookings are: in the service's database, or in what a way back kept. */
  locate(facts: MachineFacts, acknowledged: readonly { readonly uuid: string }[]): Promise<Found>;
  /** `database` of the plan, and what `prepare` says of it. */
  plan(facts: MachineFacts): {
    readonly database: object;
    readonly prepare: object;
    readonly access: readonly object[];
  };
}
