import { InternalError } from "../../../core/errors.ts";
import { inPlaceLayout } from "./in-place.ts";
import type { Layout } from "./kind.ts";
import { releasesLayout } from "./releases.ts";

/** Every strategy's, one line each; their names are what deploy.strategy may be. */
const layouts = {
  "in-place": inPlaceLayout,
  releases: releasesLayout,
} satisfies Readonly<Record<string, Layout>>;

export type StrategyName = keyof typeof layouts;
export const strategyNames = Object.keys(layouts) as readonly StrategyName[];

export function layoutNamed(name: string): Layout {
  const found: Layout | undefined = (layouts as Readonly<Record<string, Layout>>)[name];
  if (found === undefined) throw new InternalError(`no strategy ${name}`);
  return found;
}
