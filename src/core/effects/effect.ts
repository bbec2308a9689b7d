/**
 * What becomes of what is there. `drops`: it is gone. `rewrites`: it reads otherwise now. `binds`: the release before
 * may no longer be able to write. `builds`: writers wait until it is built. `adds`: new beside it.
 */
export type Does = "drops" | "rewrites" | "binds" | "builds" | "adds";

/** One thing that a migration did, as it was found afterwards: words of SQL, names of the schema, and a count. */
export interface Effect {
  readonly does: Does;
  readonly words: string;
  readonly on: string;
  readonly rows?: number | undefined;
}
