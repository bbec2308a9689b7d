import { checksOf } from "../../checks/registry.ts";
import { askerOf } from "../../checks/asking/ask-json.ts";
import { counterNow } from "../../checks/kinds/prometheus/canary.ts";
import { checkTelegramBot } from "../../checks/kinds/telegram-bot/telegram-bot.ts";
import { type Count, increase, type Look, type Poll } from "../../core/watch/poll.ts";
import { isPage, probe } from "../../hosts/requests/probe.ts";
import type { PlanWatch } from "../../plan/schema/watch-schema.ts";
import { unitsLooks } from "../../services/manager.ts";
import type { Launch } from "../launch/context.ts";
import { type Counters, none } from "./kept.ts";

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
  const [counters, own, units, bot] = await Promise.all([
    countersNow(launch, plan),
    probeSite(launch, plan, asked.probes),
    plan.units ? unitsRun(launch) : undefined,
    asked.bot ? botIsWell(launch) : undefined,
  ]);
  const poll: Poll = {
    at: Date.now(),
    ...requestsSeen(plan, asked.before, counters),
    ...(plan.requests === 0 ? {} : { probes: own }),
    ...(units === undefined ? {} : { units }),
    ...(bot === undefined ? {} : { bot }),
  };
  // What could not be asked for keeps its last value: the increase over the gap counts with the next look.
  return { poll, counters: counters ?? asked.before };
}

function requestsSeen(
  { prometheus }: PlanWatch,
  before: Counters | null,
  now: Counters | null,
): Pick<Poll, "traffic" | "latency"> {
  if (prometheus === undefined) return {};
  const traffic = increased("bad", before, now);
  return prometheus.slow === undefined ? { traffic } : { traffic, latency: increased("slow", before, now) };
}

/** Null when it is not known. */
function increased(kind: "bad" | "slow", before: Counters | null, now: Counters | null): Count | null {
  if (now === null || now[kind] === null) return null;
  const all = increase(before?.requests ?? null, now.requests);
  const bad = increase(before?.[kind] ?? null, now[kind]);
  // The first look knows no increase: there is nothing to judge yet, and nothing wrong with it.
  return all === null || bad === null ? none : { all, bad: Math.min(bad, all) };
}

async function countersNow({ hosts, plan: whole }: Launch, { prometheus }: PlanWatch): Promise<Counters | null> {
  if (prometheus === undefined) return null;
  const ask = askerOf("Prometheus", prometheus, { hosts, plan: whole });
  const [requests, bad, slow] = await Promise.all([
    counterNow(ask, prometheus.requests),
    counterNow(ask, prometheus.bad),
    prometheus.slow === undefined ? null : counterNow(ask, prometheus.slow),
  ]);
  // One that could not be asked for counted who knows what; one that has no series yet counted nothing.
  if (requests === undefined || bad === undefined || slow === undefined) return null;
  return { requests: requests ?? 0, bad: bad ?? 0, slow: prometheus.slow === undefined ? null : (slow ?? 0) };
}

/** Asked as visitors do, over the pages in turn and every address of the balancers. */
async function probeSite({ plan }: Launch, watched: PlanWatch, requests: number): Promise<Count> {
  const pages = watched.probes ?? [{ url: plan.site.url, status: 200, contains: undefined }];
  const { addresses } = plan.loadBalancer;
  let bad = 0;
  const one = async (index: number) => {
    const page = pages[index % pages.length];
    if (page === undefined) return;
    const isOwn = new URL(page.url).host === new URL(plan.site.url).host;
    const address = addresses[Math.floor(index / pages.length) % addresses.length];
    const answer = await probe(page.url, {
      timeoutSeconds: watched.within,
      ...(isOwn && address !== undefined ? { address } : {}),
    });
    const isWell = answer.status === page.status && !isPage(answer, plan.loadBalancer);
    if (!isWell || (page.contains !== undefined && !answer.body.includes(page.contains))) bad++;
  };
  for (let index = 0; index < requests; index += 4)
    await Promise.all(Array.from({ length: Math.min(4, requests - index) }, (_, n) => one(index + n)));
  return { bad, all: requests };
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
