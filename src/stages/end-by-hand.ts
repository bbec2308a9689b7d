import type { Entry } from "../journal/event.ts";
import { latestRelease, type LaunchState, stateOf, touched } from "../journal/state.ts";
import { openDoors } from "../database/doors.ts";
import { openBalancer } from "../load-balancer/balancer.ts";
import { prove } from "../load-balancer/proof.ts";
import type { Plan } from "../plan/schema.ts";
import type { Written } from "../database/written.ts";
import { UserError } from "../core/errors.ts";
import { setAside } from "./baseline.ts";
import { databaseHost } from "./backup-record.ts";
import type { Reach } from "./launch.ts";
import { resumeAll } from "./scheduled.ts";

export interface Status {
  readonly release: string | null;
  readonly state: LaunchState | null;
  readonly page: "on" | "off" | "mixed";
  readonly owner: string | null;
}

/** What the journal, the lock and the balancer say, for a person at the keyboard. Changes nothing. */
export async function statusOf(plan: Plan, reached: Reach): Promise<Status> {
  const entries = await reached.journal.read();
  const release = latestRelease(entries);
  const owner = await reached.lock.owner();
  return {
    release,
    state: release === null ? null : stateOf(entries, release),
    page: await openBalancer(plan["load-balancer"], reached.hosts).status(),
    owner: owner ? `run ${owner.runId} of ${owner.actor}, ${owner.tag}, since ${owner.since} (${owner.runUrl})` : null,
  };
}

/**
 * A person opens the site as it is and takes that on: the launch under way ends on record with who and why, the page
 * comes down, and the lock is free for the next launch.
 */
export async function openByHand(plan: Plan, reached: Reach, who: string, because: string): Promise<string> {
  const entries = await reached.journal.read();
  const release = latestRelease(entries);
  const state = release === null ? null : stateOf(entries, release);
  const stamp = { at: new Date().toISOString(), release: release ?? "none", run: { id: 0, attempt: 0 } };
  const under = state !== null && state.ended === null && touched(state);
  const added: Entry[] = [{ ...stamp, kind: "maintenance", state: "off", because: `${who}: ${because}` }];
  if (under) added.push({ ...stamp, kind: "ended", outcome: "failed", because: `opened by hand by ${who}: ${because}` });
  await openDoors(reached.hosts.get(plan.database.host), plan.database);
  await openBalancer(plan["load-balancer"], reached.hosts).off();
  await reached.journal.append(added);
  const owner = await reached.lock.owner();
  if (owner && owner.release === release) await reached.lock.release(owner);
  if (under) await resumeAll(plan, reached, state);
  return prove(plan, "open");
}

/** What the newest rollback set aside, from the database it kept. Throws a UserError when there is none. */
export async function recoverRows(plan: Plan, { journal, hosts }: Reach): Promise<{ kept: string; written: Written[]; file: string }> {
  const entries = await journal.read();
  const rolledBack = entries.findLast((entry) => entry.kind === "step" && entry.step === "rollback.database" && entry.status === "done");
  const state = rolledBack ? stateOf(entries, rolledBack.release) : null;
  const kept = state?.steps.get("rollback.database")?.facts.kept;
  if (!state?.release || typeof kept !== "string") throw new UserError({ what: "no rollback kept a database", where: `${plan.control.host}:${plan.control.directory}`, mend: "a rollback without a migration leaves the database as it is: then nothing was set aside" });
  const recorded = { plan, release: state.release, hosts, state: () => state };
  const { written, file } = await setAside(recorded, kept);
  return { kept, written, file: `${databaseHost(recorded).name}:${file}` };
}
