import { prepareCheckout } from "../../../journal/steps/steps.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import { strategyOf } from "../../../presets/strategy.ts";
import type { Connections } from "../../launch/connect/connect.ts";
import type { Finding } from "../finding.ts";

/** What a release is put in, on every host that gets one. */
export async function checkoutsFinding(plan: Plan, { hosts }: Pick<Connections, "hosts">): Promise<Finding> {
  const found = await Promise.all(plan.deploy.hosts.map((name) => strategyOf(plan).problems(hosts.get(name), plan)));
  return { step: prepareCheckout.id, problems: found.flat(), note: plan.deploy.directory };
}
