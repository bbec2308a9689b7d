import { watchLine } from "../../journal/steps/steps.ts";
import { setTimeout as sleep } from "node:timers/promises";
import { courseCharts } from "../../checklist/chart.ts";
import { plain } from "../../checklist/markdown.ts";
import { askerOf } from "../../checks/asking/ask-json.ts";
import { checksOf } from "../../checks/registry.ts";
import { counterNow } from "../../checks/kinds/prometheus/canary.ts";
import { checkTelegramBot } from "../../checks/kinds/telegram-bot/telegram-bot.ts";
import { script } from "../../core/command.ts";
import { figure, showDuration } from "../../core/text/figures.ts";
import { errorLine, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import {
  type Count,
  increase,
  type Look,
  observe,
  type Poll,
  type Seen,
  type Signal,
  signalName,
  watchBegins,
  type WatchState,
} from "../../core/watch/watch.ts";
import { comment } from "../../github/issue.ts";
import { writeFileCommand } from "../../hosts/host.ts";
import type { Entry, Event, Stretch } from "../../journal/event.ts";
import { latestTouched, stateOf } from "../../journal/state.ts";
import { isPage, probe } from "../../hosts/requests/probe.ts";
import type { PlanWatch } from "../../plan/schema/watch-schema.ts";
import { unitsLooks } from "../../services/manager.ts";
import { closeIncident, tellIncident, type Told } from "./incident.ts";
import type { Launch, RunContext } from "../launch/launch.ts";
import { openedLaunch } from "../launch/record/opened-launch.ts";
import { closeWithReport } from "./report.ts";

/** How a watch ended. `more`: this job's time is over, and another one goes on. */
export interface Watched {
  readonly end: "sev1" | "more" | "over" | "superseded";
  readonly because: string;
  /** How it went so far, as the checklist shows it. */
  readonly charts: readonly string[];
}

type End = Omit<Watched, "charts">;

/** What a watch hands on from job to job, beside what it judged: numbers only. */
interface Kept {
  readonly watch: WatchState;
  readonly counters: Counters | null;
  /** Totals since the opening, for the report. */
  readonly totals: Readonly<Record<"traffic" | "latency" | "probes", Count>>;
  /** Where the open incident is told. */
  readonly incident: Told | null;
}

interface Counters {
  readonly requests: number;
  readonly bad: number;
  /** Null: the plan does not ask for it. */
  readonly slow: number | null;
}

const keepEveryMs = 5 * 60_000;
const botEveryMs = 5 * 60_000;
const pingEveryMs = 60_000;
const stretchMs = 5 * 60_000;
/** So long one job may watch; GitHub ends one after six hours. */
const jobSeconds = 5.5 * 3600;

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
  const { log, signal } = launch;
  const opened = Date.parse(launch.state().ended?.at ?? "");
  const stop = Date.now() + limit * 1000;
  const closely = opened + plan.for * 1000;
  const end = opened + Math.max(plan.day, plan.for) * 1000;
  let kept = (await readKept(launch)) ?? {
    watch: watchBegins(opened),
    counters: null,
    totals: { traffic: none, latency: none, probes: none },
    incident: null,
  };
  let next: Seen["next"] = { inSeconds: 0, probes: plan.requests };
  let stretch: Stretch | null = null;
  let writtenAt = Date.now();
  let botAt = 0;
  let pingedAt = 0;
  if (watcherOf(await launch.journal.read(), launch) !== launch.run.id)
    await launch.record({ kind: "step", step: watchLine.id, status: "started" });
  for (;;) {
    const now = Date.now();
    const over = await endedOtherwise(launch).catch(
      (error: unknown) => void log.warn(t`The journal could not be read: ${errorLine(error)}. It is tried again.`),
    );
    if (over) {
      // Whoever took it back ends its incident; a new launch does not know of it.
      if (over.replaced) await closeReplaced(launch, kept, over.because);
      return { end: "superseded", because: over.because };
    }
    if (plan.ping !== undefined && now - pingedAt >= pingEveryMs) {
      pingedAt = now;
      void probe(plan.ping, { timeoutSeconds: plan.within }).then(
        ({ status }) =>
          void (status !== 200 && log.warn(t`The ping that says that the watch lives is not taken (status ${status})`)),
      );
    }
    const every = now < closely ? plan.every : plan.dayEvery;
    const askBot = now - botAt >= (now < closely ? plan.every * 1000 : botEveryMs);
    if (askBot) botAt = now;
    const { poll, counters } = await pollOnce(launch, plan, kept.counters, next.probes, askBot);
    const seen = observe(kept.watch, poll, {
      availability: plan.slo.availability / 100,
      latency: plan.slo.latency / 100,
      every,
      probes: plan.requests,
    });
    kept = { ...added(kept, poll), watch: seen.state, counters };
    ({ next } = seen);
    log.info(lineOf(poll, seen, end - now));
    const begins = poll.at - (poll.at % stretchMs);
    if (stretch !== null && stretch.from !== begins) await onRecord(launch, { kind: "course", ...stretch });
    stretch = grown(stretch?.from === begins ? stretch : { from: begins, bad: 0, all: 0, slow: 0, timed: 0 }, poll);
    const last = seen.state.sev1 !== null || Date.now() >= end || Date.now() >= stop || signal.aborted;
    if (last) await onRecord(launch, { kind: "course", ...stretch });
    kept = await tell(launch, kept, seen);
    if (seen.change !== null || Date.now() - writtenAt >= keepEveryMs) {
      await keep(launch, kept);
      writtenAt = Date.now();
    }
    if (seen.state.sev1 !== null) {
      const because = `SEV-1: ${seen.state.sev1.what.join("; ")}`;
      await onRecord(launch, { kind: "step", step: watchLine.id, status: "failed", note: because });
      return { end: "sev1", because };
    }
    if (last && Date.now() >= end) return finish(launch, kept);
    if (last) {
      await keep(launch, kept);
      return { end: "more", because: t`this job's time is over` };
    }
    await sleep(
      Math.max(0, Math.min(next.inSeconds * 1000 - (Date.now() - now), end - Date.now(), stop - Date.now())),
      undefined,
      { signal },
    ).catch(() => {});
  }
}

