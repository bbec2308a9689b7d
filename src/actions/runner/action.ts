import type { Mark } from "../../core/verdict.ts";
import type { LaunchState } from "../../journal/state.ts";
import type { RunContext } from "../../stages/launch/context.ts";

export type InputValues = Readonly<Record<string, string>>;

/** What an action may leave behind for the workflow. */
export interface Result {
  readonly outputs?: Readonly<Record<string, string>>;
  /** Markdown for the job summary. */
  readonly summary?: string;
  /** Shown as errors, at their lines where they have one. */
  readonly marks?: readonly Mark[];
  /** Fails the action although it did its work, with this message. */
  readonly failure?: unknown;
}

export interface InputRule {
  readonly required?: boolean;
  readonly oneOf?: readonly string[];
  /** The workflow looks at it as well, and takes a space for something. */
  readonly exact?: boolean;
}

/** One action: its inputs and outputs by name (action.yml is held to them by a test), and what it does. */
export interface Action {
  /** Names of inputs; those with `required` may not be empty. */
  readonly inputs: Readonly<Record<string, InputRule>>;
  readonly outputs: readonly string[];
  run(context: RunContext, inputs: InputValues): Promise<Result>;
}

/** Inputs that every action has. */
export const common = {
  token: { required: true },
  plan: { required: true },
  "ssh-key": {},
  "notice-keys": {},
} as const;

/** Inputs of the stages after `plan`: what the gate let through. */
export const approved = { ...common, launch: { required: true } } as const;

export function outcomeOf(state: LaunchState): string {
  return state.ended?.outcome ?? "";
}
