import { script } from "../../../core/command.ts";
import { errorLine, StepError, UserError } from "../../../core/errors.ts";
import type { Log } from "../../../core/log.ts";
import { pollUntil } from "../../../core/poll-until.ts";
import { t } from "../../../core/text/text.ts";
import { connectionLost } from "../../../hosts/ssh/ssh-problem.ts";
import type { Host } from "../../../hosts/host.ts";
import type { Launch } from "../context.ts";

export interface Patience {
  readonly withinSeconds: number;
  readonly everySeconds: number;
  readonly log: Pick<Log, "info">;
  readonly signal: AbortSignal;
}

/** What a restart of a server takes, and then some. */
export const patience = { withinSeconds: 300, everySeconds: 3 };

/** Waits until every host answers, at most so long: one that was restarted comes back. What does not is for the work to meet. */
export async function awaitHosts(
  hosts: readonly Host[],
  { withinSeconds, everySeconds, ...o }: Patience,
): Promise<void> {
  let told = false;
  const look = async (): Promise<true | null> => {
    const silent = (await Promise.all(hosts.map(silence))).filter((why) => why !== null);
    if (silent.length === 0 || o.signal.aborted) return true;
    if (!told) o.log.info(t`waiting for ${silent.join("; ")} (at most ${withinSeconds} s)`);
    told = true;
    return null;
  };
  await pollUntil(look, { every: everySeconds, limit: withinSeconds, signal: o.signal }).catch((error: unknown) => {
    if (!o.signal.aborted) throw error;
  });
}

/** Why a host cannot be reached; null when it can, or when waiting would not mend it. */
async function silence(host: Host): Promise<string | null> {
  try {
    await host.attempt(script(":", [], { timeoutSeconds: 30 }));
    return null;
  } catch (error) {
    return lostConnection(error) ? `${host.name}: ${errorLine(error)}` : null;
  }
}

/**
 * Work that looks at the world each time it is begun: when a connection breaks in it, it is begun again once the hosts
 * answer. Anything else that fails is the caller's.
 */
export async function outliveRestarts(launch: Launch, work: () => Promise<void>, most = 3): Promise<void> {
  for (let times = 1; ; times++) {
    try {
      return await work();
    } catch (error) {
      if (!lostConnection(error) || times > most || launch.signal.aborted) throw error;
      launch.log.info(t`a connection broke; once the hosts answer this is done again (${times} of ${most})`);
      await awaitHosts(launch.hosts.all, { ...patience, log: launch.log, signal: launch.signal });
      // What the broken connection left running does not go on beside it.
      if (!(await launch.shutOutOwn())) throw error;
      await launch.refresh();
    }
  }
}

function lostConnection(error: unknown): boolean {
  if (error instanceof StepError) return lostConnection(error.cause);
  return error instanceof UserError && error.problems.some(({ code }) => code === connectionLost);
}
