import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { GivenKey } from "../keys/given-key.ts";
import { type Jump, jumpsOf, type SshPlanHost } from "./plan-host.ts";
import { turnedAway } from "./turned-away.ts";
import { sshProblem } from "./ssh-problem.ts";

/**
 * What keeps a connection from coming by the hosts on its way, by what the client of each said: the one that the runner
 * reaches first counts, as those behind it only say that nothing came. Null when all of them let it through.
 */
export function wayProblem(said: readonly string[], host: string, plan: SshPlanHost, key?: GivenKey): Problem | null {
  const jumps = jumpsOf(plan);
  for (const [index, jump] of jumps.entries()) {
    const words = said[index] ?? "";
    const problem = throughProblem(words, jump, jumps[index + 1] ?? plan) ?? ownProblem(words, host, jump, key);
    if (problem !== null) return { ...problem, where: t`${host}, by way of ${jump.address}` };
  }
  return null;
}

/** Whether one of them said more than that it was too busy just then. */
export function refusedOnTheWay(said: readonly string[]): boolean {
  return said.some((words) => words.trim() !== "" && !turnedAway.test(words));
}

function ownProblem(said: string, host: string, jump: Jump, key: GivenKey | undefined): Problem | null {
  return said.trim() === "" ? null : sshProblem(said, host, { connect: "ssh", ...jump }, key);
}

/** It let the runner in, and leads no further. */
function throughProblem(said: string, jump: Jump, next: Pick<Jump, "address" | "port">): Problem | null {
  const why = /open failed: (.*)/.exec(said)?.[1];
  if (why === undefined) return null;
  const at = `${jump.user}@${jump.address}:${jump.port}`;
  const to = `${next.address}:${next.port}`;
  if (/prohibited/.test(why))
    return {
      code: "ssh-way-closed",
      what: t`${at} lets the runner in, but not through to ${to}`,
      mend: t`allow it in sshd_config there (AllowTcpForwarding yes; PermitOpen has to name ${to} where it is set), \
and take restrict or no-port-forwarding from the key in authorized_keys`,
    };
  if (/Name or service not known|name resolution|No address|not known/i.test(why))
    return {
      code: "ssh-way-name",
      what: t`${next.address} has no address for ${at}`,
      mend: t`the host before it on the way looks the name up: write it as that one knows it`,
    };
  return {
    code: "connection-lost",
    what: t`${to} cannot be reached from ${at}`,
    mend: t`is the host up, is sshd running there at this port, and does its firewall let the host before it in?`,
  };
}
