import { UserError } from "../core/errors.ts";
import { pollUntil } from "../core/poll-until.ts";
import { figure } from "../core/text/figures.ts";
import { t } from "../core/text/text.ts";
import type { Servers } from "./balancer.ts";

/** Waits until every server gets visitors; health checks need a moment after a start. Throws a UserError naming those that do not. */
export async function awaitServers(servers: Servers, withinSeconds = 30, everyMs = 500): Promise<string> {
  const started = Date.now();
  let missing: Awaited<ReturnType<Servers["missing"]>> = [];
  const look = async (): Promise<string | null> => {
    missing = await servers.missing();
    return missing.length === 0 ? t`every server is ready, after ${figure((Date.now() - started) / 1000, 1)} s` : null;
  };
  const ready = await pollUntil(look, { every: everyMs / 1000, limit: withinSeconds });
  if (ready !== null) return ready;
  throw new UserError(
    missing.map(({ balancer, server, state }) => ({
      code: "balancer-server-out",
      what: t`${server} is ${state}, so it gets no visitors`,
      where: balancer,
      mend: /^(MAINT|DRAIN|NOLB)/.test(state)
        ? t`somebody took it out; put it back ("set server … state ready"), or take it out of load-balancer.servers`
        : t`look at the service's log on that host, and at its health check in haproxy.cfg`,
    })),
  );
}
