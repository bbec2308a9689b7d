import { t } from "../../core/text/text.ts";
import type { Entry } from "../../journal/event.ts";
import { standing } from "../../journal/standing.ts";
import { latestRelease, type LaunchState, stateOf, touched } from "../../journal/state.ts";
import { oidOf, openDoors } from "../../database/doors.ts";
import { openBalancer } from "../../load-balancer/balancer.ts";
import { prove } from "../../load-balancer/proof.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import type { Written } from "../../database/written/written.ts";
import { showDuration } from "../../core/text/figures.ts";
import { errorText, UserError } from "../../core/errors.ts";
import type { Log } from "../../core/log.ts";
import type { Owner } from "../../journal/lock.ts";
import { setAside } from "../rollback/baseline.ts";
import { databaseHost } from "../backup/backup-record.ts";
import { givenBackOf } from "../files/files-record.ts";
import { filesOf } from "../../plan/files-layout.ts";
import { signOfLife, silentEnoughSeconds } from "../launch/record/require-over.ts";
import { dnsStays } from "../dns-tls/dns-record.ts";
import { withdrawToken } from "../window/bypass.ts";
import { type Reach, shutOut } from "../launch/launch.ts";
import { heldUnits } from "../../services/hold.ts";
import { releaseServices, unitsOn } from "../../services/manager.ts";
import { resumeAll } from "../window/scheduled.ts";
import { loudByHand } from "../window/silence.ts";

export interface Status {
  readonly release: string | null;
  readonly state: LaunchState | null;
  /** Null when the balancer does not say. */
  readonly page: "on" | "off" | "mixed" | null;
  readonly owner: string | null;
  /** Where the journal ends in the middle of the databases' change of places: whether it took place; else null. */
  readonly swapped: boolean | null;
  /** Units that golive keeps stopped, by host; null where the host does not say. */
  readonly held: ReadonlyMap<string, readonly string[] | null>;
}

/** What the journal, the lock and the balancer say, for a person at the keyboard. Changes nothing. */
export async function statusOf(plan: Plan, reached: Reach): Promise<Status> {
  const entries = await reached.journal.read();
  const release = latestRelease(entries);
  const held = await reached.lock.held();
  const state = release === null ? null : stateOf(entries, release);
  return {
    release,
    state,
    swapped: state === null ? null : await wasSwapped(plan, reached, state),
    page: await openBalancer(plan.loadBalancer, reached.hosts)
      .status()
      .catch(() => null),
    owner: held ? `${holder(held.owner)}; ${signOfLife(held)}` : null,
    held: await heldByHost(plan, reached),
  };
}

async function heldByHost({ services }: Plan, { hosts }: Reach): Promise<Status["held"]> {
  if (services.manager !== "systemd") return new Map();
  const found = await Promise.all(
    services.hosts.map(async (name) => {
      const units = unitsOn(services, name);
      return [name, await heldUnits(hosts.get(name), services.hold, units).catch(() => null)] as const;
    }),
  );
  return new Map(found.filter(([, units]) => units === null || units.length > 0));
}

async function wasSwapped({ database }: Plan, { hosts }: Reach, state: LaunchState): Promise<boolean | null> {
  if (standing(state).database !== "between") return null;
  const now = await oidOf(hosts.get(database.host), database, database.name).catch(() => null);
  return now === null ? null : now === state.steps.get("rollback.database")?.facts.replacement;
}

function holder({ runId, runUrl, actor, tag, since }: Owner): string {
  return runId === 0
    ? t`${actor}, by hand, since ${since}`
    : t`run ${runId} of ${actor}, ${tag}, since ${since} (${runUrl})`;
}

/** The lock becomes this person's, and whatever a run still does is ended. A host that does not answer is told, and does not stop a person. */
export async function takeByHand(
  plan: Plan,
  reached: Reach,
  who: string,
  release: string,
  log: Pick<Log, "info" | "warn">,
): Promise<Owner> {
  const mine: Owner = {
    release,
    tag: "",
    commit: "",
    digest: "",
    runId: 0,
    runUrl: "",
    actor: who,
    since: new Date().toISOString(),
  };
  const taken = await reached.lock.take(mine);
  const token = taken.taken ? taken.token : await reached.lock.takeOver(taken.owner, mine);
  if (token === null)
    throw new UserError({
      what: t`the lock changed hands at this moment`,
      where: plan.control.host,
      mend: t`look at \`golive status\`, then try again`,
    });
  await shutOut(plan, reached, token, log).catch((error: unknown) => {
    if (!(error instanceof UserError)) throw error;
    log.warn(errorText(error));
  });
  return mine;
}

/**
 * A named person breaks the lock of a run that does nothing any more: its commands are refused from here on. A launch
 * that changed nothing ends with it; one that is half done stays so, for the next launch of the same tag. Throws a
 * UserError when there is no lock, or its run gave a sign of life.
 */
