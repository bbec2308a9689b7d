import { CommandError, errorLine, UserError } from "../../core/errors.ts";
import type { Log } from "../../core/log.ts";
import { t } from "../../core/text/text.ts";
import type { Hosts } from "../../hosts/open-hosts.ts";
import { hasWayPast, openBalancer } from "../../load-balancer/balancer.ts";
import { dropToken, keepToken, keptToken, newToken } from "../../load-balancer/bypass.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import type { Launch } from "../launch/context.ts";

type With = Pick<Launch, "plan" | "hosts" | "release" | "log">;

/** The token of this launch is good at every balancer, and none of an earlier one. Null where the plan has no way past the page. */
export async function giveToken(launch: With): Promise<string | null> {
  const { plan, hosts, release, log } = launch;
  const { bypass } = openBalancer(plan.loadBalancer, hosts);
  if (bypass === undefined) return null;
  const token = (await tokenOf(launch)) ?? newToken();
  log.secret?.(token);
  await keepToken(control(plan, hosts), plan.control.directory, release.id, token);
  await bypass.allow(token);
  return token;
}

/** The token of the page that this launch put up; null when there is none. */
export async function tokenOf({ plan, hosts, release, log }: With): Promise<string | null> {
  if (!hasWayPast(plan.loadBalancer)) return null;
  const kept = await keptToken(control(plan, hosts), plan.control.directory);
  if (kept?.release !== release.id) return null;
  log.secret?.(kept.token);
  return kept.token;
}

/** With the page the token goes. The page is down by then, so one that stays is told and does no harm: the next page removes it first. */
export async function withdrawToken({
  plan,
  hosts,
  log,
}: {
  readonly plan: Plan;
  readonly hosts: Hosts;
  readonly log: Pick<Log, "warn">;
}): Promise<void> {
  const { bypass } = openBalancer(plan.loadBalancer, hosts);
  if (bypass === undefined) return;
  for (const remove of [() => bypass.clear(), () => dropToken(control(plan, hosts), plan.control.directory)]) {
    await remove().catch((error: unknown) => {
      if (!(error instanceof UserError || error instanceof CommandError)) throw error;
      log.warn(t`The token that led past the page could not be removed: ${errorLine(error)}`);
    });
  }
}

function control(plan: Plan, hosts: Hosts) {
  return hosts.get(plan.control.host);
}
