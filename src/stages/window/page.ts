import { t } from "../../core/text/text.ts";
import { isolateDrain, rollbackDrain } from "../../journal/steps/steps.ts";
import { drainOf, hasPage, openBalancer } from "../../load-balancer/balancer.ts";
import { drain } from "../../load-balancer/drain.ts";
import { prove, proveBypass } from "../../load-balancer/proof.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import type { Launch } from "../launch/context.ts";
import type { Step } from "../launch/run-steps.ts";
import { answeredBefore } from "./answered-before.ts";
import { giveToken, tokenOf, withdrawToken } from "./bypass.ts";

/** Puts the page up, with a token that leads past it. Those of earlier launches are gone before. */
export async function raisePage(launch: Launch, because: string): Promise<void> {
  await launch.record({ kind: "maintenance", state: "on", because });
  await giveToken(launch);
  await openBalancer(launch.plan.loadBalancer, launch.hosts).on(
    t`golive: ${because}, run ${launch.run.id}, by ${launch.run.actor}`,
  );
}

/** Proof from outside that visitors see the page, and that the token, where there is one, is all that leads past it. */
export async function provePage(launch: Launch): Promise<string> {
  const seen = await prove(launch.plan, "closed");
  const { bypass } = openBalancer(launch.plan.loadBalancer, launch.hosts);
  const token = bypass === undefined ? null : ((await tokenOf(launch)) ?? (await giveToken(launch)));
  return bypass === undefined || token === null
    ? seen
    : `${seen}; ${await proveBypass(launch.plan, token, bypass.tricks)}`;
}

const drains = { isolate: isolateDrain, rollback: rollbackDrain };

/** Requests that came before the page may end before anything stops. */
export function drainSteps({ loadBalancer }: Plan, phase: "isolate" | "rollback"): Step[] {
  const waited = drainOf(loadBalancer);
  if (waited === undefined) return [];
  return [
    {
      id: drains[phase].id,
      async run({ plan, hosts, signal }) {
        const { running } = openBalancer(plan.loadBalancer, hosts);
        return running === undefined ? { skipped: true } : { note: await drain(running, waited.within, { signal }) };
      },
    },
  ];
}

/** Takes the page down whoever asks, records why, and proves it. */
export async function liftPage(launch: Launch, because: string): Promise<string> {
  await openBalancer(launch.plan.loadBalancer, launch.hosts).off();
  await launch.record({ kind: "maintenance", state: "off", because });
  await withdrawToken(launch);
  return prove(launch.plan, "open", undefined, answeredBefore(launch.state()));
}

/** Whether the page is up, or down, on every balancer. */
export async function pageIs(
  wanted: "on" | "off",
  { plan, hosts, state }: Pick<Launch, "plan" | "hosts" | "state">,
): Promise<boolean> {
  // Without one the record says which of the two it is.
  if (!hasPage(plan.loadBalancer)) return (state().maintenance?.state ?? "off") === wanted;
  return (await openBalancer(plan.loadBalancer, hosts).status()) === wanted;
}
