import type { z } from "zod";
import type { Judgement } from "../core/verdict.ts";
import type { Parsed } from "../plan/camel-keys.ts";
import type { Abilities, CheckContext, CheckedPlan } from "./context.ts";

/**
 * What a check costs: `look` asks and has its answer; `work` starts programs on a host; `wait` mostly waits for
 * something to arrive.
 */
export type Cost = "look" | "work" | "wait";

/** The lists of a plan that hold checks: verify.checks, prepare.checks, prepare.trial.tests. */
export type CheckPhase = "verify" | "prepare" | "trial";

/** A host that a check names, and where in the check. */
export interface NamedHost {
  readonly path: readonly string[];
  readonly host: string | undefined;
}

/** What a check cannot do with its plan. `path`: where in the check. */
export interface CheckProblem {
  readonly code: string;
  readonly path: readonly string[];
  readonly what: string;
  readonly mend: string;
}

/** What golive knows of a kind of check, and all that it knows. */
export interface CheckDefinition<Check> {
  readonly cost: Cost;
  /** Where a plan may name it. Without a word: in verify.checks and prepare.checks. */
  readonly phases?: readonly CheckPhase[];
  /** Its line on the checklist, where the plan gives it none. */
  title(check: Check): string;
  hosts?(check: Check): readonly NamedHost[];
  /** What has to be installed where. */
  programs?(
    check: Check,
    plan: CheckedPlan,
  ): readonly { readonly host: string; readonly programs: readonly string[] }[];
  /** Commands of the plan that it runs as they stand there, and that may begin with sudo. */
  commands?(check: Check): readonly { readonly host: string; readonly words: readonly string[] }[];
  /** What a schema cannot say: what it cannot do with this plan, or in this list of it. */
  problems?(check: Check, plan: CheckedPlan, phase: CheckPhase, can: Abilities): readonly CheckProblem[];
  /** Whether it goes past the maintenance page, so that it needs the launch's token. */
  goesPast?(check: Check): boolean;
  /** How the release before is asked by day, before anything changes; null: it is not. Without a word: in the same way. */
  byDay?(check: Check): Check | null;
  /** By day: which of its questions nobody could answer, whatever the release is. Asked where it does not get that far. */
  unanswered?(check: Check, context: CheckContext): Promise<readonly string[]>;
  /** Measures and judges. What it cannot measure is `error`. */
  run(check: Check, context: CheckContext): Promise<Judgement>;
}

/** A kind of check. Its schema is a constant beside it: inside the same literal as `run` its type would lead to itself. */
export function defineCheck<Schema extends z.ZodType>(schema: Schema, definition: CheckDefinition<Parsed<Schema>>) {
  return { schema, ...definition };
}
