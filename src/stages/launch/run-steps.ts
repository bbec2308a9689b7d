import { performance } from "node:perf_hooks";
import { mapLimit } from "../../core/map-limit.ts";
import { CommandError, errorLine, errorText, StepError, UserError } from "../../core/errors.ts";
import { showDuration } from "../../core/text/figures.ts";
import type { Done } from "../../core/step.ts";
import { t } from "../../core/text/text.ts";
import { forecastOf } from "./forecast.ts";
import { stayInTime } from "./window-gate.ts";
import type { Launch } from "./launch.ts";

export interface Step {
  /** `stage.step`, with `@host` when it is one host's. The key in the journal and on the checklist. */
  readonly id: string;
  run(launch: Launch): Promise<Done>;
  /** Looks at the world whether a step on record as done still is; every time. */
  holds?(launch: Launch): Promise<boolean>;
  /** The same for what only time can undo: looked at when another run put it on record. Without both the record is enough. */
  still?(launch: Launch): Promise<boolean>;
}

/** Runs the steps in order, those of an inner list at the same time; each on record before and after. Those done for this release are not done again. */
export async function runSteps(launch: Launch, steps: readonly (Step | readonly Step[])[]): Promise<void> {
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
      new UserError(steps.map(({ step, cause }) => ({ what: errorText(cause), where: step }))),
    );
  if (failed.length > 0) throw first ?? failed[0];
}

export async function runStep(launch: Launch, step: Step): Promise<void> {
  const before = launch.state().steps.get(step.id);
  if (before?.status === "done" || before?.status === "skipped") {
    const byAnother = before.run.id !== launch.run.id || before.run.attempt !== launch.run.attempt;
    if ((await (step.holds?.(launch) ?? true)) && (!byAnother || (await (step.still?.(launch) ?? true)))) {
      launch.log.info(t`${step.id}: done before`);
      return;
    }
    launch.log.info(t`${step.id}: on record as done, and no longer so`);
  }
  if (launch.signal.aborted)
    throw new StepError(step.id, new UserError({ what: t`the run was cancelled before this step` }));
  launch.log.info(`${step.id} …`);
  await launch.record({ kind: "step", step: step.id, status: "started" });
  const started = performance.now();
  const seconds = () => Math.round(performance.now() - started) / 1000;
  const ticker = setInterval(() => launch.log.info(progress(launch, step.id, seconds())), tellEveryMs).unref();
  try {
    if (/^(isolate|backup|deploy|dns-tls)\./.test(step.id)) await stayInTime(launch);
    const done = await step.run(launch);
    await launch.record({
      kind: "step",
      step: step.id,
      status: done.skipped ? "skipped" : "done",
      seconds: seconds(),
      ...(done.note === undefined ? {} : { note: done.note }),
      ...(done.facts === undefined ? {} : { facts: done.facts }),
    });
    launch.log.info(
      t`${step.id} ${done.skipped ? t`skipped` : t`done`} in ${showDuration(seconds())}${done.note === undefined ? "" : `: ${done.note}`}`,
    );
  } catch (error) {
    await recordFailure(launch, step.id, error, seconds());
    throw new StepError(step.id, error);
  } finally {
    clearInterval(ticker);
  }
}

/** A long step says that it lives. */
const tellEveryMs = 15_000;

/** How long a step has taken so far, and how much may be left by the forecast. */
export function progress({ state }: Pick<Launch, "state">, id: string, seconds: number): string {
  const expected = forecastOf(state())?.steps.find((one) => one.id === id);
  const left =
    expected === undefined
      ? ""
      : seconds < expected.seconds
        ? t`, about ${showDuration(Math.round(expected.seconds - seconds))} left`
        : t`, forecast ${showDuration(expected.seconds)} (at most ${showDuration(expected.seconds + expected.spread)})`;
  return t`${id}: ${showDuration(Math.round(seconds))} so far${left}`;
}

export async function recordFailure(
  launch: Launch,
  step: string,
  error: unknown,
  seconds: number,
  facts: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const cancelled = launch.signal.aborted;
  const kept = await keepWhatWasSaid(launch, step, error);
  const note = cancelled ? "cancelled" : errorLine(error);
  await launch.record({
    kind: "step",
    step,
    status: "failed",
    seconds,
    note,
    facts: { ...facts, ...(kept === null ? {} : { log: kept }) },
  });
  launch.log.error(
    `${step}: ${cancelled ? t`cancelled` : errorText(error)}${kept === null ? "" : t`\nAll it said is in ${kept}`}`,
  );
}

/** The whole output stays on the control host; it may hold what must not be published. */
async function keepWhatWasSaid(launch: Launch, step: string, error: unknown): Promise<string | null> {
  const failed =
    error instanceof CommandError
      ? error
      : error instanceof UserError && error.cause instanceof CommandError
        ? error.cause
        : null;
  if (!failed || (failed.finished.stdout === "" && failed.finished.stderr === "")) return null;
  try {
    return await launch.journal.keepLog(
      launch.release.id,
      step,
      `${failed.finished.stdout}\n--- stderr ---\n${failed.finished.stderr}\n`,
    );
  } catch {
    return null;
  }
}
