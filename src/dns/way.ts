import { InternalError } from "../core/errors.ts";
import type { Records } from "./records.ts";

/** What stood there before a change: of a server, or as the team's tool printed it. Kept in the journal. */
export type Before = { readonly records: Records } | { readonly text: string };

/** Nothing was changed: what stands there is not what was read. */
export class Overtaken extends InternalError {}

/** How one change is made and taken back. Each throws a UserError when it cannot be had. */
export interface Way {
  /** There is no half of it: what is neither as before nor as wanted is somebody else's. */
  readonly whole: boolean;
  now(): Promise<Before>;
  wanted(): Promise<boolean>;
  same(one: Before, other: Before): boolean;
  /** Only if `from` is what stands there, where that can be had: else throws Overtaken. */
  change(from: Before): Promise<void>;
  /** The same the other way: only what the change put there goes. */
  back(to: Before): Promise<void>;
  shown(before: Before): string;
}
