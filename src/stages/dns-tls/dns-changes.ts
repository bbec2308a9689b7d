import { dnsChangeStep, prepareDns, rollbackDns } from "../../journal/steps/steps.ts";
import { setTimeout as sleep } from "node:timers/promises";
import { authoritative } from "../../checks/dns.ts";
import { script } from "../../core/command.ts";
import { showDuration } from "../../core/text/figures.ts";
import { errorLine, type Problem, problemsFrom, UserError } from "../../core/errors.ts";
import type { Done } from "../../core/step.ts";
import { t } from "../../core/text/text.ts";
import { changeTitle, programsOf, wayOf } from "../../dns/change.ts";
import { byCommand } from "../../dns/command.ts";
import { type Records, sameRecords, shownRecords, wantedRecords } from "../../dns/records.ts";
import {
  ask,
  becomes,
  besideAlias,
  keyProblem,
  lookAt,
  type NameServer,
  nameServer,
  shownServer,
  whyNot,
} from "../../dns/rfc2136.ts";
import type { DnsChange, Rfc2136 } from "../../dns/schema.ts";
import { type Before, Overtaken } from "../../dns/way.ts";
import type { Host } from "../../hosts/host.ts";
import { begun, type LaunchState } from "../../journal/state.ts";
import { minutesFrom, plannedOffsets } from "../../plan/window-times.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import type { Launch, Reach } from "../launch/launch.ts";
import type { Step } from "../launch/run-steps.ts";

const pauseMs = 1000;

export const changeId = ({ id }: Pick<DnsChange, "id">) => dnsChangeStep.of(id).id;
export const backId = ({ id }: Pick<DnsChange, "id">) => rollbackDns.of(id).id;

