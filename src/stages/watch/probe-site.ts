import { type Answered, isAsBefore } from "../../core/watch/as-before.ts";
import type { Count } from "../../core/watch/poll.ts";
import { type Answer, isPage, probe, trustFor } from "../../hosts/requests/probe.ts";
import { isOfSite } from "../../hosts/requests/as-site.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import type { PlanWatch } from "../../plan/schema/watch-schema.ts";
import type { LaunchState } from "../../journal/state.ts";
import { answeredBefore } from "../window/answered-before.ts";

type Page = NonNullable<PlanWatch["probes"]>[number];

export interface Probed {
  readonly page: Page;
  readonly address: string | undefined;
  readonly answer: Answer;
}

/** What the watch asks for itself; without a word of the plan the site's own page. */
export function pagesOf({ site }: Pick<Plan, "site">, { probes }: Pick<PlanWatch, "probes">): readonly Page[] {
  return probes ?? [{ url: site.url, status: site.status, contains: undefined, new: false, requestHeaders: {} }];
}

/** One request as a visitor makes it. `turn`: which of the balancers' addresses, for a page of the site. */
export async function probePage(
  { plan, within }: { readonly plan: Pick<Plan, "site" | "loadBalancer">; readonly within: number },
  page: Page,
  turn: number,
): Promise<Probed> {
  const { addresses } = plan.loadBalancer;
  const address = isOfSite(page.url, plan) ? addresses[turn % addresses.length] : undefined;
  const trust = trustFor(page.url, plan);
  const answer = await probe(page.url, { timeoutSeconds: within, headers: page.requestHeaders, address, ...trust });
  return { page, address, answer };
}

/** Asked as visitors do, over the pages in turn and every address of the balancers. */
export async function probeSite(
  { plan, state }: { readonly plan: Plan; state(): LaunchState },
  watched: PlanWatch,
  requests: number,
): Promise<Count> {
  const pages = pagesOf(plan, watched);
  const before = answeredBefore(state());
  let bad = 0;
  const one = async (index: number) => {
    const page = pages[index % pages.length];
    if (page === undefined) return;
    const probed = await probePage({ plan, within: watched.within }, page, Math.floor(index / pages.length));
    if (isPage(probed.answer, plan.loadBalancer) || !isWell(probed, before(page.url, probed.address))) bad++;
  };
  for (let index = 0; index < requests; index += 4)
    await Promise.all(Array.from({ length: Math.min(4, requests - index) }, (_, n) => one(index + n)));
  return { bad, all: requests };
}

/** As the plan wants it, or else as it was before the page went up; of a page nobody asked then 200 is right. */
export function isWell({ page, answer }: Probed, before: readonly Answered[]): boolean {
  if (page.contains !== undefined && !answer.body.includes(page.contains)) return false;
  if (page.status !== undefined) return answer.status === page.status;
  return before.length === 0 ? answer.status === 200 : isAsBefore(before, answer, page.url);
}
