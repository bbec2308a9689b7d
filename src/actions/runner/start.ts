import { errorText, type Problem, problemText, StepError, UserError } from "../../core/errors.ts";
import { fitText } from "../../core/text/fit.ts";
import { t } from "../../core/text/text.ts";
import { actionNamed } from "./actions.ts";
import { contextFrom } from "./context-from.ts";
import { readInputs } from "./read-inputs.ts";
import { addSummary, annotate, fail, giveOutputs, saveState } from "./runner-log.ts";
import { begunState, endedState } from "./step-state.ts";

/** GitHub takes 1 MiB a step, and shows nothing of a summary beyond it. A character has three bytes at most, beside pairs. */
function fittedSummary(text: string): string {
  return fitText(text, 300_000, t`… more does not fit into a summary; the rest is in the run's log and in the journal`);
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
