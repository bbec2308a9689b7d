import { UserError } from "../../core/errors.ts";
import type { Release } from "../../core/release.ts";
import { t } from "../../core/text/text.ts";
import type { Event } from "../../journal/event.ts";
import { touched } from "../../journal/state.ts";
import { filesOf } from "../../plan/files-layout.ts";
import { approvalBy } from "../approval/approval.ts";
import { dnsFinding } from "../dns-tls/dns-changes.ts";
import { filesFinding } from "../files/files.ts";
import { type Asked, type Passed, passGate } from "../gate/gate.ts";
import { asOnRecord, type ToLaunch } from "../gate/on-record.ts";
import { type Claim, claim, type Entrusted } from "../launch/record/claim.ts";
import { type Connections, connect } from "../launch/connect/connect.ts";
import type { Launch, RunContext } from "../launch/context.ts";
import { controlMoved } from "./control-moved.ts";
import { type Finding, refuse } from "./finding.ts";
import { balancerFinding } from "./looks/balancer.ts";
import { certificatesFinding } from "./looks/certificates.ts";
import { checkoutsFinding } from "./looks/checkouts.ts";
import { currentReleaseFinding } from "./looks/current-release.ts";
import { hostsAnswer } from "./looks/hosts.ts";
import { migrationsFinding } from "./looks/migrations.ts";
import { peopleFinding } from "./looks/before-hosts/people.ts";
import { programsFinding } from "./looks/programs.ts";
import { releaseFilesFinding } from "./looks/release-files.ts";
import { rightsFinding } from "./looks/rights.ts";
import { servicesFinding } from "./looks/services.ts";
import { smokeFilesFinding } from "./looks/before-hosts/smoke-files.ts";
import { tagFinding } from "./looks/before-hosts/tag.ts";
import { engineOf } from "../engine/registry.ts";
import { windowFinding } from "./looks/before-hosts/window.ts";
import { tonightFinding } from "./looks/tonight.ts";

/** What `plan` is asked to launch; `digest`: what the job `gate` gave, empty without one. */
export interface Wanted extends Asked {
  readonly digest: string;
}

/** What the gate let through, or the launch on record that this one goes on with, and the way to its hosts. */
interface Begun {
  readonly context: RunContext;
  readonly wanted: Wanted;
  readonly passed: Passed;
  readonly to: ToLaunch;
  readonly reached: Connections;
}

/**
 * Everything that can be known before the window, looked at without changing anything; then the lock is taken and
 * the checklist opened. All problems are reported together, and with any of them nothing is begun.
 */
export async function preflight(context: RunContext, wanted: Wanted): Promise<Launch> {
  const passed = await passGate(context, wanted);
  const first = await connect(passed.plan, context);
  const { to, reached } = await asOnRecord(context, passed, wanted, first);
  try {
    return await openChecked({ context, wanted, passed, to, reached });
  } catch (error) {
    await reached.close();
    throw error;
  }
}

/** The order of the day: GitHub, the hosts, the approval, the lock; and under the lock what lies on the hosts. */
async function openChecked(begun: Begun): Promise<Launch> {
  const { context, to, reached } = begun;
  const { plan, tag, commit, digest } = to;
  const outside = await lookOutside(begun);
  const hosts = await hostsAnswer(plan, reached);
  refuse([...outside, hosts]);
  refuse([{ ...hosts, problems: await controlMoved(context, plan, reached) }]);
  const approval = await approvalOf(begun);
  const claimed = await claim(context, plan, { tag, commit, digest }, reached);
  await requireSameLaunch(begun, claimed);
  // A launch that is under way is not measured by what the world looked like before it.
  const inside = touched(claimed.state) ? [] : await lookInside(begun, claimed.owner.release);
  const when = touched(claimed.state) ? [] : windowFinding(to);
  await refuseAndRelease([...outside, ...when, ...inside], claimed, reached);
  const launch = await claimed.open(to, [...outside, ...when, hosts, ...inside], entrusted(claimed, begun, approval));
  await recordOverride(launch, begun);
  return launch;
}

/** What GitHub and the plan tell, before any host is asked. */
async function lookOutside({ context, wanted, passed, to }: Begun): Promise<Finding[]> {
  const { plan, commit } = to;
  const tag = tagFinding(context, to);
  const people = await peopleFinding(context, plan, { first: wanted.approval === "", notes: passed.notes });
  const smoke = await smokeFilesFinding(context.github, plan, commit);
  return smoke === null ? [tag, people] : [tag, people, smoke];
}

/** What lies on the hosts; all at the same time. `id`: of the launch. */
async function lookInside({ context, to, reached }: Begun, id: Release["id"]): Promise<Finding[]> {
  const { plan, tag, commit } = to;
  const found = await Promise.all([
    programsFinding(plan, reached),
    rightsFinding(plan, reached),
    servicesFinding(plan, reached),
    tonightFinding(plan, { ...reached, ...context }),
    currentReleaseFinding(plan, reached),
    checkoutsFinding(plan, reached),
    ...(plan.database.engine === "none" ? [] : [migrationsFinding(plan, reached, { id, tag, commit })]),
    engineOf(plan).findings(plan, reached, id),
    balancerFinding(plan, reached),
    ...(plan.certificates.length > 0 ? [certificatesFinding(plan, reached)] : []),
    dnsFinding(plan, reached),
    ...(filesOf(plan).length > 0 ? [filesFinding(plan, reached)] : []),
  ]);
  // Not at the same time as the look at the migrations, which fetches into the same repository.
  return [...found.flat(), await releaseFilesFinding(plan, reached, { id, tag, commit })];
}

/** The comment that approved this launch, where one did; null when that is on record already, or there is none. */
async function approvalOf({ context, wanted: { approval }, to, reached }: Begun): Promise<Event | null> {
  if (approval === "") return null;
  const { plan, tag, digest } = to;
  return approvalBy(context, plan, approval, { now: { tag, digest }, entries: await reached.journal.read() });
}

/** What a comment approved is the launch that has the lock; a new one nobody saw. */
async function requireSameLaunch({ wanted, to, reached }: Begun, { owner, state }: Claim): Promise<void> {
  if (wanted.approval === "" || state.release !== null) return;
  await reached.lock.release(owner);
  throw new UserError({
    code: "approved-launch-gone",
    what: t`the launch that was approved no longer holds the lock`,
    where: to.plan.control.host,
    mend: t`start the launch again; its checklist says what to write`,
  });
}

/** With a problem the lock goes back, unless a launch goes on that had it before. */
async function refuseAndRelease(findings: readonly Finding[], { resumed, owner }: Claim, reached: Connections) {
  try {
    refuse(findings);
  } catch (error) {
    if (!resumed) await reached.lock.release(owner);
    throw error;
  }
}

/** Who started a launch stays who it was when a comment hands it to this run. */
function entrusted({ state }: Claim, { wanted }: Begun, approval: Event | null): Entrusted | undefined {
  const startedBy = state.release?.actor;
  return wanted.approval === "" || startedBy === undefined ? undefined : { startedBy, approval };
}

/** A launch that goes on has the override it was approved with, and no other. */
async function recordOverride(launch: Launch, { context, wanted: { override }, to }: Begun): Promise<void> {
  if (override === "" || override !== to.override) return;
  await launch.record({ kind: "overridden", by: context.run.actor, because: override });
}
