import { t } from "../core/text/text.ts";
import { isPage, type Answer, probe, trustFor } from "../hosts/requests/probe.ts";
import type { Parsed } from "../plan/camel-keys.ts";
import type { Plan } from "../plan/schema/schema.ts";
import { addressesOf } from "./proof.ts";
import type { openPathSchema } from "./page-schema.ts";

export type OpenPath = Parsed<typeof openPathSchema>;

/** How a path that should stay open answered, at an address of the balancers. */
export interface PathSeen {
  readonly path: OpenPath;
  readonly address: string;
  readonly answer: Answer;
  readonly open: boolean;
}

export function openPathsOf({ loadBalancer }: Pick<Plan, "loadBalancer">): readonly OpenPath[] {
  return "openPaths" in loadBalancer ? (loadBalancer.openPaths ?? []) : [];
}

/** Every path at every address, asked as whoever calls there. */
export async function lookAtPaths(plan: Pick<Plan, "site" | "loadBalancer">): Promise<PathSeen[]> {
  const asked = openPathsOf(plan).flatMap((path) => addressesOf(plan).map((address) => ({ path, address })));
  return Promise.all(
    asked.map(async ({ path, address }) => {
      const url = new URL(path.path, plan.site.url);
      const answer = await probe(url.href, { address, ...trustFor(url.href, plan) });
      return { path, address: address ?? url.host, answer, open: isOpen(path, answer, plan) };
    }),
  );
}

function isOpen({ status: wanted }: OpenPath, answer: Answer, { loadBalancer }: Pick<Plan, "loadBalancer">): boolean {
  if (answer.status === 0 || isPage(answer, loadBalancer)) return false;
  return wanted === undefined ? answer.status < 500 : answer.status === wanted;
}

export function calledPath({ title: called, path }: OpenPath): string {
  const shown = path.split("?")[0] ?? "";
  return called === undefined ? shown : `${called} (${shown})`;
}

/** What whoever calls there gets. */
export function gotAt({ answer }: PathSeen, { loadBalancer }: Pick<Plan, "loadBalancer">): string {
  if (answer.status === 0) return t`no answer (${answer.error})`;
  return isPage(answer, loadBalancer) ? t`the maintenance page` : t`status ${answer.status}`;
}
