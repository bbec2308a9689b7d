import type { Plan } from "../plan/schema/schema.ts";
import type { Strategy } from "./strategies/kind.ts";
import { strategyNamed } from "./strategies/registry.ts";

export type { BuiltRelease, PlacePart, Strategy } from "./strategies/kind.ts";

export function strategyOf({ deploy }: Pick<Plan, "deploy">): Strategy {
  return strategyNamed(deploy.strategy);
}
