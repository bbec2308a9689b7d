import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { keptPlan } from "../../journal/plans.ts";
import { latestRelease, type LaunchState, stateOf, touched } from "../../journal/state.ts";
import { blobAt } from "../../github/repository.ts";
import { usePlan } from "../../plan/load.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { type Connections, connect } from "../launch/connect/connect.ts";
import type { RunContext } from "../launch/context.ts";
import { digestOf } from "./bound.ts";
import type { Passed } from "./gate.ts";
import { olderPlan } from "./plans/older-plan.ts";

/** What is launched, and with which plan. */
export interface ToLaunch {
  readonly tag: string;
  readonly commit: string;
  readonly plan: Plan;
  readonly text: string;
  /** Commit of the default branch whose policy holds. */
  readonly policy: string;
  readonly override: string;
  /** Day of the window, where one was asked for. */
  readonly date: string;
  /** Path of the workflow that the digest covers; undefined without one. */
  readonly workflow: string | undefined;
  readonly digest: string;
  /** The launch is half done: what only whoever plans one has to say is not asked any more. */
  readonly underWay?: boolean;
}

interface Wanted {
  readonly override: string;
  readonly date: string;
  readonly approval: string;
  /** What the job `gate` gave; empty without one. */
  readonly digest: string;
}

/**
 * What the gate let through, or the launch on record that this one goes on with: one that is half done keeps the plan
 * it was begun with, and one that a comment approved its override. Takes the connections over.
 */
export async function asOnRecord(
  context: RunContext,
  passed: Passed,
  wanted: Wanted,
  first: Connections,
): Promise<{ readonly to: ToLaunch; readonly reached: Connections }> {
  try {
    const state = await lastState(first);
    const half = await halfDone(context, passed, first, state);
    if (half !== null) {
      await first.close();
      return { to: half, reached: await connect(half.plan, context) };
    }
    const { override = "", date = "" } = (wanted.approval === "" ? wanted : state?.plan) ?? {};
    const digest = digestOf({ ...passed.bound, override, date });
    requireSame(wanted, digest);
    const { tag, commit, plan, text, main, bound } = passed;
    const ours = { override, date, workflow: bound.workflow?.path, digest };
    const asked = (await waitsOn(context, passed, wanted, state)) ?? ours;
    return { to: { tag, commit, plan, text, policy: main.commit, ...asked }, reached: first };
  } catch (error) {
    await first.close();
    throw error;
  }
}

async function lastState({ journal }: Connections): Promise<LaunchState | null> {
  const entries = await journal.read();
  const last = latestRelease(entries);
  return last === null ? null : stateOf(entries, last);
}

/** The launch of this tag that is half done, when something of what was approved changed since; else null. */
async function halfDone(
  context: RunContext,
  passed: Passed,
  { control }: Connections,
  state: LaunchState | null,
): Promise<ToLaunch | null> {
  if (state === null || state.ended !== null || !touched(state)) return null;
  const { release, plan: kept } = state;
  const same = release?.tag === passed.tag && release.commit === passed.commit;
  if (!same || release.digest === passed.digest) return null;
  const { planFile, github, log } = context;
  const text =
    kept === null
      ? await olderPlan(github, planFile, release)
      : await keptPlan(control, passed.plan.control.directory, release.id, kept.sha256);
  if (text === null) return null;
  log.warn(t`the launch of ${release.tag} is half done; it goes on with the plan and the policy it was begun with`);
  const { tag, commit, digest } = release;
  const plan = usePlan(text, planFile);
  // Before the policy was the default branch's, it was that of the tag's commit.
  const { policy = commit, override = "", date = "", workflow } = kept ?? {};
  return { tag, commit, plan, text, policy, override, date, workflow, digest, underWay: true };
}

/**
 * A launch that waits for a comment and is only rehearsed once more, by the workflow for that: as long as nothing
 * changed of what the comment approves, it stays what it is. Else null.
 */
async function waitsOn(
  { github }: RunContext,
  { bound, main }: Passed,
  { approval, override: given, date: day }: Wanted,
  state: LaunchState | null,
): Promise<Pick<ToLaunch, "override" | "date" | "workflow" | "digest"> | null> {
  if (approval !== "" || state === null || state.ended !== null || !state.waiting) return null;
  const { override = "", date = "", workflow } = state.plan ?? {};
  if (workflow === undefined || workflow === bound.workflow?.path) return null;
  // An override or a date of its own is another launch: nobody approved that.
  if ((given !== "" && given !== override) || (day !== "" && day !== date)) return null;
  const blob = await blobAt(github, workflow, main.commit);
  const digest = digestOf({ ...bound, override, date, workflow: { path: workflow, blob: blob ?? "" } });
  return digest === state.release?.digest ? { override, date, workflow, digest } : null;
}

/** The job before named the environments; what it saw has to be what this one sees. */
function requireSame({ approval, digest: given }: Wanted, digest: string): void {
  if (given === "" || given === digest || approval !== "") return;
  throw new UserError({
    code: "gate-changed",
    what: t`what the job \`gate\` saw changed while this run began`,
    where: t`input digest`,
    mend: t`start the workflow again`,
  });
}
