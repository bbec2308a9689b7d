import { type Before, pageName } from "../../core/watch/as-before.ts";
import type { LaunchState } from "../../journal/state.ts";
import { isolateOn, prepareBalancer } from "../../journal/steps/steps.ts";
import { look, type Sight } from "../../load-balancer/proof.ts";
import type { Plan } from "../../plan/schema/schema.ts";

/** A page, the address of the balancer that was asked (none: where the name leads), and the status. */
interface Seen {
  readonly url: string;
  readonly address?: string | null | undefined;
  readonly status: number | null;
}

/** How a page answered before the maintenance page went up: at the last look before it, and by day. */
export function answeredBefore(state: Pick<LaunchState, "steps">): Before {
  const seen = [isolateOn, prepareBalancer].map((step): readonly Seen[] => step.facts(state).answered ?? []);
  return (url, address) =>
    seen.flatMap((looked) => {
      const ofPage = looked.filter((one) => one.url === pageName(url));
      const there = ofPage.filter((one) => (one.address ?? undefined) === address);
      return (there.length > 0 ? there : ofPage).flatMap(({ status }) => (status === null ? [] : [{ status }]));
    });
}

/** What of a look at the site is kept: how it answered visitors, where it did. */
export function answeredFacts({ site }: Pick<Plan, "site">, sights: readonly Sight[]): readonly Seen[] {
  return sights
    .filter(({ closed, answer: { status } }) => !closed && status >= 200 && status < 500)
    .map(({ of, answer: { status } }) => ({
      url: pageName(site.url),
      ...(of === undefined ? {} : { address: of }),
      status,
    }));
}

/** The site's visitors, right before the page goes up. Nothing waits for it, and it stops nothing. */
export async function lookBefore(plan: Plan): Promise<{ readonly answered?: readonly Seen[] }> {
  const answered = answeredFacts(plan, await look(plan));
  return answered.length === 0 ? {} : { answered };
}
