import { showDay } from "../../../core/text/figures.ts";
import { t } from "../../../core/text/text.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import type { Ground, Launched } from "./leftover.ts";

/**
 * Why a launch's things stay: it is under way, or it is the last that went live or was rolled back and its time is not
 * over. What earlier ones left may go on a word.
 */
export function holdsOf(plan: Plan, launches: Ground["launches"], now: number): Ground["holds"] {
  const last = (outcome: "live" | "rolled-back") => launches.findLast(({ state }) => state.ended?.outcome === outcome);
  const young = [last("live"), last("rolled-back")].flatMap((launch) => {
    if (launch === undefined) return [];
    const until = Date.parse(launch.state.ended?.at ?? "") + plan.keepFor * 1000;
    return until > now ? [{ id: launch.id, until: new Date(until).toISOString() }] : [];
  });
  return (release) => {
    const launch = launches.find(({ id }) => id === release);
    if (launch !== undefined && launch.state.ended === null) return t`the launch is under way`;
    const kept = young.find(({ id }) => id === release);
    return kept === undefined ? null : t`kept until ${showDay(kept.until, plan.timezone)} (keep-for)`;
  };
}

/** The last launch that went live: the release before it is its way back, however old. */
export function lastLive(launches: Ground["launches"]): Launched | undefined {
  return launches.findLast(({ state }) => state.ended?.outcome === "live");
}

/** Why what belongs to no launch stays: one that is under way may be at it. */
export function heldUnderWay(launches: Ground["launches"]): string | null {
  return launches.some(({ state }) => state.ended === null) ? t`a launch is under way, and may use it` : null;
}
