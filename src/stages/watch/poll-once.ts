import { checksOf } from "../../checks/registry.ts";
import { checkTelegramBot } from "../../checks/kinds/telegram-bot/telegram-bot.ts";
import { type Counters, grownSince, type Sample } from "../../core/watch/counters.ts";
import type { Count, Look, Poll } from "../../core/watch/poll.ts";
import type { PlanWatch } from "../../plan/schema/watch-schema.ts";
import { unitsLooks } from "../../services/manager.ts";
import type { Launch } from "../launch/context.ts";
import { askerOfWatch, samplesNow } from "./counters-now.ts";
import { probeSite } from "./probe-site.ts";

export interface Asked {
  /** As they were at the look before. */
  readonly before: Counters | null;
  readonly probes: number;
  readonly bot: boolean;
}

/** Asks for everything that the plan names, at the same time. */
export async function pollOnce(
  launch: Launch,
  plan: PlanWatch,
  asked: Asked,
): Promise<{ poll: Poll; counters: Counters | null }> {
  const [samples, own, units, bot] = await Promise.all([
    samplesOf(launch, plan),
    probeSite(launch, plan, asked.probes),
    plan.units ? unitsRun(launch) : undefined,
    asked.bot ? botIsWell(launch) : undefined,
  ]);
  const { counters, ...requests } = requestsSeen(plan, asked.before, samples);
  const poll: Poll = {
    at: Date.now(),
    ...requests,
    ...(plan.requests === 0 ? {} : { probes: own }),
    ...(units === undefined ? {} : { units }),
    ...(bot === undefined ? {} : { bot }),
  };
  return { poll, counters };
}

/** What could not be asked for keeps its last value: the increase over the gap counts with the next look. */
function requestsSeen(plan: PlanWatch, before: Counters | null, samples: readonly Sample[] | null): Seen {
  const { prometheus } = plan;
  if (prometheus === undefined) return { counters: before };
  const measures = prometheus.slow === undefined ? (["traffic"] as const) : (["traffic", "latency"] as const);
  // Counters that nobody has any more count nothing: what they would say is not known.
  if (samples === null || !samples.some(({ name }) => name === "requests"))
    return { counters: before, ...Object.fromEntries(measures.map((name) => [name, null])) };
  const { counters, grown } = grownSince(before, samples);
  const count = (bad: number): Count => {
    const all = Math.max(0, grown?.requests ?? 0);
    return { all, bad: Math.min(Math.max(0, bad), all) };
  };
  // The first look knows no increase: there is nothing to judge yet, and nothing wrong with it.
  const seen = { traffic: count(grown?.bad ?? 0), latency: count(grown?.slow ?? 0) };
  return { counters, ...Object.fromEntries(measures.map((name) => [name, seen[name]])) };
}

type Seen = Pick<Poll, "traffic" | "latency"> & { readonly counters: Counters | null };

async function samplesOf(launch: Launch, { prometheus }: PlanWatch): Promise<readonly Sample[] | null> {
  if (prometheus === undefined) return null;
  const found = await samplesNow(askerOfWatch(prometheus, launch), prometheus);
  return "verdict" in found ? null : found;
}

async function unitsRun({ plan, hosts }: Launch): Promise<Look> {
  const found = await unitsLooks(hosts, plan.services);
  if (found.some((look) => "run" in look && !look.run)) return false;
  return found.some((look) => "trouble" in look) ? null : true;
}

async function botIsWell({ plan, hosts }: Launch): Promise<Look | undefined> {
  const check = checksOf("telegram-bot", [...plan.verify.checks, ...plan.prepare.checks])[0];
  if (check === undefined) return undefined;
  const { verdict } = await checkTelegramBot(check, { plan, hosts, expected: { tag: "", commit: "" } }).catch(() => ({
    verdict: "error" as const,
  }));
  if (verdict === "pass") return true;
  return verdict === "fail" ? false : null;
}
