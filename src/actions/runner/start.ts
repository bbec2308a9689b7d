import { tmpdir } from "node:os";
import { parseApproved } from "../../core/approved.ts";
import { errorText, InternalError, type Problem, problemText, StepError, UserError } from "../../core/errors.ts";
import { fitText } from "../../core/text/fit.ts";
import { t } from "../../core/text/text.ts";
import { openGitHub } from "../../github/client.ts";
import { postStep } from "../../stages/tell/post-step.ts";
import { keyMasks, masksOf } from "../../hosts/keys/masks.ts";
import { leaveSession } from "../../hosts/ssh/leftovers.ts";
import { sessionOf } from "../../stages/launch/connect/connect.ts";
import type { RunContext } from "../../stages/launch/context.ts";
import type { Action, InputValues } from "./action.ts";
import { actions } from "./actions.ts";
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
  runnerLog,
  saveState,
  warn,
} from "./runner-log.ts";

/**
 * Kept between an action and its post step: its name, and that it ended by itself. The second stays empty when the
 * process was cancelled or killed.
 */
const begunState = "golive-begun";
const endedState = "golive-ended";

/**
 * The post step of an action: says what state things are in when the action was cancelled or its process lost, and
 * ends the connections of the job. It warns, and never fails a job.
 */
export async function startPost(): Promise<void> {
  const name = getState(begunState);
  try {
    if (actions[name]?.halfWay && getState(endedState) === "") await tellEnding(name);
  } finally {
    await leaveSession(sessionOf({ run: thisRun() })).catch((error: unknown) => warn(errorText(error)));
  }
}

async function tellEnding(name: string): Promise<void> {
  const { inputs: rules } = await actionNamed(name);
  try {
    const inputs = readInputs(rules);
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

async function actionNamed(name: string): Promise<Action> {
  const entry = actions[name];
  if (!entry) throw new InternalError(`there is no action ${name}`);
  return (await entry.load()).action;
}

/** Runs one action of the suite as the runner's process. The only place that decides how it ends. */
export async function start(name: string): Promise<void> {
  const cancel = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => cancel.abort());
  try {
    await work(name, cancel.signal);
    saveState(endedState, "yes");
  } catch (error) {
    const cancelled = cancel.signal.aborted;
    saveState(endedState, cancelled ? "" : "yes");
    if (cancelled) fail(cancelledText(error));
    else tellFailure(error);
  }
}

async function work(name: string, signal: AbortSignal): Promise<void> {
  const action = await actionNamed(name);
  // Whatever comes, a later step finds each output: what is set again below counts.
  giveOutputs(action.outputs);
  const inputs = readInputs(action.inputs);
  saveState(begunState, name);
  const result = await action.run(contextFrom(inputs, signal), inputs);
  giveOutputs(action.outputs, result.outputs);
  if (result.summary) await addSummary(fittedSummary(result.summary));
  for (const { text, file, line } of result.marks ?? []) annotate(text, { title: t`golive ${name}`, file, line });
  if (result.failure !== undefined) throw result.failure;
}

function cancelledText(error: unknown): string {
  const what = error instanceof StepError ? t`${error.step} was cancelled.` : errorText(error);
  return t`${what}\nThe run was cancelled. The site stays as it is; the checklist says how that is.`;
}

/** A problem of the plan file is shown at its line. */
function tellFailure(error: unknown): void {
  for (const { position, ...problem } of problemsOf(error)) {
    if (!position) continue;
    const { file, line, column } = position;
    annotate(problemText(problem), { file, line, column, title: t`golive plan` });
  }
  fail(errorText(error));
}

function problemsOf(error: unknown): readonly Problem[] {
  const cause = error instanceof StepError ? error.cause : error;
  return cause instanceof UserError ? cause.problems : [];
}
