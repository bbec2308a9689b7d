import { setTimeout as sleep } from "node:timers/promises";
import { courseCharts } from "../../checklist/chart.ts";
import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Poll } from "../../core/watch/poll.ts";
import { observe, type Seen } from "../../core/watch/watch.ts";
import type { Stretch } from "../../journal/event.ts";
import { watchLine } from "../../journal/steps/steps.ts";
import { probe } from "../../hosts/requests/probe.ts";
import type { PlanWatch } from "../../plan/schema/watch-schema.ts";
import type { Launch, RunContext } from "../launch/context.ts";
import { openedLaunch } from "../launch/record/opened-launch.ts";
import { type Hearing, hearAfterOpening, newHearing } from "../verify/after-opening.ts";
import { stretchWith } from "./course.ts";
import { closeReplaced, finish } from "./ending.ts";
import { keep, type Kept, nothingKept, readKept, withTotals } from "./kept.ts";
import { lineOf } from "./log-line.ts";
import { pollOnce } from "./poll-once.ts";
import { supersededNow, watcherOf } from "./superseded.ts";
import { onRecord, tell } from "./tell.ts";

/** How a watch ended. `more`: this job's time is over, and another one goes on. */
export interface Watched {
  readonly end: "sev1" | "more" | "over" | "superseded";
  readonly because: string;
  /** How it went so far, as the checklist shows it. */
  readonly charts: readonly string[];
}

type End = Omit<Watched, "charts">;

const keepEveryMs = 5 * 60_000;
const botEveryMs = 5 * 60_000;
const pingEveryMs = 60_000;
/** So long one job may watch; GitHub ends one after six hours. */
const jobSeconds = 5.5 * 3600;

/** What the loop knows, and when it last did what it does not do at every look. */
interface Watching {
  kept: Kept;
  next: Seen["next"];
  /** The five minutes that are under way, for the chart. */
  stretch: Stretch | null;
  writtenAt: number;
  botAt: number;
  pingedAt: number;
  readonly hearing: Hearing;
}

/** Milliseconds since 1970. */
interface Times {
  /** This job's time is over. */
  readonly stop: number;
  /** From then on it is looked at as on any day. */
  readonly closely: number;
  readonly end: number;
}

/**
 * Watches the release of a tag that is open to visitors, from where the job before left off. `limit`: how long this job
 * may take at most, in seconds.
 */
export async function watch(context: RunContext, tag: string, limit = jobSeconds): Promise<Watched> {
  const { launch, close } = await openedLaunch(context, tag);
  try {
    const { plan } = launch;
    if (plan.watch === undefined) return { end: "over", because: t`the plan watches nothing`, charts: [] };
    if (launch.state().ended?.outcome !== "live")
      throw new UserError({
        code: "watched-release-not-live",
        what: t`${tag} is not live`,
        where: plan.control.host,
        mend: t`\`golive status\` says how it stands`,
      });
    const ended = await watchLaunch(launch, plan.watch, limit);
    return { ...ended, charts: courseCharts(launch.state().course, plan, launch.messages) };
  } finally {
    await close();
  }
}

/** As `watch`, of a launch that is open to this process. */
export async function watchLaunch(launch: Launch, plan: PlanWatch, limit: number): Promise<End> {
  const opened = Date.parse(launch.state().ended?.at ?? "");
  const times: Times = {
    stop: Date.now() + limit * 1000,
    closely: opened + plan.for * 1000,
    end: opened + Math.max(plan.day, plan.for) * 1000,
  };
  const watching = await begin(launch, plan, opened);
  for (;;) {
    const now = Date.now();
    const superseded = await endedOtherwise(launch, watching.kept);
    if (superseded !== null) return superseded;
    ping(launch, plan, watching, now);
    await hearAfterOpening(launch, watching.hearing);
    const { poll, seen } = await look(launch, plan, watching, now < times.closely);
    launch.log.info(lineOf(poll, seen, times.end - now));
    const isLast = seen.state.sev1 !== null || Date.now() >= Math.min(times.end, times.stop) || launch.signal.aborted;
    await recordCourse(launch, watching, poll, isLast);
    watching.kept = await tell(launch, watching.kept, seen);
    await keepNow(launch, watching, seen);
    if (seen.state.sev1 !== null) return endWithSev1(launch, seen.state.sev1.what);
    if (isLast) return endInTime(launch, watching.kept, times);
    const wait = Math.min(watching.next.inSeconds * 1000 - (Date.now() - now), untilOver(times));
    await sleep(Math.max(0, wait), undefined, { signal: launch.signal }).catch(() => {});
  }
}

