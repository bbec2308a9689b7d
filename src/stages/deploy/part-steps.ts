import {
  deployBuild,
  deployCheckout,
  deployEnvironment,
  deployFetch,
  deployHealth,
  deployKeep,
  deployMigrate,
  deployStart,
  deployStatic,
  deploySwitch,
} from "../../journal/steps/steps.ts";
import type { BuiltRelease, PlacePart } from "../../presets/strategy.ts";

/** What a deploy does on a host: a strategy's own parts, and those that every deploy has. */
export type HostPart = PlacePart | "start" | "health";
export type StepPart = HostPart | "migrate";

/** Their steps: what of each goes on record. */
export const partSteps = {
  fetch: deployFetch,
  keep: deployKeep,
  checkout: deployCheckout,
  environment: deployEnvironment,
  build: deployBuild,
  switch: deploySwitch,
  migrate: deployMigrate,
  static: deployStatic,
  start: deployStart,
  health: deployHealth,
} satisfies Readonly<Record<StepPart, unknown>>;

/** Seconds by step, of what was measured by part. */
export function secondsByStep(took: BuiltRelease["took"]): (readonly [step: string, seconds: number])[] {
  const parts = Object.entries(took) as [PlacePart, number][];
  return parts.map(([part, seconds]) => [partSteps[part].id, seconds]);
}
