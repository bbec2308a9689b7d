import type { Approved } from "../../core/approved.ts";
import { errorLine, UserError } from "../../core/errors.ts";
import type { Release } from "../../core/release.ts";
import { t } from "../../core/text/text.ts";
import type { Entry } from "../../journal/event.ts";
import { type LaunchState, stateOf, touched } from "../../journal/state.ts";
import { changedSince } from "../gate/at-use.ts";
import { textHash } from "../gate/bound.ts";
import { approvedPlan } from "./approved-plan.ts";
import { connect, type Connections } from "./connect/connect.ts";
import type { Launch, RunContext } from "./context.ts";
import { isOurs } from "./guards.ts";
import { launchOf } from "./open-launch.ts";

/** What comes before a host is asked, and what becomes of a launch for which that finds problems. */
export interface BeforeHosts {
  /** Before the control host is asked anything but the journal. */
  readonly ready?: (connections: Connections) => Promise<void>;
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
  ready: (connections: Connections) => Promise<void> = async () => {},
): Promise<Launch> {
  const { text, plan } = await approvedPlan(context, approved);
  const connections = await connect(plan, context);
  try {
    await ready(connections);
    const entries = await connections.journal.read();
    const release = releaseOfRun(entries, context.run.id, approved.digest);
    if (!release)
      throw new UserError({
        code: "launch-unknown",
        what: t`the journal knows no launch of this run with this plan`,
        where: `${plan.control.host}:${plan.control.directory}`,
        mend: t`start the workflow again`,
      });
    requireSamePlan(context, stateOf(entries, release.id), text);
    const held = await connections.lock.held();
    if (held !== null && isOurs(held.owner, context, release)) connections.bind(held.token);
    return launchOf({ context, plan, release, connections, entries });
  } catch (error) {
    await connections.close();
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

/** A release keeps its id when another run takes it over; what counts is who opened it last. */
function releaseOfRun(entries: readonly Entry[], runId: number, digest: string): Release | null {
  const opened = entries.findLast(
    (entry) => entry.kind === "opened" && entry.run.id === runId && entry.opened.digest === digest,
  );
  return opened?.kind === "opened" ? opened.opened : null;
}
