import type { Problem } from "../../core/errors.ts";
import type { Host } from "../../hosts/host.ts";

/** What a pooler is asked about. */
export interface Pooled {
  /** The service's database, as its server calls it. */
  readonly name: string;
  /** Roles that only look, and may stay connected. */
  readonly observers: readonly string[];
  /** Folder of the PostgreSQL programs on the pooler's host, where the plan names it. */
  readonly programs: string | undefined;
}

/**
 * Whose programs are still connected when the database is to be held: `refuse` them, as they could write after the
 * backup, or `end` their sessions, as the database is about to change places.
 */
export type Rest = "refuse" | "end";

/** A pooler of the service. */
export interface Pooler {
  /**
   * Queries of clients are held back, and the pooler gives up its own sessions in the database. May be called again
   * without harm. Throws when it cannot be, or when somebody is in the way; nothing is held back then.
   */
  hold(rest: Rest): Promise<void>;
  /** Queries go through again, whatever held them back. Throws when some do not. */
  release(): Promise<void>;
  /** What would stop it at night; changes nothing. */
  problems(): Promise<Problem[]>;
}

/** All that is asked of a kind of pooler; one file. */
export interface PoolerKind<Keys> {
  open(keys: Keys, host: Host, pooled: Pooled): Pooler;
  /** Programs that its host has to have. */
  readonly programs: readonly string[];
}
