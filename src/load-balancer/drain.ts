import { errorLine } from "../core/errors.ts";
import { pollUntil } from "../core/poll-until.ts";
import { figure } from "../core/text/figures.ts";
import { t } from "../core/text/text.ts";

/** How many requests run at each balancer; those that came before the page are among them. */
export type Running = () => Promise<readonly number[]>;

/**
 * Waits until the requests that came before the page have ended, at most so long; says how that went. The page lets no
 * more of them come, so the least that was seen at a balancer is as many as can still run there.
 */
export async function drain(
  running: Running,
  withinSeconds: number,
  { everyMs = 250, signal }: { readonly everyMs?: number; readonly signal?: AbortSignal } = {},
): Promise<string> {
  const started = Date.now();
  let least: readonly number[] | null = null;
  let trouble = "";
  let left: number | null = null;
  const look = async (): Promise<string | null> => {
    try {
      least = leastOf(await running(), least);
    } catch (error) {
      trouble = errorLine(error);
    }
    left = least?.reduce((sum, count) => sum + count, 0) ?? null;
    return left === 0 ? t`no request runs any more, after ${figure((Date.now() - started) / 1000, 1)} s` : null;
  };
  const ended = await pollUntil(look, { every: everyMs / 1000, limit: withinSeconds, signal });
  if (ended !== null) return ended;
  return left === null ? untold(trouble, withinSeconds) : stillRun(left, withinSeconds);
}

/** At each balancer the least that was seen there. */
function leastOf(seen: readonly number[], before: readonly number[] | null): readonly number[] {
  return seen.map((count, index) => Math.min(count, before?.[index] ?? count));
}

const untold = (trouble: string, seconds: number) =>
  t`nobody can tell how many requests still run (${trouble}); ${seconds} s were waited`;

const stillRun = (left: number, seconds: number) =>
  t`${left} {0:request|requests|requests} still {0:runs|run|run} after ${seconds} s; the services end {0:it|them|them} as they stop`;
