import type { Deploy } from "../schema.ts";
import { inPlace } from "./in-place/in-place.ts";
import type { Strategy } from "./kind.ts";
import { releases } from "./releases/releases.ts";

/** Every strategy, one line each; its name stands in ../common-schema.ts. */
const strategies: Readonly<Record<Deploy["strategy"], Strategy>> = {
  "in-place": inPlace,
  releases,
};

export function strategyNamed(name: Deploy["strategy"]): Strategy {
  return strategies[name];
}
