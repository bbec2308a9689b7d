import type { Run } from "../launch/launch.ts";

/** Whoever started the run, first or again; at the keyboard the person there. */
export function startersOf({ starters, actor }: Run): readonly string[] {
  return starters ?? [actor];
}
