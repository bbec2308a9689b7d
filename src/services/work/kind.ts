import { z } from "zod";
import type { Problem } from "../../core/errors.ts";
import type { Host } from "../../hosts/host.ts";
import type { Right } from "../../hosts/sudo/sudo.ts";
import type { Parsed } from "../../plan/camel-keys.ts";
import { duration, hostName, identifier, title } from "../../plan/schema/fields.ts";

/** The keys that every kind of work has. */
export const workKeys = {
  id: identifier("Name of the work, unique in the plan."),
  title: title("What it is called on the checklist.").optional(),
  host: hostName,
  sudo: z.boolean().default(false).describe("Pause and resume it through sudo -n."),
  timeout: duration("2m"),
};

/** One piece of work on its host. */
export interface Work {
  /** Throws when nobody can tell. Changes nothing. */
  state(): Promise<"working" | "paused">;
  /** Twice is as good as once. What it says goes on the checklist. */
  pause(): Promise<string | undefined>;
  resume(): Promise<string | undefined>;
  /** What would keep it from being paused or resumed, beside its state. Changes nothing. */
  problems(): Promise<readonly Problem[]>;
}

/** Where the service's settings are on the work's host, and who reads them. */
export interface SettingsPlace {
  readonly service: string;
  readonly envFile: string | undefined;
  readonly user: string | undefined;
  /** Folder for files that keep units stopped (hold.ts). */
  readonly hold: string;
}

/** All that is asked of a kind of work; one file. */
export interface WorkKind<Keys> {
  /** What it is called where the plan gives it no title. */
  name(work: Keys): string;
  open(host: Host, work: Keys, place: SettingsPlace): Work;
  /** What golive runs with sudo to pause and resume it. */
  rights(work: Keys, place: SettingsPlace): readonly Right[];
  /** Programs that it needs on its host. */
  readonly programs?: readonly string[];
  /** The unit that a restart of the host would start behind the page. */
  unit?(work: Keys): string;
  /** Reads a key from the service's settings file. */
  readonly readsSettings?: boolean;
  /** Only the service itself may set it meanwhile, so that one that works again is nothing to end the window for. */
  readonly setByService?: boolean;
}

export function defineWork<Schema extends z.ZodType>(schema: Schema, kind: WorkKind<Parsed<Schema>>) {
  return { schema, ...kind };
}
