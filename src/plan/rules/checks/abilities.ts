import type { Abilities } from "../../../checks/context.ts";
import { presetNamed } from "../../../presets/registry.ts";
import { managerNamed } from "../../../services/managers/registry.ts";
import type { Plan } from "../../schema/schema.ts";

/** What the plan's preset and service manager can do for a check. */
export function abilitiesOf(plan: Plan): Abilities {
  const preset = presetNamed(plan.deploy.preset);
  const { pytest, knowsModels: models } = preset;
  return { pytest, models, migrations: preset.migrates(plan), systemd: managerNamed(plan.services.manager).ofSystemd };
}