const none: Count = { bad: 0, all: 0 };

/** The run that began to watch last: two at once would tell everything twice. */
function watcherOf(entries: readonly Entry[], { release }: Launch): number | null {
  return (
    entries.findLast(
      (entry) =>
        entry.kind === "step" &&
        entry.step === watchLine.id &&
        entry.status === "started" &&
        entry.release === release.id,
    )?.run.id ?? null
  );
}

/** Somebody takes the release back, or another one was launched since: then there is nothing to watch any more. */
async function endedOtherwise(
  launch: Launch,
): Promise<{ readonly because: string; readonly replaced: boolean } | null> {
  const entries = await launch.journal.read();
  const latest = latestTouched(entries);
  if (latest !== null && latest !== launch.release.id)
    return {
      because: t`${stateOf(entries, latest).release?.tag ?? t`another release`} was launched since`,
      replaced: true,
    };
  const watcher = watcherOf(entries, launch);
  if (watcher !== null && watcher !== launch.run.id)
    return { because: t`run ${watcher} watches it now`, replaced: false };
  const { recalled, ended } = stateOf(entries, launch.release.id);
  return recalled !== null || ended?.outcome !== "live" ? { because: t`it is taken back`, replaced: false } : null;
}

async function pollOnce(
  launch: Launch,
  plan: PlanWatch,
  before: Counters | null,
  probes: number,
  askBot: boolean,
): Promise<{ poll: Poll; counters: Counters | null }> {
  const [counters, own, units, bot] = await Promise.all([
    countersNow(launch, plan),
    probeSite(launch, plan, probes),
    plan.units ? unitsRun(launch) : undefined,
    askBot ? botIsWell(launch) : undefined,
  ]);
  const { prometheus } = plan;
  const count = (
    bad: number | null,
    all: number | null,
    was: { bad: number | null; all: number | null } | null,
  ): Count | null => {
    if (bad === null || all === null) return null;
    // The first look knows no increase: there is nothing to judge yet, and nothing wrong with it.
    const [more, moreBad] = [increase(was?.all ?? null, all), increase(was?.bad ?? null, bad)];
    return more === null || moreBad === null ? none : { all: more, bad: Math.min(moreBad, more) };
  };
  const poll: Poll = {
    at: Date.now(),
    ...(prometheus === undefined
      ? {}
      : {
          traffic:
            counters === null
              ? null
              : count(counters.bad, counters.requests, before && { bad: before.bad, all: before.requests }),
        }),
    ...(prometheus?.slow === undefined
      ? {}
      : {
          latency:
            counters === null
              ? null
              : count(counters.slow, counters.requests, before && { bad: before.slow, all: before.requests }),
        }),
    ...(plan.requests === 0 ? {} : { probes: own }),
    ...(units === undefined ? {} : { units }),
    ...(bot === undefined ? {} : { bot }),
  };
  // What could not be asked for keeps its last value: the increase over the gap counts with the next look.
  return { poll, counters: counters ?? before };
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
    const own = new URL(page.url).host === new URL(plan.site.url).host;
    const answer = await probe(page.url, {
      timeoutSeconds: watched.within,
      ...(own && addresses.length > 0
        ? { address: addresses[Math.floor(index / pages.length) % addresses.length] }
        : {}),
    });
    if (
      answer.status !== page.status ||
      isPage(answer, plan.loadBalancer) ||
      (page.contains !== undefined && !answer.body.includes(page.contains))
    )
      bad++;
  };
  for (let index = 0; index < requests; index += 4)
    await Promise.all(Array.from({ length: Math.min(4, requests - index) }, (_, n) => one(index + n)));
  return { bad, all: requests };
}

