import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DateTime } from "luxon";
import type { Phase } from "../../checklist/model.ts";
import { renderPage } from "../../checklist/render.ts";
import { noView, openView, type View } from "../../checklist/view.ts";
import type { Approved } from "../../core/approved.ts";
import { errorLine, errorText, InternalError, problemsFrom, UserError } from "../../core/errors.ts";
import type { Log } from "../../core/log.ts";
import { createKnown } from "../../core/redact/known.ts";
import { createNames } from "../../core/redact/names.ts";
import type { Release } from "../../core/release.ts";
import { t } from "../../core/text/text.ts";
import type { GitHub } from "../../github/client.ts";
import { repositoryUrl } from "../../github/runs.ts";
import { type Bond, type Fence, raiseFence, scopeOf } from "../../hosts/fence.ts";
import type { Host } from "../../hosts/host.ts";
import { localHost } from "../../hosts/local.ts";
import { type Hosts, openHosts } from "../../hosts/open-hosts.ts";
import { sshHost } from "../../hosts/ssh/ssh.ts";
import type { Entry, Event, Outcome } from "../../journal/event.ts";
import { type Journal, openJournal } from "../../journal/journal.ts";
import { type Lock, openLock, type Owner } from "../../journal/lock.ts";
import { begun, type LaunchState, next, stateOf, touched } from "../../journal/state.ts";
import { messagesOf } from "../../locale/locale.ts";
import type { Messages } from "../../locale/messages.ts";
import { changeNeeds } from "../../dns/change.ts";
import { balancerNeeds } from "../../load-balancer/balancer.ts";
import { filesOf } from "../../plan/files-layout.ts";
import { knownOfPlan } from "../../plan/known-of-plan.ts";
import { loadPlan } from "../../plan/load.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { findLaunch } from "./find-launch.ts";
import { changedSince } from "../gate/at-use.ts";
import { textHash } from "../gate/bound.ts";
import { heldPlan } from "../gate/held-plan.ts";
import { learnNames } from "./learn-names.ts";
import { openNotices } from "../tell/notices.ts";
import { outline } from "./outline.ts";

/** The run of a workflow that acts, or a person at the keyboard. */
export interface Run {
  readonly id: number;
  readonly attempt: number;
  /** Who started it, or started it again. */
  readonly actor: string;
  /** Both: who started it first, and who started it again. */
  readonly starters?: readonly string[];
  /** Branch or tag that was chosen when it was started: refs/heads/main. */
  readonly ref?: string;
  /** The workflow file it follows, and the commit that it is of. */
  readonly workflow?: { readonly path: string; readonly commit: string };
}

/** The run that acts, and how it reaches the world. */
export interface RunContext {
  readonly github: GitHub;
  readonly log: Log;
  readonly run: Run;
  /** Text of the private SSH key; empty when no host needs one. */
  readonly sshKey: string;
  /** Path of the plan file in the repository. */
  readonly planFile: string;
  /** Its text as a person at the keyboard gave it; then GitHub is not asked for one. */
  readonly planText?: string | undefined;
  /** Folder of the runner that lasts as long as the job: later stages need not ask GitHub for the plan again. */
  readonly jobDirectory: string;
  /** Keys of the channels that tell people; without them nobody is told by this process. */
  readonly noticeKeys?: Readonly<Record<string, string>> | undefined;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
}

const beatEverySeconds = 20;

