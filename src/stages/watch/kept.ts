import { script } from "../../core/command.ts";
import { errorLine } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Counters } from "../../core/watch/counters.ts";
import type { Count, Counted, Poll } from "../../core/watch/poll.ts";
import { watchBegins, type WatchState } from "../../core/watch/watch-state.ts";
import { writeFileCommand } from "../../hosts/host.ts";
import type { Launch } from "../launch/context.ts";
import type { Told } from "./incident.ts";

/** What a watch hands on from job to job, beside what it judged: numbers only. */
export interface Kept {
  readonly watch: WatchState;
  readonly counters: Counters | null;
  /** Totals since the opening, for the report. */
  readonly totals: Readonly<Record<Counted, Count>>;
  /** Where the open incident is told. */
  readonly incident: Told | null;
}

export const none: Count = { bad: 0, all: 0 };

export function nothingKept(opened: number): Kept {
  return {
    watch: watchBegins(opened),
    counters: null,
    totals: { traffic: none, latency: none, probes: none },
    incident: null,
  };
}

export function withTotals(kept: Kept, { traffic, latency, probes }: Poll): Kept {
  const plus = (total: Count, more: Count | null | undefined): Count =>
    more ? { bad: total.bad + more.bad, all: total.all + more.all } : total;
  return {
    ...kept,
    totals: {
      traffic: plus(kept.totals.traffic, traffic),
      latency: plus(kept.totals.latency, latency),
      probes: plus(kept.totals.probes, probes),
    },
  };
}

const keptFile = ({ plan, release }: Launch) => `${plan.control.directory}/watch-${release.id}.json`;

export async function keep(launch: Launch, kept: Kept): Promise<void> {
  await launch.hosts
    .get(launch.plan.control.host)
    .run(writeFileCommand(keptFile(launch), JSON.stringify(kept), "600"))
    .catch((error: unknown) =>
      launch.log.warn(t`What the watch knows could not be kept: ${errorLine(error)}. The next job begins anew.`),
    );
}

export async function readKept(launch: Launch): Promise<Kept | null> {
  const { stdout } = await launch.hosts
    .get(launch.plan.control.host)
    .run(script('[ ! -e "$1" ] || cat -- "$1"', [keptFile(launch)], { timeoutSeconds: 60 }));
  try {
    return stdout.trim() === "" ? null : readable(JSON.parse(stdout) as Kept);
  } catch {
    return null;
  }
}

/** A watch of before knew sums only: what was counted by whom is not in them, so counting begins anew. */
function readable(kept: Kept): Kept {
  return { ...kept, counters: kept.counters !== null && "exporters" in kept.counters ? kept.counters : null };
}