async function unitsRun({ plan, hosts }: Launch): Promise<Look> {
  const found = await unitsLooks(hosts, plan.services);
  return found.some((look) => "run" in look && !look.run)
    ? false
    : found.some((look) => "trouble" in look)
      ? null
      : true;
}

async function botIsWell({ plan, hosts }: Launch): Promise<Look | undefined> {
  const [check] = checksOf("telegram-bot", [...plan.verify.checks, ...plan.prepare.checks]);
  if (check === undefined) return undefined;
  const { verdict } = await checkTelegramBot(check, { plan, hosts, expected: { tag: "", commit: "" } }).catch(() => ({
    verdict: "error" as const,
  }));
  return verdict === "pass" ? true : verdict === "fail" ? false : null;
}

/** A control host that is away for a moment ends no watch, and holds no rollback up. */
async function onRecord(launch: Launch, event: Event): Promise<void> {
  await launch
    .record(event)
    .catch((error: unknown) => launch.log.warn(t`The journal could not be written: ${errorLine(error)}`));
}

/** On record, and where people look: an incident in an issue of its own, a SEV-1 on the checklist. */
async function tell(launch: Launch, kept: Kept, { change, state }: Seen): Promise<Kept> {
  const { github, release, messages, log } = launch;
  // An issue that could not be opened then is opened now.
  if (change === null)
    return state.incident === null || kept.incident !== null
      ? kept
      : { ...kept, incident: await tellIncident(launch, null, state.incident.what) };
  const what = (change === "sev1" ? state.sev1 : state.incident)?.what ?? [];
  await onRecord(launch, { kind: "watch", change, what });
  if (change === "closed") {
    await closeIncident(launch, kept.incident, messages.watch.closed(plain(release.tag)));
    return { ...kept, incident: null };
  }
  if (change !== "sev1") return { ...kept, incident: await tellIncident(launch, kept.incident, what) };
  await comment(
    github,
    release.issue,
    messages.watch.sev1(
      plain(release.tag),
      what.map((one) => plain(one)),
    ),
  ).catch((error: unknown) => log.warn(t`The checklist could not be told: ${errorLine(error)}`));
  return kept;
}

