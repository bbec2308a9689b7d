import { inPlace } from "./in-place/in-place.ts";
import type { Strategy } from "./kind.ts";
import type { StrategyName } from "./layouts/registry.ts";
import { releases } from "./releases/releases.ts";

/** Every strategy, one line each; where its files lie is in layouts/. */
const strategies: Readonly<Record<StrategyName, Strategy>> = {
  "in-place": inPlace,
  releases,
};

export function strategyNamed(name: StrategyName): Strategy {
  return strategies[name];
}
