import { showDuration } from "../../core/text/figures.ts";
import { errorLine, UserError } from "../../core/errors.ts";
import type { Done } from "../../core/step.ts";
import { t } from "../../core/text/text.ts";
import { changeTitle, wayOf } from "../../dns/change.ts";
import { type Records, wantedRecords } from "../../dns/records.ts";
import type { DnsChange } from "../../dns/schema.ts";
import { type Before, Overtaken } from "../../dns/way.ts";
import { type LaunchState } from "../../journal/state.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { backId, changeId, oldOf } from "./dns-record.ts";
import { everywhere } from "./dns-servers.ts";
import type { Launch } from "../launch/launch.ts";
import type { Step } from "../launch/run-steps.ts";

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
