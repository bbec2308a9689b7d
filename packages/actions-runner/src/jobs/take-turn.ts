// `concurrency:` of a workflow or of a job.

import { evaluateText, type Evaluation } from "../expressions/evaluate.ts";
import type { Turn } from "./concurrency.ts";
import { isMapping } from "../workflow/github-parser.ts";
import { child, type Token } from "../workflow/read-token.ts";
import type { WorkflowRun } from "../workflow-run.ts";

export interface TurnOptions {
  readonly run: WorkflowRun;
  readonly token: Token | undefined;
  readonly evaluation: Evaluation;
  readonly signal: AbortSignal;
  /** The groups that what is around this one holds already. */
  readonly held: readonly string[];
  /** What GitHub calls it in its message. */
  readonly name: string;
}

export interface TakenTurn {
  readonly held: readonly string[];
  /** Aborted by a newer one with `cancel-in-progress`. */
  readonly signal: AbortSignal;
  leave(): void;
}

export interface NoTurn {
  /** Why there is none; null when it was cancelled while it waited. */
  readonly message: string | null;
}

export async function takeTurn(options: TurnOptions): Promise<TakenTurn | NoTurn> {
  const { run, token, evaluation, signal, held, name } = options;
  const group = groupOf(token, evaluation);
  if (group === "" || run.concurrency === undefined) return { held, signal, leave: () => undefined };
  if (held.includes(group.toLowerCase())) return { message: deadlock(group, name) };
  const own = new AbortController();
  const turn: Turn | "replaced" | "cancelled" = await run.concurrency.enter({
    group,
    cancelInProgress: settingOf(token, "cancel-in-progress", evaluation) === "true",
    queues: settingOf(token, "queue", evaluation) === "max",
    cancel: () => own.abort("cancelled"),
    signal,
  });
  if (turn === "cancelled") return { message: null };
  if (turn === "replaced") return { message: `Canceling since a higher priority waiting request for ${group} exists` };
  return { held: [...held, group.toLowerCase()], signal: AbortSignal.any([signal, own.signal]), leave: turn.leave };
}

function groupOf(token: Token | undefined, at: Evaluation): string {
  if (token === undefined) return "";
  return evaluateText(isMapping(token) ? child(token, "group") : token, at) ?? "";
}

function settingOf(token: Token | undefined, key: string, at: Evaluation): string {
  return evaluateText(child(token, key), at) ?? "";
}

function deadlock(group: string, name: string): string {
  const message = "Canceling since a deadlock was detected for concurrency group";
  return `${message}: '${group}' between a top level workflow and '${name}'`;
}
