import { isOf } from "../../core/phases.ts";
import { stuckText } from "../../checklist/standing-text.ts";
import { errorLine, StepError, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { repositoryUrl } from "../../github/runs.ts";
import { wayBackBegun } from "../../journal/standing.ts";
import type { Stuck } from "../../journal/event.ts";
import { openBalancer } from "../../load-balancer/balancer.ts";
import type { Launch } from "../launch/context.ts";
import { keepOpen, sayOnce } from "./say.ts";

/** Goes back, and tells people when that fails: whatever it was, the site is not as anyone wants it. */
export async function toldWhenStuck(launch: Launch, goBack: () => Promise<void>): Promise<void> {
  try {
    await goBack();
  } catch (error) {
    // Whoever cancelled knows; a run that lost the lock has nothing to say any more.
    if (!launch.signal.aborted && !lostLock(error)) await tellStuck(launch, failureOf(error));
    throw error;
  }
}

function lostLock(error: unknown): boolean {
  const cause = error instanceof StepError ? error.cause : error;
  return cause instanceof UserError && cause.problems.some(({ code }) => code === "lock-lost");
}

function failureOf(error: unknown): Pick<Stuck, "step" | "what"> {
  return error instanceof StepError
    ? { step: error.step, what: errorLine(error.cause) }
    : { step: "", what: errorLine(error) };
}

/**
 * On record, on the checklist (which is open for it), by a comment and by every channel: once for a failure, however
 * often it is tried again. Nothing that goes wrong here hides the failure itself.
 */
export async function tellStuck(launch: Launch, failure: Pick<Stuck, "step" | "what">): Promise<void> {
  try {
    const again = launch.state().stuck.some((one) => sameFailure(one, failure));
    const page = await pageNow(launch);
    await launch.record({ kind: "stuck", ...failure, page, again });
    await keepOpen(launch);
    if (!again) await sayOnce(launch, `stuck-${launch.state().stuck.length}`, commentOf(launch));
    await launch.view.flush();
  } catch (error) {
    launch.log.warn(t`People could not be told that the way back failed: ${errorLine(error)}`);
  }
}

/** The runner of the way back was lost, or its process ended: what it would have said. */
export async function tellLost(launch: Launch): Promise<void> {
  const state = launch.state();
  if (state.ended !== null || !wayBackBegun(state)) return;
  const failed = [...state.steps].findLast(
    ([id, { status }]) => isOf(id, "rollback") && (status === "failed" || status === "started"),
  );
  const [step, { note }] = failed ?? ["", { note: undefined }];
  const known = state.stuck.at(-1);
  if (known?.step === step && known.what === note) return;
  await tellStuck(launch, { step, what: note ?? t`the run ended before the way back was through` });
}

/** Numbers change from try to try (a process, a time), and make no other failure. */
export function sameFailure(a: Pick<Stuck, "step" | "what">, b: Pick<Stuck, "step" | "what">): boolean {
  const shape = (text: string) => text.replaceAll(/\d+/g, "0");
  return a.step === b.step && shape(a.what) === shape(b.what);
}

async function pageNow({ plan, hosts }: Launch): Promise<Stuck["page"]> {
  return openBalancer(plan.loadBalancer, hosts)
    .status()
    .catch(() => null);
}

function commentOf(launch: Launch): string {
  const { release, plan, phases, github } = launch;
  const state = launch.state();
  const repository = state.plan?.repository ?? repositoryUrl(github);
  const text = stuckText({ state, release, plan, phases, runUrl: `${repository}/actions/runs/${release.runId}` });
  return `🔴 ${text}`;
}