export async function breakLock(
  plan: Plan,
  reached: Reach,
  who: string,
  because: string,
  log: Pick<Log, "info" | "warn">,
): Promise<string> {
  const held = await reached.lock.held();
  if (held === null)
    throw new UserError({
      what: t`nobody holds the launch lock`,
      where: plan.control.host,
      mend: t`nothing has to be broken; \`golive status\` says how the site stands`,
    });
  const { owner, silentSeconds } = held;
  if (silentSeconds !== null && silentSeconds < silentEnoughSeconds) {
    throw new UserError({
      what: t`${holder(owner)} holds the lock, and ${signOfLife(held)}`,
      where: plan.control.host,
      mend: t`cancel that run first; its lock can be broken ${showDuration(silentEnoughSeconds)} after its last sign of life`,
    });
  }
  const mine = await takeByHand(plan, reached, who, owner.release, log);
  const state = stateOf(await reached.journal.read(), owner.release);
  const stamp = { at: new Date().toISOString(), release: owner.release, run: { id: 0, attempt: 0 } };
  const text = t`${who} broke the lock of run ${owner.runId}: ${because}`;
  const halfDone = state.release !== null && state.ended === null && touched(state);
  await reached.journal.append([
    { ...stamp, kind: "note", text },
    ...(state.release !== null && state.ended === null && !halfDone
      ? [{ ...stamp, kind: "ended" as const, outcome: "failed" as const, because: text }]
      : []),
  ]);
  await reached.lock.release(mine);
  return halfDone
    ? t`The lock is free. The launch of ${owner.tag} is half done: launch ${owner.tag} again, and it goes on or rolls back.`
    : t`The lock is free. That launch had changed nothing.`;
}

/**
 * A person opens the site as it is and takes that on: the launch under way ends on record with who and why, the page
 * comes down, and the lock is free for the next launch.
 */
export async function openByHand(
  plan: Plan,
  reached: Reach,
  who: string,
  because: string,
  log: Pick<Log, "info" | "warn">,
): Promise<string> {
  const entries = await reached.journal.read();
  const release = latestRelease(entries);
  const state = release === null ? null : stateOf(entries, release);
  const stamp = { at: new Date().toISOString(), release: release ?? "none", run: { id: 0, attempt: 0 } };
  const under = state !== null && state.ended === null && touched(state);
  const added: Entry[] = [{ ...stamp, kind: "maintenance", state: "off", because: `${who}: ${because}` }];
  if (under)
    added.push({
      ...stamp,
      kind: "ended",
      outcome: "failed",
      because: t`opened by hand by ${who}: ${because}`,
      byHand: { who, because },
    });
  const mine = await takeByHand(plan, reached, who, release ?? "none", log);
  await openDoors(reached.hosts.get(plan.database.host), plan.database);
  // A person who starts what golive stopped would otherwise see it stay down without an error.
  for (const host of plan.services.hosts) await releaseServices(reached.hosts.get(host), plan.services);
  await openBalancer(plan.loadBalancer, reached.hosts).off();
  await withdrawToken({ plan, hosts: reached.hosts, log });
  await reached.journal.append(added);
  if (under) await loudByHand(plan, reached, state, release ?? "", log);
  if (under) for (const text of dnsStays(plan, state)) log.warn(text);
  if (under) await resumeAll(plan, reached, state);
  const seen = await prove(plan, "open");
  await reached.lock.release(mine);
  return seen;
}

/** What the newest rollback set aside, from the database it kept. Throws a UserError when there is none. */
export async function recoverRows(
  plan: Plan,
  { journal, hosts }: Reach,
): Promise<{ kept: string; written: Written[]; file: string }> {
  const entries = await journal.read();
  const rolledBack = entries.findLast(
    (entry) => entry.kind === "step" && entry.step === "rollback.database" && entry.status === "done",
  );
  const state = rolledBack ? stateOf(entries, rolledBack.release) : null;
  const kept = state?.steps.get("rollback.database")?.facts.kept;
  if (!state?.release || typeof kept !== "string")
    throw new UserError({
      what: t`no rollback kept a database`,
      where: `${plan.control.host}:${plan.control.directory}`,
      mend: t`a rollback without a migration leaves the database as it is: then nothing was set aside`,
    });
  const recorded = { plan, release: state.release, hosts, state: () => state };
  const { written, file } = await setAside(recorded, kept);
  return { kept, written, file: `${databaseHost(recorded).name}:${file}` };
}

/** Where the newest way back set files aside, folder by folder. */
export async function filesSetAside(
  plan: Plan,
  { journal }: Pick<Reach, "journal">,
): Promise<{ id: string; files: number; bytes: number; where: string }[]> {
  const entries = await journal.read();
  const given = entries.findLast(
    (entry) => entry.kind === "step" && /^rollback\.files-/.test(entry.step) && entry.status === "done",
  );
  if (given === undefined) return [];
  const state = stateOf(entries, given.release);
  return filesOf(plan).flatMap((place) => {
    const aside = givenBackOf({ state: () => state }, place)?.aside;
    if (aside === undefined || aside.files === 0) return [];
    return [{ id: place.id, files: aside.files, bytes: aside.bytes, where: `${place.host}:${aside.folder}` }];
  });
}
