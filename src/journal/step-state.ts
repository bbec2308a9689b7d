import type { Facts, RunId, StepStatus } from "./event.ts";

/** How far a step is: what the journal says of it, added up. */
export interface StepState {
  readonly status: StepStatus;
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly seconds?: number;
  readonly note?: string;
  /** Who put that on record. */
  readonly run: RunId;
  /** Of the last time it was done; kept when a later try starts. */
  readonly facts: Facts;
}

/** The steps on record, by id. */
export type StepStates = ReadonlyMap<string, StepState>;
