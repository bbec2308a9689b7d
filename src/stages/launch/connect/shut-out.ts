import { problemsFrom, UserError } from "../../../core/errors.ts";
import type { Log } from "../../../core/log.ts";
import { t } from "../../../core/text/text.ts";
import { changeNeeds } from "../../../dns/change.ts";
import { raiseFence } from "../../../hosts/fence.ts";
import { balancerNeeds } from "../../../load-balancer/balancer.ts";
import { filesOf } from "../../../plan/files-layout.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import { type Connections, fenceOf } from "./connect.ts";
import { keepingOf } from "../../../plan/engine/engine.ts";

/**
 * For whoever has just taken the lock: from here on no command of an earlier owner runs on any host. Those that still
 * did are ended. Throws a UserError naming the hosts where that cannot be had.
 */
export async function shutOut(
  plan: Plan,
  connections: Connections,
  token: number,
  log: Pick<Log, "info">,
): Promise<void> {
  connections.bind(token);
  const fence = fenceOf(plan, token);
  const problems = await Promise.all(
    connections.hosts.all.map((host) =>
      problemsFrom(async () => {
        const ended = await raiseFence(host, fence, usersOn(plan, host.name));
        if (ended > 0)
          log.info(
            t`${host.name}: ${ended} command${ended > 1 ? "s" : ""} of an earlier run still ran, and ${ended > 1 ? "were" : "was"} ended`,
          );
      }),
    ),
  );
  if (problems.flat().length > 0) throw new UserError(problems.flat());
}

/** The users that commands of a launch run as on a host; undefined is the user of the connection. */
function usersOn(plan: Plan, host: string): (string | undefined)[] {
  const balancer = plan.loadBalancer;
  const keeping = keepingOf(plan);
  return [
    ...new Set([
      undefined,
      ...(plan.deploy.hosts.includes(host) ? [plan.deploy.runAs] : []),
      ...(keeping?.host === host ? [keeping.runAs] : []),
      ...(plan.services.hosts.includes(host) ? [plan.services.user] : []),
      ...filesOf(plan).flatMap((place) => (place.host === host ? [place.user] : [])),
      ...balancerNeeds(balancer).map((need) => (need.host === host ? need.user : undefined)),
      ...plan.dns.map(changeNeeds).map((need) => (need.host === host ? need.user : undefined)),
    ]),
  ];
}