/** The release was taken back: then its incident is over as well. */
export async function endIncident(launch: Launch, text: string): Promise<void> {
  const kept = await readKept(launch).catch(() => null);
  if (kept === null || kept.incident === null) return;
  await closeIncident(launch, kept.incident, text);
  await keep(launch, { ...kept, incident: null });
}

/** The next launch took over: this one's incident is nobody's to watch any more, and its checklist ends with what was seen. */
async function closeReplaced(launch: Launch, kept: Kept, because: string): Promise<void> {
  await closeIncident(launch, kept.incident, because);
  await onRecord(launch, {
    kind: "step",
    step: watchLine.id,
    status: "done",
    note: because,
    facts: { totals: kept.totals },
  });
  await closeWithReport(launch).catch((error: unknown) =>
    launch.log.warn(t`The checklist could not be closed: ${errorLine(error)}`),
  );
}

async function finish(launch: Launch, kept: Kept): Promise<End> {
  const { totals } = kept;
  const share = ({ bad, all }: Count) => (all === 0 ? null : t`${figure(100 * (1 - bad / all))} % of ${figure(all)}`);
  const incidents = launch.state().incidents.filter(({ change }) => change === "opened").length;
  const parts = [
    [t`requests answered well`, share(totals.traffic)],
    [t`in time`, share(totals.latency)],
    [t`own requests answered well`, share(totals.probes)],
  ].flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  const note = `${parts.join("; ")}; ${incidents === 0 ? t`no incident` : incidents === 1 ? t`one incident` : t`${incidents} incidents`}`;
  await keep(launch, kept);
  await launch.record({ kind: "step", step: watchLine.id, status: "done", note, facts: { totals, incidents } });
  return { end: "over", because: note };
}

function added(kept: Kept, { traffic, latency, probes }: Poll): Kept {
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

function grown(stretch: Stretch, { traffic, latency, probes }: Poll): Stretch {
  const now = traffic ?? probes ?? none;
  return {
    from: stretch.from,
    bad: stretch.bad + now.bad,
    all: stretch.all + now.all,
    slow: stretch.slow + (latency?.bad ?? 0),
    timed: stretch.timed + (latency?.all ?? 0),
  };
}

function lineOf({ traffic, latency, probes, units, bot }: Poll, { verdict, state }: Seen, left: number): string {
  const count = (signal: Signal, one: Count | null | undefined) =>
    one === undefined
      ? []
      : [one === null ? t`${signalName(signal)} unknown` : t`${signalName(signal)} ${one.bad} of ${one.all} bad`];
  const look = (signal: Signal, one: Look | undefined) =>
    one === undefined ? [] : [`${signalName(signal)} ${one === null ? t`unknown` : one ? t`well` : t`NOT well`}`];
  return t`watch ${verdict}: ${[...count("traffic", traffic), ...count("latency", latency), ...count("probes", probes), ...look("units", units), ...look("bot", bot)].join(", ")}${state.incident === null ? "" : t`; an incident is open`}; ${showDuration(Math.max(0, Math.round(left / 1000)))} left`;
}

const keptFile = ({ plan, release }: Launch) => `${plan.control.directory}/watch-${release.id}.json`;

async function keep(launch: Launch, kept: Kept): Promise<void> {
  await launch.hosts
    .get(launch.plan.control.host)
    .run(writeFileCommand(keptFile(launch), JSON.stringify(kept), "600"))
    .catch((error: unknown) =>
      launch.log.warn(t`What the watch knows could not be kept: ${errorLine(error)}. The next job begins anew.`),
    );
}

async function readKept(launch: Launch): Promise<Kept | null> {
  const { stdout } = await launch.hosts
    .get(launch.plan.control.host)
    .run(script('[ ! -e "$1" ] || cat -- "$1"', [keptFile(launch)], { timeoutSeconds: 60 }));
  try {
    return stdout.trim() === "" ? null : (JSON.parse(stdout) as Kept);
  } catch {
    return null;
  }
}
