import type { PhaseId } from "../core/phases.ts";
import type { StepState } from "../journal/step-state.ts";

/** One automatic line: known from the plan before anything runs. */
export interface Line {
  readonly id: string;
  readonly title: string;
  /** Shown only once it is on record. */
  readonly optional?: boolean;
  /** `BATCH HOST`: lines of one batch and different hosts happen at the same time. */
  readonly lane?: string;
}

export interface Phase {
  readonly id: PhaseId;
  readonly title: string;
  readonly lines: readonly Line[];
}

/** The state of a line, for showing. */
export type LineState = "waiting" | "running" | "done" | "skipped" | "failed" | "inconclusive" | "warning";

export function lineState(state: StepState | undefined): LineState {
  if (!state) return "waiting";
  if (state.status === "started") return "running";
  if (state.status === "failed" && state.facts.required === false) return "warning";
  if (state.status === "failed")
    return state.facts.verdict === "inconclusive" || state.facts.verdict === "error" ? "inconclusive" : "failed";
  return state.status;
}
