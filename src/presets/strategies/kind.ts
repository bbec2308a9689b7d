import type { Problem } from "../../core/errors.ts";
import type { Done } from "../../core/step.ts";
import type { Host } from "../../hosts/host.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import type { MakeAside } from "./aside/aside.ts";
import type { DeployContext, Preset, Previous } from "../kind.ts";

/** What a strategy does for a deploy; each is a step of the launch (src/stages/deploy/part-steps.ts). */
export type PlacePart = "fetch" | "keep" | "checkout" | "environment" | "build" | "switch" | "static";

/** When the parts come, around what every deploy does. */
export interface PartOrder {
  /** Nothing that is live changes with these, so that they need no batches. */
  readonly ahead: readonly PlacePart[];
  /** Before the migrations, which run from the new files. */
  readonly before: readonly PlacePart[];
  /** Between the migrations and the start. */
  readonly after: readonly PlacePart[];
}

/** A release built the day before. */
export interface BuiltRelease {
  /** Seconds that parts of the window are expected to take. */
  readonly took: Readonly<Partial<Record<PlacePart, number>>>;
  readonly note: string;
}

/** Where releases lie and how the service comes to run from another. Every function may be run again after it was cut off. */
export interface Strategy {
  /** Its parts of the deploy, each on every host. */
  readonly parts: Readonly<Partial<Record<PlacePart, (context: DeployContext, preset: Preset) => Promise<Done>>>>;
  readonly order: PartOrder;
  /** Every release has a directory of its own, built before the window. */
  readonly ownDirectory: boolean;
  /** Looks whether a part that was done still is. False where it cannot be seen: then it is done once more. */
  still(part: PlacePart, context: DeployContext, preset: Preset): Promise<boolean>;
  /** The part with which live files begin to change: before it there is nothing to take back. */
  readonly touches: PlacePart;
  /** What is live now. */
  current(host: Host, plan: Plan): Promise<Previous>;
  /** Why a release cannot be deployed there. Changes nothing. */
  problems(host: Host, plan: Plan): Promise<Problem[]>;
  /** The day before: the release and its environment in `context.directory`. The live one is not touched. */
  build(context: DeployContext, preset: Preset): Promise<BuiltRelease>;
  /** The day before: a copy of what serves, for the way forward and back. */
  readonly aside: MakeAside;
  /** The previous release is live again, with its static files when `collect`. */
  back(context: DeployContext, preset: Preset, previous: Previous, collect: boolean): Promise<Done>;
  /** Removes releases that are not needed any more; their directories. `inUse` are never removed. */
  tidy(context: DeployContext, inUse: readonly string[]): Promise<readonly string[]>;
}
