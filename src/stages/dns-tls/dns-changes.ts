import { dnsChangeStep, prepareDns, rollbackDns } from "../../journal/steps/steps.ts";
import { authoritative } from "../../checks/kinds/dns/ask-servers.ts";
import { script } from "../../core/command.ts";
import { errorLine, type Problem, UserError } from "../../core/errors.ts";
import type { Done } from "../../core/step.ts";
import { t } from "../../core/text/text.ts";
import { type Before, changeNeeds, changeTitle, type DnsChange, wayOf } from "../../dns/change.ts";
import { type DayLook, Overtaken, type Way, type ZoneServers } from "../../dns/kind.ts";
import { begun, type LaunchState } from "../../journal/state.ts";
import { minutesFrom, plannedOffsets } from "../../plan/window-times.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import type { Connections } from "../launch/connect/connect.ts";
import type { Launch } from "../launch/context.ts";
import type { Step } from "../launch/run-steps.ts";

export const changeId = ({ id }: Pick<DnsChange, "id">) => dnsChangeStep.of(id).id;
export const backId = ({ id }: Pick<DnsChange, "id">) => rollbackDns.of(id).id;

/** Only the plain questions are asked: of the records' lifetimes it wants nothing. */
const zoneServers: ZoneServers = (zone, ask) =>
  authoritative(zone, ask as unknown as Parameters<typeof authoritative>[1]);

function openChange({ hosts }: Pick<Connections, "hosts">, change: DnsChange): Way {
  return wayOf(hosts.get(change.host), change, zoneServers);
}

/** The records of the plan, one change after the other; what stood there before is on record first. */
export function dnsSteps({ dns }: Plan): Step[] {
  return dns.map((change) => ({
    id: changeId(change),
    run: (launch) => make(launch, change),
    holds: (launch) =>
      openChange(launch, change)
        .wanted()
        .catch(() => false),
  }));
}

/** The other way round, before the old release is verified: only what this launch changed. */
export function dnsBackSteps({ dns }: Plan, state: LaunchState): Step[] {
  return dns.toReversed().flatMap((change) => {
    const old = oldOf(state, change);
    if (old === null) return [];
    return [
      {
        id: backId(change),
        run: (launch: Launch) => takeBack(launch, change, old),
        async holds(launch: Launch) {
          // What was left alone is looked at anew: it may be as before by now.
          if (launch.state().steps.get(backId(change))?.status === "skipped") return false;
          const way = openChange(launch, change);
          return way.now().then(
            (now) => way.same(now, old),
            () => false,
          );
        },
      },
    ];
  });
}

/** What stood there before this launch; null when it did not get to change it. */
function oldOf(state: LaunchState, change: DnsChange): Before | null {
  return (state.steps.get(changeId(change))?.facts.old as Before | null | undefined) ?? null;
}

async function make(launch: Launch, change: DnsChange): Promise<Done> {
  const host = launch.hosts.get(change.host);
  const way = openChange(launch, change);
  const known = oldOf(launch.state(), change);
  if (await way.wanted()) {
    const where = await way.everywhere(null, launch.signal);
    return known === null ? { skipped: true, note: t`it is so already${where}` } : { note: t`done${where}` };
  }
  const now = await way.now();
  if (known !== null && way.whole && !way.same(now, known)) {
    throw new UserError({
      code: "dns-changed-by-others",
      what: t`somebody else changes ${changeTitle(change)}: it was ${way.shown(known)} when the launch began to \
change it, and is ${way.shown(now)} now`,
      where: host.name,
      mend: t`put one of the two there, and re-run the job; or let it roll back, which leaves it alone`,
    });
  }
  // Written once: after a try that was cut off, what stands there may be the launch's own.
  const old = known ?? now;
  await launch.record({ kind: "step", step: changeId(change), status: "started", facts: { old } });
  try {
    await way.change(old);
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    // The server changed nothing, so there is nothing to take back.
    if (known === null)
      await launch.record({ kind: "step", step: changeId(change), status: "started", facts: { old: null } });
    throw new UserError({
      code: "dns-changed-at-once",
      what: t`somebody else changed ${changeTitle(change)} in the same moment, and it was left alone: ${errorLine(error)}`,
      where: host.name,
      mend: t`look who it was, then re-run the job`,
    });
  }
  const where = await way.everywhere(null, launch.signal);
  return {
    note: t`was ${way.shown(old)}${where}${way.remembered(old)}`,
  };
}

