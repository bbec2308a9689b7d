import { performance } from "node:perf_hooks";
import { mapLimit } from "../../core/map-limit.ts";
import { CommandError, errorLine, errorText, StepError, UserError } from "../../core/errors.ts";
import { showDuration } from "../../core/text/figures.ts";
import { isOf, timedByWindow } from "../../core/phases.ts";
import type { Done } from "../../core/step.ts";
import { t } from "../../core/text/text.ts";
import { forecastOf } from "./forecast.ts";
import { stayInTime } from "./window-gate.ts";
import type { Launch } from "./context.ts";

export interface Step {
  /** `stage.step`, with `@host` when it is one host's. The key in the journal and on the checklist. */
  readonly id: string;
  run(launch: Launch): Promise<Done>;
  /** Looks at the world whether a step on record as done still is; every time. */
  holds?(launch: Launch): Promise<boolean>;
  /** The same for what only time can undo: looked at when another run put it on record. Without both the record is enough. */
  still?(launch: Launch): Promise<boolean>;
}

/** A step, or several that go at the same time. */
export type StepOrSteps = Step | readonly Step[];

/** Runs the steps in order, each on record before and after. Those done for this release are not done again. */
export async function runSteps(launch: Launch, steps: readonly StepOrSteps[]): Promise<void> {
  for (const step of steps) {
    if ("id" in step) await runStep(launch, step);
    else
      await runLanes(
        launch,
        step.map((one) => [one]),
      );
  }
}

/**
 * Lanes at the same time, as many as the plan's batch; each lane's steps in order. When a step fails, every other lane
 * ends the step it is in, and nothing more begins. Throws a StepError with all that failed.
 */
export async function runLanes(launch: Launch, lanes: readonly (readonly Step[])[]): Promise<void> {
  const failed: unknown[] = [];
  await mapLimit(lanes, launch.plan.deploy.batch, async (lane) => {
    for (const step of lane) {
      if (failed.length > 0) return;
      await runStep(launch, step).catch((error: unknown) => failed.push(error));
    }
  });
  const steps = failed.filter((error) => error instanceof StepError);
  const [first] = steps;
  if (first && steps.length > 1)
    throw new StepError(
      first.step,
      new UserError(steps.map(({ step, cause }) => ({ code: "step-failed", what: errorText(cause), where: step }))),
    );
  if (failed.length > 0) throw first ?? failed[0];
}

export async function runStep(launch: Launch, step: Step): Promise<void> {
  if (await stillDone(launch, step)) return;
  if (launch.signal.aborted) throw new StepError(step.id, cancelledBefore());
  launch.log.info(`${step.id} …`);
  await launch.record({ kind: "step", step: step.id, status: "started" });
  const started = performance.now();
  const seconds = () => Math.round(performance.now() - started) / 1000;
  const ticker = setInterval(() => launch.log.info(progress(launch, step.id, seconds())), tellEveryMs).unref();
  try {
    if (isOf(step.id, ...timedByWindow)) await stayInTime(launch);
    await recordDone(launch, step.id, await step.run(launch), seconds());
  } catch (error) {
    await recordFailure(launch, { step: step.id, error, seconds: seconds() });
    throw new StepError(step.id, error);
  } finally {
    clearInterval(ticker);
  }
}

/** Whether it is on record as done, and the world says so as well. */
async function stillDone(launch: Launch, step: Step): Promise<boolean> {
  const before = launch.state().steps.get(step.id);
  if (before?.status !== "done" && before?.status !== "skipped") return false;
  const byAnother = before.run.id !== launch.run.id || before.run.attempt !== launch.run.attempt;
  const holds = (await step.holds?.(launch)) ?? true;
  const still = holds && (!byAnother || ((await step.still?.(launch)) ?? true));
  launch.log.info(still ? t`${step.id}: done before` : t`${step.id}: on record as done, and no longer so`);
  return still;
}

function cancelledBefore(): UserError {
  return new UserError({ code: "run-cancelled", what: t`the run was cancelled before this step` });
}

async function recordDone(launch: Launch, step: string, done: Done, seconds: number): Promise<void> {
  const { note, facts } = done;
  await launch.record({
    kind: "step",
    step,
    status: done.skipped ? "skipped" : "done",
    seconds,
    ...(note === undefined ? {} : { note }),
    ...(facts === undefined ? {} : { facts }),
  });
  const how = done.skipped ? t`skipped` : t`done`;
  launch.log.info(t`${step} ${how} in ${showDuration(seconds)}${note === undefined ? "" : `: ${note}`}`);
}

/** A long step says that it lives. */
const tellEveryMs = 15_000;

/** How long a step has taken so far, and how much may be left by the forecast. */
export function progress({ state }: Pick<Launch, "state">, id: string, seconds: number): string {
  return t`${id}: ${showDuration(Math.round(seconds))} so far${leftOf(state, id, seconds)}`;
}

function leftOf(state: Launch["state"], id: string, seconds: number): string {
  const expected = forecastOf(state())?.steps.find((one) => one.id === id);
  if (expected === undefined) return "";
  const left = expected.seconds - seconds;
  if (left > 0) return t`, about ${showDuration(Math.round(left))} left`;
  const most = expected.seconds + expected.spread;
  return t`, forecast ${showDuration(expected.seconds)} (at most ${showDuration(most)})`;
}

/** A step that failed, after so many seconds. */
export interface Failure {
  readonly step: string;
  readonly error: unknown;
  readonly seconds: number;
  readonly facts?: Readonly<Record<string, unknown>>;
}

export async function recordFailure(launch: Launch, { step, error, seconds, facts }: Failure): Promise<void> {
  const cancelled = launch.signal.aborted;
  const log = await keepWhatWasSaid(launch, step, error);
  const note = cancelled ? "cancelled" : errorLine(error);
  const kept = { ...facts, ...(log === null ? {} : { log }) };
  await launch.record({ kind: "step", step, status: "failed", seconds, note, facts: kept });
  const where = log === null ? "" : t`\nAll it said is in ${log}`;
  launch.log.error(`${step}: ${cancelled ? t`cancelled` : errorText(error)}${where}`);
}

/** The whole output stays on the control host; it may hold what must not be published. */
async function keepWhatWasSaid(launch: Launch, step: string, error: unknown): Promise<string | null> {
  const finished = commandIn(error)?.finished;
  if (finished === undefined || (finished.stdout === "" && finished.stderr === "")) return null;
  const said = `${finished.stdout}\n--- stderr ---\n${finished.stderr}\n`;
  return launch.journal.keepLog(launch.release.id, step, said).catch(() => null);
}

function commandIn(error: unknown): CommandError | undefined {
  if (error instanceof CommandError) return error;
  return error instanceof UserError && error.cause instanceof CommandError ? error.cause : undefined;
}
