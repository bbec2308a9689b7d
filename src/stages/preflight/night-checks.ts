import { prepareChecks } from "../../journal/steps/steps.ts";
import { isAskedAsSite } from "../../checks/asking/request.ts";
import { runCheck } from "../../checks/check.ts";
import type { HttpCheck } from "../../checks/kinds/http/schema.ts";
import type { Judgement } from "../../core/verdict.ts";
import type { LaunchState } from "../../journal/state.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { strategyOf } from "../../presets/strategy.ts";
import { migrateHost } from "../deploy/deploy-order.ts";
import type { Launch } from "../launch/context.ts";
import type { Tried } from "../day-before/trial/tried.ts";
import { versionsBefore } from "../verify/run-checks.ts";

/**
 * What the release before has to pass on the way back at night, as far as it can be asked by day: the pages of the
 * service itself that it passes where it serves, at the address of the instance that is tried.
 */
export function nightChecks(plan: Plan, state: LaunchState): HttpCheck[] {
  const start = plan.prepare.trial?.start;
  const passed = prepareChecks.facts(state).passed ?? [];
  if (start === undefined) return [];
  const service = new URL(plan.health.url).origin;
  const tried = new URL(start.health).origin;
  return plan.verify.checks.flatMap((check) => {
    if (check.kind !== "http" || check.bypass || !check.required || !passed.includes(check.id)) return [];
    const url = new URL(check.url);
    if (url.origin !== service) return [];
    const asSite = isAskedAsSite(plan, check);
    return [{ ...check, asSite, from: migrateHost(plan), url: `${tried}${url.pathname}${url.search}` }];
  });
}

export type Asked = Judgement & { readonly id: string; readonly title: string };

export async function askByDay(
  launch: Pick<Launch, "plan" | "hosts">,
  tried: Pick<Tried, "directory">,
  checks: readonly HttpCheck[],
  expected: { readonly tag: string; readonly commit: string },
): Promise<Asked[]> {
  const context = { plan: launch.plan, expected, hosts: launch.hosts, built: { directory: tried.directory } };
  return Promise.all(
    checks.map(async (check) => ({
      id: check.id,
      title: check.title ?? check.id,
      ...(await runCheck(check, context)),
    })),
  );
}

/** How the release before calls itself: by its version page, else by its tag. */
export function calledBefore(
  { plan, state }: Pick<Launch, "plan" | "state">,
  previous: { readonly tag: string; readonly commit: string },
): { readonly tag: string; readonly commit: string } {
  return { ...previous, tag: versionsBefore(state())[migrateHost(plan)] ?? previous.tag };
}

/**
 * How the release that serves by day calls itself, for checks that ask for its tag: by its version page, else by what
 * lies on the first host. Without either a text with {tag} would be found in anything.
 */
export async function calledNow(
  plan: Plan,
  hosts: Launch["hosts"],
  versions: Readonly<Record<string, string>>,
): Promise<{ readonly tag: string; readonly commit: string }> {
  const first = plan.deploy.hosts[0] ?? "";
  // What is wrong with the checkout is told by the look at it.
  const lies = await strategyOf(plan)
    .current(hosts.get(first), plan)
    .catch(() => ({ tag: "", commit: "" }));
  return { tag: Object.values(versions)[0] ?? lies.tag, commit: lies.commit };
}
