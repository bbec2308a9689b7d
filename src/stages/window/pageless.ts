import { deployStart } from "../../journal/steps/steps.ts";
import { hasPage } from "../../load-balancer/balancer.ts";
import type { Launch } from "../launch/context.ts";

/**
 * Whether anybody can have written since the backup, so that the way back has something to set aside: the site was opened,
 * or services ran behind the page; and without a page visitors are back as soon as the release is started.
 */
export function mayHaveWritten({ plan, state }: Pick<Launch, "plan" | "state">): boolean {
  const { recalled, ranBehindPage, steps } = state();
  return recalled !== null || ranBehindPage || (!hasPage(plan.loadBalancer) && deployStart.begun({ steps }));
}
