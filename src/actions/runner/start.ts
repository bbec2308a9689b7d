import { tmpdir } from "node:os";
import { parseApproved } from "../../core/approved.ts";
import { errorText, InternalError, type Problem, problemText, StepError, UserError } from "../../core/errors.ts";
import { fitText } from "../../core/text/fit.ts";
import { t } from "../../core/text/text.ts";
import { openGitHub } from "../../github/client.ts";
import { postStep } from "../../stages/tell/post-step.ts";
import { keyMasks, masksOf } from "../../hosts/keys/masks.ts";
import { leaveSession } from "../../hosts/ssh/ssh.ts";
import { type RunContext, sessionOf } from "../../stages/launch/launch.ts";
import type { Action, InputValues } from "./action.ts";
import { readKeys } from "../../stages/tell/notices.ts";
import { readInputs } from "./read-inputs.ts";
import { repositoryName, serverUrls, thisRun } from "./run-environment.ts";
import {
  addSummary,
  annotate,
  fail,
  getState,
  giveOutputs,
  maskValue,
  type Place,
  runnerLog,
  saveState,
  warn,
} from "./runner-log.ts";

const actions: Readonly<Record<string, () => Promise<{ readonly action: Action }>>> = {
  gate: () => import("../gate.ts"),
  plan: () => import("../plan.ts"),
  prepare: () => import("../prepare.ts"),
  maintenance: () => import("../maintenance.ts"),
  backup: () => import("../backup.ts"),
  deploy: () => import("../deploy.ts"),
  verify: () => import("../verify.ts"),
  window: () => import("../window.ts"),
  rollback: () => import("../rollback.ts"),
  recall: () => import("../recall.ts"),
  approve: () => import("../approve.ts"),
  watch: () => import("../watch.ts"),
  scenarios: () => import("../scenarios.ts"),
  checklist: () => import("../checklist.ts"),
};

/** Kept between an action and its post step: its name, and that it ended by itself. The second stays empty when the process was cancelled or killed. */
const begunState = "golive-begun";
const endedState = "golive-ended";

/** Those that a cancelled run can leave half-way; the others have only their connections to end. */
export const halfWayActions = ["maintenance", "backup", "deploy", "verify", "window", "rollback", "prepare"];

/**
 * The post step of an action: says what state things are in when the action was cancelled or its process lost, and
 * ends the connections of the job. It warns, and never fails a job.
 */
export async function startPost(): Promise<void> {
  const name = getState(begunState);
  try {
    if (halfWayActions.includes(name) && getState(endedState) === "") await tellEnding(name);
  } finally {
    await leaveSession(sessionOf({ run: thisRun() })).catch((error: unknown) => warn(errorText(error)));
  }
}

async function tellEnding(name: string): Promise<void> {
  const load = actions[name];
  if (!load) throw new InternalError(`there is no action ${name}`);
  try {
    const inputs = readInputs((await load()).action.inputs);
    const context = contextFrom(inputs, AbortSignal.timeout(postSeconds * 1000));
    const said = await postStep(context, parseApproved(inputs.launch ?? ""));
    if (said === null) return;
    warn(said);
    await addSummary(t`## golive ${name} was ended early\n\n${said}\n`);
  } catch (error) {
    warn(t`${errorText(error)}\nWhat state the site is in could not be looked up; \`golive status\` says it.`);
  }
}

/** The runner ends what is left of a cancelled job after five minutes. */
const postSeconds = 120;

function contextFrom(inputs: InputValues, signal: AbortSignal): RunContext {
  keyMasks(inputs["ssh-key"] ?? "").forEach(maskValue);
  const noticeKeys = inputs["notice-keys"] ? readKeys(inputs["notice-keys"]) : undefined;
  Object.values(noticeKeys ?? {})
    .flatMap(masksOf)
    .forEach(maskValue);
  const github = openGitHub({ token: inputs.token ?? "", repository: repositoryName(), ...serverUrls() }, runnerLog);
  return {
    github,
    log: runnerLog,
    run: thisRun(),
    sshKey: inputs["ssh-key"] ?? "",
    planFile: inputs.plan ?? "",
    noticeKeys,
    jobDirectory: process.env.RUNNER_TEMP ?? tmpdir(),
    signal,
  };
}

/** GitHub takes 1 MiB a step, and shows nothing of a summary beyond it. A character has three bytes at most, beside pairs. */
function fittedSummary(text: string): string {
  return fitText(text, 300_000, t`… more does not fit into a summary; the rest is in the run's log and in the journal`);
}

/** Runs one action of the suite as the runner's process. The only place that decides how it ends. */
export async function start(name: string): Promise<void> {
  const cancel = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => cancel.abort());
  try {
    const load = actions[name];
    if (!load) throw new InternalError(`there is no action ${name}`);
    const { action } = await load();
    // Whatever comes, a later step finds each output: what is set again below counts.
    giveOutputs(action.outputs);
    const inputs = readInputs(action.inputs);
    saveState(begunState, name);
    const result = await action.run(contextFrom(inputs, cancel.signal), inputs);
    giveOutputs(action.outputs, result.outputs);
    if (result.summary) await addSummary(fittedSummary(result.summary));
    for (const { text, file, line } of result.marks ?? []) annotate(text, { title: t`golive ${name}`, file, line });
    if (result.failure !== undefined) throw result.failure;
    saveState(endedState, "yes");
  } catch (error) {
    saveState(endedState, cancel.signal.aborted ? "" : "yes");
    if (cancel.signal.aborted)
      return fail(
        t`${error instanceof StepError ? t`${error.step} was cancelled.` : errorText(error)}\nThe run was cancelled. The site stays as it is; the checklist says how that is.`,
      );
    for (const problem of problemsOf(error)) annotate(problem.text, problem.place);
    fail(errorText(error));
  }
}

/** A problem of the plan file is shown at its line. */
function problemsOf(error: unknown): { readonly text: string; readonly place: Place }[] {
  const user =
    error instanceof UserError
      ? error
      : error instanceof StepError && error.cause instanceof UserError
        ? error.cause
        : null;
  return (user?.problems ?? []).flatMap((problem) => {
    if (!problem.position) return [];
    const { file, line, column } = problem.position;
    return [
      {
        text: problemText(withoutPosition(problem)),
        place: { file, line, column, title: t`golive plan` },
      },
    ];
  });
}

function withoutPosition({ position: _, ...problem }: Problem): Problem {
  return problem;
}