async function takeBack(launch: Launch, change: DnsChange, old: Before): Promise<Done> {
  const way = openChange(launch, change);
  const now = await way.now();
  if (way.same(now, old)) return { note: t`it is ${way.shown(old)}, as before the launch` };
  // What the team's tool left half done is the launch's own; once it was done, it is not.
  const ours = (await way.wanted()) || (!way.whole && launch.state().steps.get(changeId(change))?.status !== "done");
  if (!ours)
    return leftAlone(
      launch,
      t`${changeTitle(change)} was changed by somebody since and is LEFT AS IT IS: ${way.shown(now)}. Before the \
launch it was ${way.shown(old)}`,
    );
  try {
    await way.back(old);
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    return leftAlone(
      launch,
      t`${changeTitle(change)} was changed by somebody in this moment and is LEFT AS IT IS. Before the launch it was ${way.shown(old)}`,
    );
  }
  const note = t`${way.shown(old)} again`;
  // A server that lags holds nobody's way back up: the primary has it, and the rest is told.
  const behind = await way.everywhere(old, launch.signal).catch((error: unknown) => {
    if (launch.signal.aborted) throw error;
    return `; ${errorLine(error)}`;
  });
  return { note: `${note}${behind}${way.remembered(null)}` };
}

async function leftAlone(launch: Launch, text: string): Promise<Done> {
  launch.log.warn(text);
  await launch.record({ kind: "note", text });
  return { skipped: true, note: text };
}

/**
 * What can be known by day: the key may make each change, every server has what the primary has, and how long the old
 * may be remembered.
 */
export async function dnsFinding(
  plan: Plan,
  { hosts }: Pick<Connections, "hosts">,
): Promise<{ step: string; problems: readonly Problem[]; note?: string }[]> {
  if (plan.dns.length === 0) return [];
  const found = await Promise.all(
    plan.dns.map(async (change): Promise<DayLook> => {
      const { host, programs = [] } = changeNeeds(change);
      const { code } = await hosts
        .get(host)
        .attempt(script('for p; do command -v -- "$p" >/dev/null || exit 1; done', programs, { timeoutSeconds: 30 }));
      // Named by the look at the programs.
      if (code !== 0) return { problems: [], note: "" };
      return openChange({ hosts }, change).lookByDay(secondsLeft(plan));
    }),
  );
  return [
    {
      step: prepareDns.id,
      problems: found.flatMap(({ problems }) => problems),
      note: found.map(({ note }) => note).join("; "),
    },
  ];
}

/** From the planned change to the window's end. */
function secondsLeft({ window }: Plan): number {
  const length = minutesFrom(window.start, window.end);
  return (length - plannedOffsets(window, length)["dns-tls"]) * 60;
}

/** For the comment that tells of a rollback: changes that are not as they were. */
export function dnsNotBack({ dns }: Plan, state: LaunchState): string {
  const left = dns.flatMap((change) =>
    state.steps.get(backId(change))?.status === "skipped" ? [state.steps.get(backId(change))?.note ?? ""] : [],
  );
  return left.join(" ");
}

/** For a launch that a person ends by hand: what it changed stays, and is told. */
export function dnsStays({ dns }: Plan, state: LaunchState): string[] {
  return dns
    .filter((change) => oldOf(state, change) !== null && !begun(state, backId(change)))
    .map((change) => t`DNS: ${changeTitle(change)} was begun by this launch and stays as it is now`);
}
