import type { Plan } from "../plan/schema/schema.ts";
import type { Preset } from "./kind.ts";
import { presetNamed } from "./registry.ts";

export type { DeployContext, NewMigration, Preset, Previous, ReleaseTrial, TrialSettings } from "./kind.ts";

export function presetOf({ deploy }: Pick<Plan, "deploy">): Preset {
  return presetNamed(deploy.preset);
}