/** The records of the plan, one change after the other; what stood there before is on record first. */
export function dnsSteps({ dns }: Plan): Step[] {
  return dns.map((change) => ({
    id: changeId(change),
    run: (launch) => make(launch, change),
    holds: (launch) =>
      wayOf(launch.hosts.get(change.host), change)
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
          const way = wayOf(launch.hosts.get(change.host), change);
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
  const way = wayOf(host, change);
  const known = oldOf(launch.state(), change);
  if (await way.wanted()) {
    const where = await everywhere(launch, change, null);
    return known === null ? { skipped: true, note: t`it is so already${where}` } : { note: t`done${where}` };
  }
  const now = await way.now();
  if (known !== null && way.whole && !way.same(now, known)) {
    throw new UserError({
      code: "dns-changed-by-others",
      what: t`somebody else changes ${changeTitle(change)}: it was ${way.shown(known)} when the launch began to change it, and is ${way.shown(now)} now`,
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
      code: "dns-overtaken",
      what: t`somebody else changed ${changeTitle(change)} in the same moment, and it was left alone: ${errorLine(error)}`,
      where: host.name,
      mend: t`look who it was, then re-run the job`,
    });
  }
  const where = await everywhere(launch, change, null);
  return {
    note: t`was ${way.shown(old)}${where}${change.kind === "rfc2136" ? rememberedNote("records" in old ? old.records : []) : ""}`,
  };
}

async function takeBack(launch: Launch, change: DnsChange, old: Before): Promise<Done> {
  const host = launch.hosts.get(change.host);
  const way = wayOf(host, change);
  const now = await way.now();
  if (way.same(now, old)) return { note: t`it is ${way.shown(old)}, as before the launch` };
  // What the team's tool left half done is the launch's own; once it was done, it is not.
  const ours = (await way.wanted()) || (!way.whole && launch.state().steps.get(changeId(change))?.status !== "done");
  if (!ours)
    return leftAlone(
      launch,
      t`${changeTitle(change)} was changed by somebody since and is LEFT AS IT IS: ${way.shown(now)}. Before the launch it was ${way.shown(old)}`,
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
  if (!("records" in old)) return { note };
  // A server that lags holds nobody's way back up: the primary has it, and the rest is told.
  const behind = await everywhere(launch, change, old.records).catch((error: unknown) => {
    if (launch.signal.aborted) throw error;
    return `; ${errorLine(error)}`;
  });
  return { note: `${note}${behind}${change.kind === "rfc2136" ? rememberedNote(wantedRecords(change)) : ""}` };
}

async function leftAlone(launch: Launch, text: string): Promise<Done> {
  launch.log.warn(text);
  await launch.record({ kind: "note", text });
  return { skipped: true, note: text };
}

function rememberedNote(records: Records): string {
  const longest = Math.max(0, ...records.map(({ ttl }) => ttl));
  return longest === 0 ? "" : t`; others may remember what was there for ${showDuration(longest)}`;
}

/** Waits until every server has them (null: those of the plan); a note. Throws a UserError naming those that have not. */
async function everywhere(
  launch: Pick<Launch, "hosts" | "signal">,
  change: DnsChange,
  records: Records | null,
): Promise<string> {
  if (change.kind !== "rfc2136") return "";
  const host = launch.hosts.get(change.host);
  const servers = await serversOf(host, change);
  const wanted = records ?? wantedRecords(change);
  for (
    const end = performance.now() + change.within * 1000;
    ;
    await sleep(pauseMs, undefined, { signal: launch.signal })
  ) {
    const behind = await behindOf(host, change, servers, wanted);
    if (behind.length === 0) return t`; on ${servers.length} server${servers.length === 1 ? "" : "s"}`;
    if (performance.now() >= end)
      throw new UserError(
        behind.map((what) => ({
          code: "dns-servers-behind",
          what: t`after ${showDuration(change.within)} ${what}`,
          where: host.name,
          mend: t`does that server get the zone from the primary (notify, transfer)?`,
        })),
      );
  }
}

async function behindOf(
  host: Host,
  change: Rfc2136,
  servers: readonly NameServer[],
  wanted: Records,
): Promise<string[]> {
  const found = await Promise.all(
    servers.map(async (server) => {
      try {
        const { records } = await lookAt(host, server, change);
        return sameRecords(records, wanted)
          ? []
          : [t`${shownServer(server)} has ${shownRecords(records)} at ${change.name}`];
      } catch (error) {
        if (error instanceof UserError) return [errorLine(error)];
        throw error;
      }
    }),
  );
  return found.flat();
}

/** Every server of the zone, as the primary names them. */
async function serversOf(host: Host, change: Rfc2136): Promise<readonly NameServer[]> {
  if (change.servers !== undefined) return change.servers.map(nameServer);
  const found = await authoritative(change.zone, askingFrom(host, nameServer(change.server)));
  if ("problem" in found)
    throw new UserError({
      code: "dns-servers-unknown",
      what: found.problem,
      where: host.name,
      mend: t`mend the zone, or name its servers in \`servers\``,
    });
  return found.map((address) => ({ name: address, port: 53 }));
}

/** The questions of `authoritative`, asked on the host: the primary first, for a name it does not know whoever the host asks. */
function askingFrom(host: Host, server: NameServer): Parameters<typeof authoritative>[1] {
  const fail = (code: string) => Object.assign(new Error(code), { code });
  const values = async (name: string, type: string): Promise<string[]> => {
    const { status, set } = await ask(host, server, name, type);
    if (set === null) throw fail(status === "NOERROR" ? "ENODATA" : status === "NXDOMAIN" ? "ENOTFOUND" : `E${status}`);
    return set.values.map((value) => value.replace(/\.$/, ""));
  };
  const addresses = (type: "A" | "AAAA") => async (name: string) => {
    const here = await values(name, type).catch(() => null);
    if (here !== null) return here;
    const { stdout } = await host.attempt(
      script('getent "$1" "$2" | cut -d " " -f 1 | sort -u', [type === "A" ? "ahostsv4" : "ahostsv6", name], {
        timeoutSeconds: 30,
      }),
    );
    const known = stdout.split("\n").filter((line) => line !== "" && !line.startsWith("::ffff:"));
    if (known.length === 0) throw fail("ENOTFOUND");
    return known;
  };
  const resolver = {
    resolveNs: (zone: string) => values(zone, "NS"),
    resolve4: addresses("A"),
    resolve6: addresses("AAAA"),
  };
  return resolver as unknown as Parameters<typeof authoritative>[1];
}

/** What can be known by day: the key may make each change, every server has what the primary has, and how long the old may be remembered. */
export async function dnsFinding(
  plan: Plan,
  { hosts }: Pick<Reach, "hosts">,
): Promise<{ step: string; problems: readonly Problem[]; note?: string }[]> {
  if (plan.dns.length === 0) return [];
  const found = await Promise.all(
    plan.dns.map(async (change): Promise<{ problems: readonly Problem[]; note: string }> => {
      const host = hosts.get(change.host);
      const { code } = await host.attempt(
        script('for p; do command -v -- "$p" >/dev/null || exit 1; done', programsOf(change), { timeoutSeconds: 30 }),
      );
      // Named by the look at the programs.
      if (code !== 0) return { problems: [], note: "" };
      if (change.kind === "command")
        return { problems: await byCommand(host, change).problems(), note: changeTitle(change) };
      let note = "";
      const problems = await problemsFrom(async () => {
        const looked = await lookByDay(plan, host, change);
        note = looked.note;
        return looked.problems;
      });
      return { problems, note };
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

async function lookByDay(
  plan: Plan,
  host: Host,
  change: Rfc2136,
): Promise<{ problems: readonly Problem[]; note: string }> {
  const where = t`${host.name}, dns ${change.id}`;
  const one = ({ what, mend }: { readonly what: string; readonly mend: string }): Problem => ({ what, where, mend });
  const key = await keyProblem(host, change);
  const { records, absentFor } = await lookAt(host, nameServer(change.server), change);
  if (key !== null) return { problems: [one(key)], note: "" };
  const beside = await besideAlias(host, change);
  if (beside.length > 0)
    return {
      problems: [
        one({
          code: "dns-alias-beside-records",
          what: t`${change.name} has ${beside.join(", ")} records, and an alias stands alone`,
          mend: t`take them away first, or name the addresses instead of an alias`,
        }),
      ],
      note: "",
    };
  const refused = await whyNot(host, change, records);
  if (refused !== null) return { problems: [one(refused)], note: "" };
  const servers = await serversOf(host, change);
  const behind = await behindOf(host, change, servers, records);
  const remembered = records.length === 0 ? absentFor : Math.max(...records.map(({ ttl }) => ttl));
  const left = secondsLeft(plan);
  const late =
    remembered > left
      ? t` ⚠ longer than the ${showDuration(left)} from there to the window's end: lower the TTL at least ${showDuration(remembered)} before`
      : "";
  const note = sameRecords(records, wantedRecords(change))
    ? t`${change.name} is so already`
    : t`${becomes(change, records)}, remembered for ${showDuration(remembered)} after it changes${late}`;
  return {
    problems: behind.map((what) =>
      one({
        code: "dns-servers-disagree",
        what: t`the servers of ${change.zone} do not agree today: ${what}`,
        mend: t`a change would not reach that one either; mend its transfer`,
      }),
    ),
    note,
  };
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
