import type { z } from "zod";
import { InternalError, type Problem } from "../core/errors.ts";
import type { KindProblem } from "../core/kinds.ts";
import type { Host } from "../hosts/host.ts";
import type { HostNeeds } from "../hosts/needs.ts";
import type { Parsed } from "../plan/camel-keys.ts";
import { duration, hostName, identifier } from "../plan/schema/fields.ts";

/** The keys that every change has. */
export const changeKeys = {
  id: identifier("Name of the change, unique in the plan."),
  host: hostName,
  within: duration("2m").describe("How long is waited until the change is everywhere. Default 2m."),
};

/** All records of one type at a name; the values as dig prints them and nsupdate reads them. */
export interface RecordSet {
  readonly type: string;
  readonly ttl: number;
  readonly values: readonly string[];
}

/** What stands at a name, as far as a change touches it. A type that is not named has no record. */
export type Records = readonly RecordSet[];

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
  /**
   * Waits until everyone who answers for them has these (null: those of the plan); a note. Throws a UserError naming
   * those that have not.
   */
  everywhere(records: Before | null, signal: AbortSignal): Promise<string>;
  /** A note: how long others may remember what was there (null: what the change put there). */
  remembered(was: Before | null): string;
  /** What can be known by day. `secondsLeft`: from the change to the window's end. Changes nothing. */
  lookByDay(secondsLeft: number): Promise<DayLook>;
}

export interface DayLook {
  readonly problems: readonly Problem[];
  readonly note: string;
}

/** Finds the addresses of a zone's servers with questions of the caller's; checks ask the same. */
export type ZoneServers = (
  zone: string,
  ask: {
    resolveNs(name: string): Promise<string[]>;
    resolve4(name: string): Promise<string[]>;
    resolve6(name: string): Promise<string[]>;
  },
) => Promise<readonly string[] | { readonly problem: string }>;

/** All that is asked of a way to change DNS; one file. */
export interface ChangeKind<Keys> {
  /** What it is called where the plan gives it no title. */
  name(change: Keys): string;
  open(host: Host, change: Keys, zoneServers: ZoneServers): Way;
  needs(change: Keys): HostNeeds;
  /** What is wrong between this change and those of its kind before it. Places are inside the change. */
  problems?(change: Keys, before: readonly Keys[]): readonly KindProblem[];
}

export function defineChange<Schema extends z.ZodType>(schema: Schema, kind: ChangeKind<Parsed<Schema>>) {
  return { schema, ...kind };
}
