import {
  error as annotate,
  getState,
  saveState,
  setFailed,
  setOutput,
  setSecret,
  summary,
  warning,
} from "@actions/core";
import { context } from "@actions/github";
import { tmpdir } from "node:os";
import { errorText, problemText, StepError, UserError } from "../core/errors.ts";
import { fitText } from "../core/fit.ts";
import { t } from "../core/text.ts";
import { openGitHub } from "../github/client.ts";
import { lastWord } from "../stages/last-word.ts";
import { keyMasks, masksOf } from "../hosts/keys/masks.ts";
import { leaveSession } from "../hosts/ssh.ts";
import { type RunContext, sessionOf } from "../stages/launch.ts";
import type { Action, InputValues } from "./action.ts";
import { readKeys } from "../stages/notices.ts";
import { readInputs } from "./read-inputs.ts";
import { runnerLog } from "./runner-log.ts";

const actions: Readonly<Record<string, () => Promise<{ readonly action: Action }>>> = {
  plan: () => import("./plan.ts"),
  prepare: () => import("./prepare.ts"),
  maintenance: () => import("./maintenance.ts"),
  backup: () => import("./backup.ts"),
  deploy: () => import("./deploy.ts"),
  verify: () => import("./verify.ts"),
  window: () => import("./window.ts"),
  rollback: () => import("./rollback.ts"),
  recall: () => import("./recall.ts"),
  approve: () => import("./approve.ts"),
  watch: () => import("./watch.ts"),
  scenarios: () => import("./scenarios.ts"),
  checklist: () => import("./checklist.ts"),
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
    await leaveSession(sessionOf({ run: thisRun() })).catch((error: unknown) => warning(errorText(error)));
  }
}

async function tellEnding(name: string): Promise<void> {
  const load = actions[name];
  if (!load) throw new Error(`there is no action ${name}`);
  try {
    const inputs = readInputs((await load()).action.inputs);
    const said = await lastWord(contextFrom(inputs, AbortSignal.timeout(postSeconds * 1000)), {
      commit: inputs.commit ?? "",
      digest: inputs.digest ?? "",
    });
    if (said === null) return;
    warning(said);
    await summary.addRaw(t`## golive ${name} was ended early\n\n${said}\n`, true).write();
  } catch (error) {
    warning(t`${errorText(error)}\nWhat state the site is in could not be looked up; \`golive status\` says it.`);
  }
}

/** The runner ends what is left of a cancelled job after five minutes. */
const postSeconds = 120;

function thisRun(): RunContext["run"] {
  return {
    id: context.runId,
    attempt: Number(process.env.GITHUB_RUN_ATTEMPT ?? 1),
    actor: process.env.GITHUB_TRIGGERING_ACTOR || context.actor,
  };
}

function contextFrom(inputs: InputValues, signal: AbortSignal): RunContext {
  for (const mask of keyMasks(inputs["ssh-key"] ?? "")) setSecret(mask);
  const noticeKeys = inputs["notice-keys"] ? readKeys(inputs["notice-keys"]) : undefined;
  for (const mask of Object.values(noticeKeys ?? {}).flatMap(masksOf)) setSecret(mask);
  const { apiUrl, serverUrl, repo } = context;
  const github = openGitHub(
    { token: inputs.token ?? "", repository: `${repo.owner}/${repo.repo}`, apiUrl, serverUrl },
    runnerLog,
  );
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
    if (!load) throw new Error(`there is no action ${name}`);
    const { action } = await load();
    const inputs = readInputs(action.inputs);
    saveState(begunState, name);
    const result = await action.run(contextFrom(inputs, cancel.signal), inputs);
    for (const output of action.outputs)
      if (result.outputs?.[output] !== undefined) setOutput(output, result.outputs[output]);
    if (result.summary) await summary.addRaw(fittedSummary(result.summary), true).write();
    for (const { text, file, line } of result.marks ?? [])
      annotate(text, {
        title: t`golive ${name}`,
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { startLine: line }),
      });
    if (result.failure !== undefined) throw result.failure;
    saveState(endedState, "yes");
  } catch (error) {
    saveState(endedState, cancel.signal.aborted ? "" : "yes");
    if (cancel.signal.aborted)
      return setFailed(
        t`${error instanceof StepError ? t`${error.step} was cancelled.` : errorText(error)}\nThe run was cancelled. The site stays as it is; the checklist says how that is.`,
      );
    for (const problem of problemsOf(error)) annotate(problem.text, problem.place);
    setFailed(errorText(error));
  }
}

/** A problem of the plan file is shown at its line. */
function problemsOf(error: unknown) {
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
        text: problemText({ ...problem, position: undefined } as never),
        place: { file, startLine: line, startColumn: column, title: t`golive plan` },
      },
    ];
  });
}
