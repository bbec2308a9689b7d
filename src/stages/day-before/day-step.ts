import { InternalError } from "../../core/errors.ts";
import type { Done } from "../../core/step.ts";
import type { Launch } from "../launch/context.ts";
import { runStep, type Step } from "../launch/run-steps.ts";

/** A step that hands something to those after it. What the journal keeps of it is `done`. */
export interface DayStep<T> {
  readonly id: string;
  run(launch: Launch): Promise<{ readonly done: Done; readonly hands: T }>;
}

/** The day before is measured anew every time, whatever is on record. */
export async function runAnew(launch: Launch, step: Step): Promise<void> {
  await runStep(launch, { ...step, holds: async () => false });
}

/** The same, for what the step hands over. */
export async function takeFrom<T>(launch: Launch, { id, run }: DayStep<T>): Promise<T> {
  const handed: T[] = [];
  await runAnew(launch, {
    id,
    async run(own) {
      const { done, hands } = await run(own);
      handed.push(hands);
      return done;
    },
  });
  if (handed.length === 0) throw new InternalError(`${id} handed nothing over`);
  return handed[0] as T;
}