/** Everything a stage works with. */
export interface Launch extends RunContext {
  readonly plan: Plan;
  readonly release: Release;
  readonly messages: Messages;
  readonly phases: readonly Phase[];
  readonly hosts: Hosts;
  readonly journal: Journal;
  readonly lock: Lock;
  readonly view: View;
  state(): LaunchState;
  /** The lock taken anew by the run that has it, so that nothing it left running goes on. False when it has it no longer. */
  shutOutOwn(): Promise<boolean>;
  /** On disk of the control host when it returns. */
  record(event: Event): Promise<void>;
  /** Reads the journal again, and what other jobs of this launch wrote in it. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

/** A launch as far as its record and its hosts go. */
export type Recorded = Pick<Launch, "plan" | "release" | "hosts" | "state">;

/** Connections to the plan's hosts, and one to the control host that outlives a cancellation. */
export interface Reach {
  readonly hosts: Hosts;
  readonly control: Host;
  readonly journal: Journal;
  readonly lock: Lock;
  /** From here on every command is given as the lock's owner with this token, and refused once another has a later one. */
  bind(token: number): void;
  /** Whether commands are given as the lock's owner. */
  bound(): boolean;
  close(): Promise<void>;
}

export async function reach(
  plan: Plan,
  context: Pick<RunContext, "sshKey" | "signal" | "run"> & Partial<Pick<RunContext, "jobDirectory">>,
): Promise<Reach> {
  const session = sessionOf(context);
  const temporary = context.jobDirectory;
  const bond: Bond = { fence: null };
  const names = createNames(createKnown(knownOfPlan(plan)));
  const settings = { privateKey: context.sshKey, session, temporary, bond, names };
  const hosts = await openHosts(plan, { ...settings, signal: context.signal });
  names.lookWith(() => learnNames(names.known, plan, hosts));
  const controlPlan = plan.hosts[plan.control.host];
  if (controlPlan === undefined) throw new InternalError(t`the control host is not among the hosts`);
  const control =
    controlPlan.connect === "local"
      ? localHost(plan.control.host, { bond, names })
      : await sshHost(plan.control.host, controlPlan, settings);
  return {
    hosts,
    control,
    journal: openJournal(control, plan.control.directory),
    lock: openLock(control, plan.control.directory),
    bind: (token) => void (bond.fence = fenceOf(plan, token)),
    bound: () => bond.fence !== null,
    close: async () => void (await Promise.all([hosts.close(), control.close()])),
  };
}

/** The steps of a job share their connections. */
export function sessionOf({ run }: Pick<RunContext, "run">): string {
  return `${run.id}-${run.attempt}`;
}

function fenceOf({ control }: Plan, token: number): Fence {
  return { scope: scopeOf(control.host, control.directory), token };
}

/**
 * For whoever has just taken the lock: from here on no command of an earlier owner runs on any host. Those that still
 * did are ended. Throws a UserError naming the hosts where that cannot be had.
 */
export async function shutOut(plan: Plan, reached: Reach, token: number, log: Pick<Log, "info">): Promise<void> {
  reached.bind(token);
  const fence = fenceOf(plan, token);
  const problems = await Promise.all(
    reached.hosts.all.map((host) =>
      problemsFrom(async () => {
        const ended = await raiseFence(host, fence, usersOn(plan, host.name));
        if (ended > 0)
          log.info(
            t`${host.name}: ${ended} command${ended > 1 ? "s" : ""} of an earlier run still ran, and ${ended > 1 ? "were" : "was"} ended`,
          );
      }),
    ),
  );
  if (problems.flat().length > 0) throw new UserError(problems.flat());
}

/** The users that commands of a launch run as on a host; undefined is the user of the connection. */
function usersOn(plan: Plan, host: string): (string | undefined)[] {
  const balancer = plan.loadBalancer;
  return [
    ...new Set([
      undefined,
      ...(plan.deploy.hosts.includes(host) ? [plan.deploy.runAs] : []),
      ...(plan.database.host === host ? [plan.database.runAs] : []),
      ...filesOf(plan).flatMap((place) => (place.host === host ? [place.user] : [])),
      ...balancerNeeds(balancer).map((need) => (need.host === host ? need.user : undefined)),
      ...plan.dns.map(changeNeeds).map((need) => (need.host === host ? need.user : undefined)),
    ]),
  ];
}

/** What comes before a host is asked, and what becomes of a launch for which that finds problems. */
export interface BeforeHosts {
  /** Before the control host is asked anything but the journal. */
  readonly ready?: (reached: Reach) => Promise<void>;
  /** The window is about to begin: what the gate looked at has to hold still. A launch under way goes on all the same. */
  readonly use?: boolean;
}

/** Joins the launch that `plan` opened in this run. Refuses when the plan is not the approved one. */
export async function joinLaunch(context: RunContext, approved: Approved, before: BeforeHosts = {}): Promise<Launch> {
  const against = before.use === true ? await againstUse(context, approved) : null;
  const joined = await joinRecorded(context, approved, before.ready);
  try {
    if (against === null) return joined;
    if (!touched(joined.state())) throw against;
    await joined.record({ kind: "note", text: t`${errorLine(against)}; the launch is under way and goes on` });
    return joined;
  } catch (error) {
    await joined.close();
    throw error;
  }
}

/** Why the gate would not let it through any more, or why it could not be asked; null when it would. */
async function againstUse(context: RunContext, approved: Approved): Promise<unknown> {
  try {
    const changed = await changedSince(context, approved);
    return changed.length === 0 ? null : new UserError(changed);
  } catch (error) {
    return error;
  }
}

async function joinRecorded(
  context: RunContext,
  approved: Approved,
  ready: (reached: Reach) => Promise<void> = async () => {},
): Promise<Launch> {
  const { text, plan } = await approvedPlan(context, approved);
  const reached = await reach(plan, context);
  try {
    await ready(reached);
    const entries = await reached.journal.read();
    const release = releaseOfRun(entries, context.run.id, approved.digest);
    if (!release)
      throw new UserError({
        code: "launch-unknown",
        what: t`the journal knows no launch of this run with this plan`,
        where: `${plan.control.host}:${plan.control.directory}`,
        mend: t`start the workflow again`,
      });
    requireSamePlan(context, stateOf(entries, release.id), text);
    const held = await reached.lock.held();
    if (held !== null && isOurs(held.owner, context, release)) reached.bind(held.token);
    return launchOf(context, plan, release, reached, entries);
  } catch (error) {
    await reached.close();
    throw error;
  }
}

function requireSamePlan({ planFile }: RunContext, { plan }: LaunchState, text: string): void {
  if (plan === null || plan.sha256 === textHash(text)) return;
  throw new UserError({
    code: "plan-changed",
    what: t`the plan is not the one that was approved (its digest differs)`,
    where: planFile,
    mend: t`start a new launch, so that a reviewer sees what has changed`,
  });
}

interface ApprovedPlan {
  readonly text: string;
  readonly plan: Plan;
}

/**
 * The approved plan. Where the repository does not have it any more, the record of its launch does: the digest on
 * record is the approved one.
 */
async function approvedPlan(context: RunContext, approved: Approved): Promise<ApprovedPlan> {
  try {
    return await planAsApproved(context, approved);
  } catch (error) {
    const kept = await findLaunch(context, "last").catch(() => null);
    if (kept === null || kept.release.digest !== approved.digest) throw error;
    context.log.warn(t`${errorText(error)}\nThe plan that was kept when the launch opened is used.`);
    return kept;
  }
}

/** Made of the two commits, or kept by an earlier step of this job; the record holds it to what was approved. */
async function planAsApproved(context: RunContext, approved: Approved): Promise<ApprovedPlan> {
  const { github, planFile, jobDirectory } = context;
  const copy = join(jobDirectory, `golive-plan-${approved.digest.slice(0, 16)}.yml`);
  const kept = await readFile(copy, "utf8").catch(() => null);
  if (kept !== null) return { text: kept, plan: loadPlan(kept, planFile) };
  const { text, plan } = await heldPlan(github, planFile, { ...approved, branch: approved.policy.slice(0, 12) });
  await writeFile(copy, text, { mode: 0o600 });
  return { text, plan };
}

/** A release keeps its id when another run takes it over; what counts is who opened it last. */
function releaseOfRun(entries: readonly Entry[], runId: number, digest: string): Release | null {
  const opened = entries.findLast(
    (entry) => entry.kind === "opened" && entry.run.id === runId && entry.opened.digest === digest,
  );
  return opened?.kind === "opened" ? opened.opened : null;
}

/** Before anything is changed: the lock has to be this run's. */
export async function requireLock({ lock, plan, run, release }: Launch): Promise<void> {
  const owner = (await lock.held())?.owner;
  if (owner && isOurs(owner, { run }, release)) return;
  throw new UserError({
    what: owner
      ? t`the launch lock is held by run ${owner.runId} (${owner.actor}, ${owner.tag}), not by this run`
      : t`this run no longer holds the launch lock`,
    where: plan.control.host,
    mend: owner ? t`see ${owner.runUrl}` : t`this launch has ended; start the workflow again`,
  });
}

function isOurs(owner: Owner, { run }: Pick<RunContext, "run">, release: Pick<Release, "id">): boolean {
  return owner.runId === run.id && owner.release === release.id;
}

/** A stage on the way forward: not once the way back has begun. */
export async function requireForward(launch: Launch): Promise<void> {
  await requireLock(launch);
  const { ended } = launch.state();
  if (ended)
    throw new UserError({
      what: t`this launch has ended (${ended.outcome}: ${ended.because})`,
      mend: t`start the workflow again`,
    });
  if (launch.state().recalled !== null || begun(launch.state(), "rollback.stop"))
    throw new UserError({
      what: t`a rollback of this launch has begun and has to be finished first`,
      mend: t`the rollback goes on by itself in this job`,
    });
}

/** Ends the launch on record and gives the lock back. */
export async function endLaunch(launch: Launch, outcome: Outcome, because: string): Promise<void> {
  await launch.record({ kind: "ended", outcome, because });
  const owner = (await launch.lock.held())?.owner;
  if (owner?.runId === launch.run.id) await launch.lock.release(owner);
}

export function launchOf(
  context: RunContext,
  plan: Plan,
  release: Release,
  reached: Reach,
  entries: readonly Entry[],
): Launch {
  const messages = messagesOf(plan);
  const phases = outline(plan, messages);
  let state = stateOf(entries, release.id);
  const window = {
    start: DateTime.fromISO(release.window.start, { zone: plan.timezone }),
    end: DateTime.fromISO(release.window.end, { zone: plan.timezone }),
  };
  const url = `${state.plan?.repository ?? repositoryUrl(context.github)}/actions/runs/${release.runId}`;
  const render = () => renderPage({ plan, release, phases, state, window, runUrl: url, messages });
  const view = context.github.away
    ? noView
    : openView({ github: context.github, issue: release.issue, render, log: context.log });
  // A sign of life, for whoever finds the lock and wonders; nothing rests on it while GitHub knows the run.
  const heart = setInterval(
    () => void (reached.bound() && reached.lock.beat().catch(() => {})),
    beatEverySeconds * 1000,
  ).unref();
  const record = async (event: Event): Promise<void> => {
    const entry: Entry = {
      at: new Date().toISOString(),
      release: release.id,
      run: { id: context.run.id, attempt: context.run.attempt },
      ...event,
    };
    await reached.journal.append([entry]);
    state = next(state, entry);
    if (event.kind === "notice") return;
    view.changed();
    notices.follow(event);
  };
  const repository = state.plan?.repository ?? repositoryUrl(context.github);
  const link = `${repository}/issues/${release.issue}`;
  const notices = openNotices({
    plan,
    release,
    messages,
    link,
    keys: context.noticeKeys,
    log: context.log,
    state: () => state,
    record,
  });
  notices.follow(null);
  return {
    ...context,
    plan,
    release,
    messages,
    phases,
    hosts: reached.hosts,
    journal: reached.journal,
    lock: reached.lock,
    view,
    state: () => state,
    async shutOutOwn() {
      const held = await reached.lock.held();
      if (held === null || !isOurs(held.owner, context, release)) return false;
      const token = await reached.lock.takeOver(held.owner, { ...held.owner, since: new Date().toISOString() });
      if (token === null) return false;
      await shutOut(plan, reached, token, context.log);
      return true;
    },
    record,
    async refresh() {
      state = stateOf(await reached.journal.read(), release.id);
      view.changed();
    },
    async close() {
      clearInterval(heart);
      await Promise.all([view.flush(), notices.flush()]);
      await reached.close();
    },
  };
}
