import { t } from "../../core/text/text.ts";
import type { Entry } from "../../journal/event.ts";
import { latestRelease, type LaunchState, stateOf, touched } from "../../journal/state.ts";
import { openBalancer } from "../../load-balancer/balancer.ts";
import { prove } from "../../load-balancer/proof.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { releaseServices } from "../../services/manager.ts";
import { dnsStays } from "../dns-tls/dns-changes.ts";
import type { Connections } from "../launch/connect/connect.ts";
import { withdrawToken } from "../window/bypass.ts";
import { resumeAll } from "../window/scheduled.ts";
import { loudByHand } from "../window/silence.ts";
import { type ByHand, takeByHand } from "./take-by-hand.ts";
import { engineOf } from "../engine/registry.ts";

/** A launch that is under way. */
interface UnderWay {
  readonly release: string;
  readonly state: LaunchState;
}

/**
 * A person opens the site as it is and takes that on: the launch under way ends on record with who and why, the page
 * comes down, and the lock is free for the next launch.
 */
export async function openByHand(plan: Plan, reached: Connections, person: ByHand): Promise<string> {
  const { hosts, journal, lock } = reached;
  const entries = await journal.read();
  const release = latestRelease(entries);
  const under = underWay(entries, release);
  const added = recordOf(person, release ?? "none", under !== null);
  const mine = await takeByHand(plan, reached, release ?? "none", person);
  await engineOf(plan).letIn(plan, hosts, person.log);
  // A person who starts what golive stopped would otherwise see it stay down without an error.
  for (const host of plan.services.hosts) await releaseServices(hosts.get(host), plan.services);
  await openBalancer(plan.loadBalancer, hosts).off();
  await withdrawToken({ plan, hosts, log: person.log });
  await journal.append(added);
  if (under !== null) await endPauses(plan, reached, under, person);
  const seen = await prove(plan, "open");
  await lock.release(mine);
  return seen;
}

function underWay(entries: readonly Entry[], release: string | null): UnderWay | null {
  if (release === null) return null;
  const state = stateOf(entries, release);
  return state.ended === null && touched(state) ? { release, state } : null;
}

/** That the page is down, and that the launch ends with it. */
function recordOf({ who, because }: ByHand, release: string, ends: boolean): Entry[] {
  const stamp = { at: new Date().toISOString(), release, run: { id: 0, attempt: 0 } };
  const opened: Entry = { ...stamp, kind: "maintenance", state: "off", because: `${who}: ${because}` };
  if (!ends) return [opened];
  const text = t`opened by hand by ${who}: ${because}`;
  return [opened, { ...stamp, kind: "ended", outcome: "failed", because: text, byHand: { who, because } }];
}

/** What the launch silenced and paused goes on; of what it changed in the DNS is told what stays. */
async function endPauses(
  plan: Plan,
  reached: Connections,
  { release, state }: UnderWay,
  { log }: ByHand,
): Promise<void> {
  await loudByHand(plan, reached, state, { release, log });
  for (const text of dnsStays(plan, state)) log.warn(text);
  await resumeAll(plan, reached, state);
}