function untilOver({ end, stop }: Times): number {
  return Math.min(end, stop) - Date.now();
}

/** From where the job before left off; on record once for each run. */
async function begin(launch: Launch, plan: PlanWatch, opened: number): Promise<Watching> {
  const kept = (await readKept(launch)) ?? nothingKept(opened);
  if (watcherOf(await launch.journal.read(), launch) !== launch.run.id)
    await launch.record({ kind: "step", step: watchLine.id, status: "started" });
  const next = { inSeconds: 0, probes: plan.requests };
  return { kept, next, stretch: null, writtenAt: Date.now(), botAt: 0, pingedAt: 0, hearing: newHearing() };
}

async function endedOtherwise(launch: Launch, kept: Kept): Promise<End | null> {
  const superseded = await supersededNow(launch);
  if (superseded === null) return null;
  // Whoever took it back ends its incident; a new launch does not know of it.
  if (superseded.replaced) await closeReplaced(launch, kept, superseded.because);
  return { end: "superseded", because: superseded.because };
}

/** Tells somebody outside that the watch lives. It is not waited for. */
function ping({ log }: Launch, plan: PlanWatch, watching: Watching, now: number): void {
  if (plan.ping === undefined || now - watching.pingedAt < pingEveryMs) return;
  watching.pingedAt = now;
  void probe(plan.ping, { timeoutSeconds: plan.within }).then(({ status }) => {
    if (status !== 200) log.warn(t`The ping that says that the watch lives is not taken (status ${status})`);
  });
}

/** Asks once and judges what was seen. */
async function look(
  launch: Launch,
  plan: PlanWatch,
  watching: Watching,
  closely: boolean,
): Promise<{ readonly poll: Poll; readonly seen: Seen }> {
  const now = Date.now();
  const bot = now - watching.botAt >= (closely ? plan.every * 1000 : botEveryMs);
  if (bot) watching.botAt = now;
  const asked = { before: watching.kept.counters, probes: watching.next.probes, bot };
  const { poll, counters } = await pollOnce(launch, plan, asked);
  const seen = observe(watching.kept.watch, poll, {
    availability: plan.slo.availability / 100,
    latency: plan.slo.latency / 100,
    every: closely ? plan.every : plan.dayEvery,
    probes: plan.requests,
    blindAfter: plan.blindAfter,
  });
  watching.kept = { ...withTotals(watching.kept, poll), watch: seen.state, counters };
  watching.next = seen.next;
  return { poll, seen };
}

/** Five minutes that are over go on record, and with the last look those that are not. */
async function recordCourse(launch: Launch, watching: Watching, poll: Poll, isLast: boolean): Promise<void> {
  const { stretch, past } = stretchWith(watching.stretch, poll);
  watching.stretch = stretch;
  if (past !== null) await onRecord(launch, { kind: "course", ...past });
  if (isLast) await onRecord(launch, { kind: "course", ...stretch });
}

async function keepNow(launch: Launch, watching: Watching, seen: Seen): Promise<void> {
  if (seen.change === null && Date.now() - watching.writtenAt < keepEveryMs) return;
  await keep(launch, watching.kept);
  watching.writtenAt = Date.now();
}

async function endWithSev1(launch: Launch, what: readonly string[]): Promise<End> {
  const because = `SEV-1: ${what.join("; ")}`;
  await onRecord(launch, { kind: "step", step: watchLine.id, status: "failed", note: because });
  return { end: "sev1", because };
}

async function endInTime(launch: Launch, kept: Kept, times: Times): Promise<End> {
  if (Date.now() >= times.end) return { end: "over", because: await finish(launch, kept) };
  await keep(launch, kept);
  return { end: "more", because: t`this job's time is over` };
}
