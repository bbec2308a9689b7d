import { presetNamed } from "../presets/registry.ts";
import type { CustomStep } from "../presets/schema.ts";
import type { Plan } from "./schema/schema.ts";

/** Whether the day before tries a step, forward and back. */
export function practised({ prepare, deploy }: Plan, step: CustomStep): boolean {
  if (prepare.trial === undefined || presetNamed(deploy.preset).noPractice() !== null) return false;
  const first = deploy.migrateOn ?? deploy.hosts[0] ?? "";
  return step.practice && step.when !== "after-start" && (step.hosts ?? [first]).includes(first);
}
